import { ApiError, type ErrorCase } from './errors.mts';
import { explain, isChoiceOfFields, isObject, isPassedTwice, type SchemaError } from './explain.mts';

const PHONES = ['^\\+[1-9]', '^(\\+[1-9]'];
const MESSAGE = '/requestBody/message';

/**
 * Turns what the contract's schema found wrong with a request into Linq's error
 * (contract/behaviour.md section 3): 1001 missing field, 1002 phone number, 1003 body, 1004 message
 * parts, 1008 app card, 1005 all else.
 *
 * @param errors Ajv's errors, at least one
 * @param body the parsed request body, to see what kind of part an error is about
 */
export function requestError(errors: SchemaError[], body: unknown): ApiError {
	const error = decisive(errors.map(typeFirst));
	const uuid = /^\/path\/(\w+)$/.exec(error.instancePath);
	if (uuid && error.keyword === 'format') {
		return new ApiError('1005').worded(`invalid ${uuid[1]} format: must be a valid UUID`);
	}
	return new ApiError(caseOf(error, body), explain(error, place(error)));
}

/** Branches that only name fields say nothing of what is no object; its type is what is wrong. */
function typeFirst(error: SchemaError): SchemaError {
	const { type } = (error.parentSchema ?? {}) as { type?: unknown };
	return type === 'object' && !isObject(error.data)
		? { ...error, keyword: 'type', schema: type }
		: error;
}

/** The error that says most: not the `if` around it nor the other branches of a `oneOf`. */
function decisive(errors: SchemaError[]): SchemaError {
	return (
		errors.find((error) => isPassedTwice(error)) ??
		errors.find((error) => isChoiceOfFields(error)) ??
		errors.find((error) => error.keyword !== 'if') ??
		errors.at(-1) ?? { keyword: '', instancePath: '', schemaPath: '' }
	);
}

function caseOf(error: SchemaError, body: unknown): ErrorCase {
	const path = error.instancePath;
	if (error.keyword === 'parse') return '1003';
	if (path === '' || path === '/requestBody') {
		const missing = (error.params as { missingProperty?: string } | undefined)?.missingProperty;
		if (missing === 'requestBody' || error.keyword === 'type') return '1003';
	}
	const part = /^\/requestBody\/message\/parts(?:\/(\d+))?/.exec(path);
	if (part) return isAppCard(body, part[1]) ? '1008' : '1004';
	if (path === MESSAGE && (isPassedTwice(error) || error.keyword === 'type')) return '1004';
	if (/^\/requestBody\/(layout|app)\b/.test(path)) return '1008';
	if (error.keyword === 'required' || error.keyword === 'dependentRequired') return '1001';
	if (isChoiceOfFields(error)) return '1001';
	if (error.keyword === 'pattern' && PHONES.some((one) => String(error.schema).startsWith(one))) {
		return '1002';
	}
	return '1005';
}

function isAppCard(body: unknown, index: string | undefined): boolean {
	const parts = (body as { message?: { parts?: Array<{ type?: unknown } | null> } }).message?.parts;
	return index !== undefined && parts?.[Number(index)]?.type === 'imessage_app';
}

/** `/requestBody/message/parts/0` reads as `message.parts[0]`, as in the body the caller wrote. */
function place(error: SchemaError): string {
	return error.instancePath
		.replace(/^\/(requestBody|query|path|header)\/?/, '')
		.replace(/\/(\d+)(?=\/|$)/g, '[$1]')
		.replace(/\//g, '.')
		.replace(/~1/g, '/')
		.replace(/~0/g, '~');
}
