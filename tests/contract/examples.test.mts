import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ajvFor } from '../../sandbox/contract/validation.mts';
import { contract, contractOperations } from '../support/contract.mts';

/* The examples of the contract fit it, and everything that has a body has one. */

const folder = join(import.meta.dirname, '../../contract/examples');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const manifest = read('manifest.json') as Array<{ file: string; schema: string }>;
const files = manifest.map(({ file }) => file);

type Validator = ReturnType<typeof ajvFor>;
let ajv: Validator;

beforeAll(() => {
	const given = undefined as unknown as Parameters<typeof ajvFor>[0];
	ajv = ajvFor(given, {}, 'examples' as Parameters<typeof ajvFor>[2]);
	// As in the sandbox: Ajv picks a part by the constant of its type.
	for (const schema of Object.values(contract.components.schemas)) {
		delete (schema.discriminator as { mapping?: unknown } | undefined)?.mapping;
	}
	ajv.addSchema(contract, 'linq');
});

test.each(manifest.map(({ file, schema }) => [file, schema]))('%s', (file, schema) => {
	const validate = ajv.compile({ $ref: `linq${schema}` });
	validate(read(file));
	expect(validate.errors ?? []).toEqual([]);
});

test('all files are in the manifest', () => {
	const found = ['endpoints', 'webhooks', 'webhooks-2025-01-01'].flatMap((name) =>
		readdirSync(join(folder, name)).map((file) => `${name}/${file}`),
	);
	expect(found.sort()).toEqual([...files].sort());
});

test('every answer with content and every event has one', () => {
	const answers = [...contractOperations.values()]
		.filter(({ responses }) =>
			Object.entries(responses).some(([status, answer]) => Number(status) < 300 && 'content' in answer),
		)
		.map(({ operationId }) => `endpoints/${operationId}.json`);
	const events = Object.keys(contract.webhooks).map((type) => `webhooks/${type}.json`);
	expect([...answers, ...events].filter((file) => !files.includes(file))).toEqual([]);
});
