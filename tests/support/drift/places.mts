import { contractOperation, resolved, type Schema } from '../contract.mts';

/** A property of a request, by its path: `message.parts[text].value`, `metadata.*`, `to[]`. */
export interface Place {
	schema: Schema;
	/** Always required, or only under some condition (if/then, oneOf), or never. */
	required: 'always' | 'sometimes' | 'never';
}

export type Places = Map<string, Place>;

/** Every property that the JSON body of a route can have. */
export function bodyPlaces(route: string): Places {
	const places: Places = new Map();
	const body = contractOperation(route).requestBody?.content['application/json'].schema;
	if (body) addProperties(places, body, '');
	return places;
}

/** Every parameter of a route in its query, or in its headers. */
export function parameterPlaces(route: string, where: 'query' | 'header'): Places {
	const parameters = contractOperation(route).parameters ?? [];
	return new Map(
		parameters
			.filter((parameter) => parameter.in === where)
			.map(({ name, schema, required }) => [
				name,
				{ schema: resolved(schema), required: required ? 'always' : 'never' },
			]),
	);
}

function addProperties(places: Places, given: Schema, prefix: string): void {
	const schema = resolved(given);
	const sometimes = new Set(conditions(schema).flatMap(requiredIn));
	for (const [name, property] of Object.entries(schema.properties ?? {})) {
		const path = prefix === '' ? name : `${prefix}.${name}`;
		const required = schema.required?.includes(name)
			? 'always'
			: sometimes.has(name)
				? 'sometimes'
				: 'never';
		add(places, property, path, required);
	}
	if (schema.additionalProperties) {
		const value = schema.additionalProperties === true ? {} : schema.additionalProperties;
		places.set(`${prefix}.*`, { schema: value, required: 'never' });
	}
}

function add(places: Places, given: Schema, path: string, required: Place['required']): void {
	const schema = resolved(given);
	places.set(path, { schema, required });
	addProperties(places, schema, path);
	if (!schema.items) return;
	const { discriminator } = resolved(schema.items);
	if (!discriminator) return add(places, schema.items, `${path}[]`, 'never');
	for (const [kind, $ref] of Object.entries(discriminator.mapping)) {
		add(places, { $ref }, `${path}[${kind}]`, 'never');
	}
}

const conditions = ({ allOf = [], anyOf = [], oneOf = [] }: Schema): Schema[] =>
	[...allOf, ...anyOf, ...oneOf].flatMap((one) => [one, one.then ?? {}, one.else ?? {}]);

const requiredIn = (schema: Schema): string[] => [
	...(schema.required ?? []),
	...conditions(schema).flatMap(requiredIn),
];

/** The paths that a body has, in the terms of its places. */
export function pathsIn(value: unknown, places: Places, prefix = ''): string[] {
	if (Array.isArray(value)) {
		return value.flatMap((entry: unknown) => {
			const { type } = (entry ?? {}) as { type?: unknown };
			const kind = places.has(`${prefix}[${String(type)}]`) ? String(type) : '';
			return [`${prefix}[${kind}]`, ...pathsIn(entry, places, `${prefix}[${kind}]`)];
		});
	}
	if (typeof value !== 'object' || value === null) return [];
	if (places.has(`${prefix}.*`)) return [`${prefix}.*`];
	return Object.entries(value).flatMap(([name, inner]) => {
		const path = prefix === '' ? name : `${prefix}.${name}`;
		return [path, ...pathsIn(inner, places, path)];
	});
}

/** The values that a property can have, where the contract lists them. */
export function valuesOf({ schema }: Place): unknown[] | undefined {
	const known = schema['x-known-values'];
	if (known) return Array.isArray(known) ? known : Object.values(known).flat();
	return schema.enum ?? (schema.items && resolved(schema.items).enum);
}
