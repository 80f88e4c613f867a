import { FILE_URL, TARGET_URL } from './document.mts';

/** An error of Ajv with `verbose`; only the fields that are read here. */
export interface SchemaError {
	keyword: string;
	instancePath: string;
	schemaPath: string;
	params?: unknown;
	message?: string;
	/** The value of the keyword. */
	schema?: unknown;
	/** The schema that the keyword stands in. */
	parentSchema?: unknown;
	/** The value that is wrong. */
	data?: unknown;
	/** Set where a name is wrong, and not a value. */
	propertyName?: string;
}

/** A branch of `oneOf`, `anyOf` or `not`, as far as it is put into words. */
interface Branch {
	required?: string[];
	anyOf?: Branch[];
	pattern?: string;
	const?: unknown;
	properties?: Record<string, { const?: unknown } | undefined>;
}

/**
 * Says in a sentence what the contract's schema finds wrong with a value.
 *
 * @param where the place as the caller knows it, e.g. `message.parts[0].url`; empty: the body itself
 */
export function explain(error: SchemaError, where: string): string {
	const words = WORDS[error.keyword];
	const subject = where || 'the body';
	return words ? words(error, subject, where) : `${subject} ${error.message ?? 'is not allowed'}`;
}

type Words = (error: SchemaError, subject: string, where: string) => string;

const WORDS: Record<string, Words> = {
	required: (error, _subject, where) => {
		const { missingProperty } = paramsOf<{ missingProperty: string }>(error);
		return missingProperty === 'requestBody'
			? 'the body is missing'
			: `${within(where, missingProperty)} is missing`;
	},
	dependentRequired: (error, _subject, where) => {
		const { property, missingProperty } = paramsOf<{
			property: string;
			missingProperty: string;
		}>(error);
		return `${within(where, property)} needs ${missingProperty} beside it`;
	},
	type: ({ schema, data }, subject) => {
		const types = [schema as string | string[]].flat().map((type) => TYPES[type] ?? type);
		return `${subject} must be ${types.join(' or ')}, not ${typeOf(data)}`;
	},
	enum: ({ schema, data }, subject) =>
		`${subject} must be ${choice((schema as unknown[]).map(String))}, not ${shown(data)}`,
	const: ({ schema, data }, subject) => `${subject} must be ${shown(schema)}, not ${shown(data)}`,
	discriminator: (error, _subject, where) => {
		const { tag, tagValue } = paramsOf<{ tag: string; tagValue: unknown }>(error);
		const { oneOf = [] } = error.parentSchema as { oneOf?: Branch[] };
		const kinds = oneOf.map(({ properties }) => String(properties?.[tag]?.const));
		const place = within(where, tag);
		return tagValue === undefined
			? `${place} is missing`
			: `${place} must be ${choice(kinds)}, not ${shown(tagValue)}`;
	},
	minLength: ({ schema }, subject) =>
		schema === 1
			? `${subject} must not be empty`
			: `${subject} must have at least ${count(schema, 'character')}`,
	maxLength: ({ schema, data }, subject) =>
		`${subject} may have at most ${count(schema, 'character')}, but has ${[...String(data)].length.toLocaleString('en')}`,
	minItems: ({ schema, data }, subject) =>
		schema === 1
			? `${subject} must not be empty`
			: `${subject} must have at least ${count(schema, 'entry')}, but has ${lengthOf(data)}`,
	maxItems: ({ schema, schemaPath, data }, subject) =>
		schemaPath.endsWith('/then/maxItems')
			? `${subject} must have one entry only, since a link, app card or App Clip goes alone`
			: `${subject} may have at most ${count(schema, 'entry')}, but has ${lengthOf(data)}`,
	minProperties: ({ schema }, subject) =>
		`${subject} must have at least ${count(schema, 'field')}`,
	maxProperties: ({ schema, data }, subject) =>
		`${subject} may have at most ${count(schema, 'field')}, but has ${lengthOf(Object.keys(data as object))}`,
	minimum: ({ schema, data }, subject) =>
		`${subject} must be ${String(schema)} or more, not ${shown(data)}`,
	maximum: ({ schema, data }, subject) =>
		`${subject} must be ${String(schema)} or less, not ${shown(data)}`,
	format: ({ schema, data }, subject) =>
		`${subject} must be ${FORMATS[String(schema)] ?? `in the format ${String(schema)}`}, not ${shown(data)}`,
	pattern: ({ schema, data }, subject) => {
		const rule = PATTERNS[String(schema)] ?? `must match ${String(schema)}`;
		// The error itself says what a phone number looks like.
		return rule === PHONE ? `${subject} is ${shown(data)}` : `${subject} ${rule}, not ${shown(data)}`;
	},
	additionalProperties: (error, _subject, where) => {
		const { additionalProperty: name } = paramsOf<{ additionalProperty: string }>(error);
		return error.instancePath === '/query'
			? `there is no query parameter ${name}`
			: `${within(where, name)} is unknown`;
	},
	oneOf: (error, subject) => {
		const names = namesOf(error.schema as Branch[]);
		return isPassedTwice(error)
			? `${subject} may have only one of ${list(names, 'and')}`
			: `${subject} needs ${list(names, 'or')}`;
	},
	anyOf: ({ schema }, subject) => `${subject} needs ${list(namesOf(schema as Branch[]), 'or')}`,
	not: (error, subject) => {
		const branch = error.schema as Branch;
		if (error.propertyName !== undefined) {
			return `${subject} may not have the name ${shown(error.propertyName)}`;
		}
		if ('const' in branch) return `${subject} may not be ${shown(branch.const)} here`;
		const names = branch.anyOf ? namesOf(branch.anyOf) : (branch.required ?? []);
		const given = names.filter((name) => name in (error.data as object));
		// Names that exclude each other stand in the same branch, those that have no place here alone.
		const together = [branch, ...(branch.anyOf ?? [])].some(
			({ required = [] }) => required.length > 1,
		);
		return `${subject} may not have ${list([...new Set(given)], 'and')} ${together ? 'together' : 'here'}`;
	},
};

const TYPES: Record<string, string> = {
	string: 'a string',
	object: 'an object',
	array: 'an array',
	integer: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
};

const FORMATS: Record<string, string> = {
	uuid: 'a UUID',
	uri: 'a URL',
	'date-time': 'a time such as 2026-09-01T12:00:00Z',
};

const PHONE = 'must be a phone number';

/** The patterns of the contract's requests. */
const PATTERNS: Record<string, string> = {
	'^\\+[1-9]\\d{1,14}$': PHONE,
	'^(\\+[1-9]\\d{1,14})?$': PHONE,
	'^https://': 'must begin with https://',
	[FILE_URL]: 'must begin with https://',
	[TARGET_URL]: 'must begin with https:// and name a host',
	'^(https://|data:)': 'must begin with https:// or data:',
	'^[^:]+$': 'must be a bundle id without colons',
	'^[A-Z0-9]{10}$': 'must be ten capital letters and digits',
	'^([Rr][Cc][Ss]|[Ii][Mm][Ee][Ss][Ss][Aa][Gg][Ee])$': 'must be RCS or iMessage',
	'^#[0-9A-Fa-f]{6}$': 'must be a color such as #1A2B3C',
};

/** Whether several branches of a `oneOf` fit an object, where one alone may. */
export function isPassedTwice(error: SchemaError): boolean {
	const { passingSchemas } = paramsOf<{ passingSchemas?: number[] | null }>(error);
	return error.keyword === 'oneOf' && Array.isArray(passingSchemas) && isObject(error.data);
}

/** Whether a `oneOf` or `anyOf` asks for one of several fields, of which none is there. */
export function isChoiceOfFields(error: SchemaError): boolean {
	if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') return false;
	const names = namesOf(error.schema as Branch[]);
	const { data } = error;
	return names.length > 0 && isObject(data) && !names.some((name) => name in data);
}

/** Whether a value is a JSON object. */
export const isObject = (data: unknown): data is object =>
	typeof data === 'object' && data !== null && !Array.isArray(data);

const namesOf = (branches: Branch[]): string[] =>
	branches.flatMap(({ required = [] }) => required);

const paramsOf = <Params,>(error: SchemaError): Params => (error.params ?? {}) as Params;

const within = (where: string, name: string): string => (where ? `${where}.${name}` : name);

/** Most values that a message names. */
const NAMED = 16;

function choice(values: string[]): string {
	const [only] = values;
	if (values.length === 1 && only !== undefined) return only;
	if (values.length <= NAMED) return `one of ${values.join(', ')}`;
	const some = values.slice(0, NAMED);
	return `one of ${some.join(', ')} and ${values.length - NAMED} others`;
}

function list(names: string[], joint: 'and' | 'or'): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function count(limit: unknown, noun: 'character' | 'entry' | 'field'): string {
	const plural = noun === 'entry' ? 'entries' : `${noun}s`;
	return `${Number(limit).toLocaleString('en')} ${limit === 1 ? noun : plural}`;
}

const lengthOf = (data: unknown): string => (data as unknown[]).length.toLocaleString('en');

function typeOf(data: unknown): string {
	if (data === null) return 'null';
	if (Array.isArray(data)) return 'an array';
	return typeof data === 'object' ? 'an object' : shown(data);
}

/** Most characters of a value that a message quotes. */
const QUOTED = 60;

function shown(data: unknown): string {
	const text = JSON.stringify(data) as string | undefined;
	if (text === undefined) return 'nothing';
	return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
