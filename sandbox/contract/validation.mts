import { createRequire } from 'node:module';
import addFormats from 'ajv-formats';
import type { Options } from 'openapi-backend';

type AjvCustomizer = NonNullable<Options['customizeAjv']>;
type AjvInstance = ReturnType<AjvCustomizer>;

// The Ajv that openapi-backend itself compiles with, in its JSON Schema 2020-12 edition: the
// default edition (draft-07) would silently skip `dependentRequired`, which the contract uses.
const fromBackend = createRequire(createRequire(import.meta.url).resolve('openapi-backend'));
const { Ajv2020 } = fromBackend('ajv/dist/2020') as {
	Ajv2020: new (options: object) => AjvInstance;
};

const cache = new Map<string, AjvInstance>();

/**
 * Gives openapi-backend a validator for OpenAPI 3.1: 2020-12 keywords, formats, and errors of the
 * right `oneOf` branch only. One instance serves all operations, since building one is slow.
 */
export const ajvFor: AjvCustomizer = (_original, options, context) => {
	const key = `${context}:${String(options.coerceTypes ?? false)}`;
	let ajv = cache.get(key);
	if (!ajv) {
		ajv = new Ajv2020({
			...options,
			strict: false,
			discriminator: true,
			useDefaults: true,
			logger: false,
			// Errors with the values they are about, which messages name.
			verbose: true,
		});
		addFormats.default(ajv as unknown as Parameters<typeof addFormats.default>[0]);
		for (const format of ['int32', 'int64', 'float', 'double', 'binary', 'password']) {
			ajv.addFormat(format, true);
		}
		cache.set(key, ajv);
	}
	return ajv;
};
