import * as fc from '../../../support/properties.mts';
import { resolved, type Schema } from '../../../support/contract.mts';
import { url } from './odd.mts';

/** The keywords of a schema that only the fuzz generator reads. */
type Shape = Schema & {
	const?: unknown;
	format?: string;
	pattern?: string;
	not?: Schema;
	maxProperties?: number;
};

/** Values that exist, by the name of a property or parameter, with its parent's where that matters. */
const KNOWN: Record<string, string> = {
	chatId: 'chatId',
	messageId: 'messageId',
	message_id: 'messageId',
	reactionId: 'reactionId',
	attachmentId: 'attachmentId',
	attachment_id: 'attachmentId',
	phoneNumberId: 'phoneNumberId',
	phoneNumber: 'line',
	phone_number: 'line',
	from: 'line',
	exclude_from: 'line',
	phone_numbers: 'line',
	to: 'handle',
	handle: 'handle',
	address: 'handle',
	mention: 'handle',
	payer_handle: 'handle',
	auditId: 'auditId',
	subscriptionId: 'subscriptionId',
	paymentRequestId: 'paymentRequestId',
	paymentId: 'paymentId',
	option_id: 'optionId',
	connect_id: 'connectId',
	code: 'code',
	provider: 'provider',
	experience: 'experience',
	'experience.name': 'experience',
	'experience.action': 'action',
	cursor: 'cursor',
	idempotency_key: 'key',
	'Idempotency-Key': 'key',
	target_url: 'hook',
	emoji: 'emoji',
	custom_emoji: 'emoji',
};

/** A placeholder for something that exists when the request goes out. */
export const known = (kind: string): fc.Arbitrary<string> =>
	fc.nat(30).map((index) => `<${kind}:${index}>`);

/**
 * Values that fit a schema of the contract, or nearly: what `if`, `not` and `dependentRequired` say
 * is left to chance.
 *
 * @param name of the property or parameter, to use what exists
 * @param parent the name of the property that it is in
 */
export function valuesOf(given: Schema, name = '', parent = ''): fc.Arbitrary<unknown> {
	const schema = resolved(given) as Shape;
	const kind = KNOWN[`${parent}.${name}`] ?? KNOWN[name];
	if (kind !== undefined && [schema.type].flat().includes('string') && !schema.enum) {
		return fc.oneof({ weight: 9, arbitrary: known(kind) }, texts(schema));
	}
	if ('const' in schema) return fc.constant(schema.const);
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (schema.properties || schema.type === 'object') return objects(schema, name);
	const branches = schema.oneOf ?? schema.anyOf;
	if (branches) return fc.oneof(...branches.map((branch) => valuesOf(branch, name)));
	return fc.oneof(...[schema.type ?? 'string'].flat().map((type) => ofType(type, schema, name)));
}

function ofType(type: string, schema: Shape, name: string): fc.Arbitrary<unknown> {
	switch (type) {
		case 'null':
			return fc.constant(null);
		case 'boolean':
			return fc.boolean();
		case 'integer':
			return integers(schema.minimum ?? 0, schema.maximum ?? 1e9);
		case 'number':
			return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 10, noNaN: true });
		case 'array':
			return lists(schema, name);
		default:
			return texts(schema);
	}
}

/** Mostly small, so that indexes and ranges are often within something. */
const integers = (min: number, max: number): fc.Arbitrary<number> =>
	fc.oneof(
		{ weight: 9, arbitrary: fc.integer({ min, max: Math.min(max, min + 5) }) },
		{ weight: 1, arbitrary: fc.integer({ min, max }) },
	);

/** Mostly one entry, since many things go together with nothing else. */
function lists(schema: Shape, name: string): fc.Arbitrary<unknown[]> {
	const { items = {}, minItems: minLength = 0, maxItems = 100 } = schema;
	const upTo = (maxLength: number) =>
		fc.array(valuesOf(items, name), { minLength, maxLength: Math.min(maxItems, maxLength) });
	return fc.oneof(
		{ weight: 3, arbitrary: upTo(Math.max(1, minLength)) },
		{ weight: 1, arbitrary: upTo(minLength + 3) },
	);
}

function texts(schema: Shape): fc.Arbitrary<string> {
	const { format, pattern, minLength = 0, maxLength = 10_000, 'x-known-values': names } = schema;
	if (names) return fc.constantFrom(...Object.values(names).flat().map(String));
	if (format === 'uuid') return fc.uuid();
	if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((at) => at.toISOString());
	if (format === 'uri' || pattern?.includes('https')) return url;
	if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'));
	return fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom('Hello', 'See you at 7', 'https://example.com/a') },
		{ weight: 4, arbitrary: fc.string({ minLength, maxLength: 30, unit: 'grapheme' }) },
		{ weight: 1, arbitrary: fc.constantFrom(minLength, maxLength).map((n) => 'x'.repeat(n)) },
	);
}

/** Objects with what is required, some of the rest, and one of the alternatives, if there are any. */
function objects(schema: Shape, name: string): fc.Arbitrary<unknown> {
	if (!schema.properties && (schema.oneOf ?? schema.anyOf)) {
		return fc.oneof(
			...(schema.oneOf ?? schema.anyOf ?? []).map((branch) => valuesOf(branch, name)),
		);
	}
	const fields = Object.fromEntries(
		Object.entries(schema.properties ?? {}).map(([key, field]) => [
			key,
			valuesOf(field, key, name),
		]),
	);
	const isRequired = (key: string): boolean => schema.required?.includes(key) ?? false;
	const alternatives = (schema.oneOf ?? schema.anyOf ?? []).map(({ required = [] }) => required);
	const some = fc.record(
		Object.fromEntries(
			Object.entries(fields).map(([key, field]) => [key, isRequired(key) ? field : seldom(field)]),
		),
	);
	const all = fc.record(fields);
	const free = schema.additionalProperties
		? fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), { maxKeys: 3 })
		: fc.constant({});
	if (alternatives.length === 0) {
		return fc.tuple(free, some).map(([more, value]) => merge(more, value));
	}
	return fc.tuple(some, all, fc.constantFrom(...alternatives)).map(([value, whole, chosen]) => {
		const others = alternatives.flat().filter((key) => !chosen.includes(key));
		const kept = Object.entries(value).filter(([key]) => !others.includes(key));
		return merge(
			Object.fromEntries(kept),
			Object.fromEntries(chosen.map((key) => [key, (whole as Record<string, unknown>)[key]])),
		);
	});
}

/** Undefined means left out. */
const seldom = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

const merge = (one: object, other: object): object => ({ ...one, ...other });
