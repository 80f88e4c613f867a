import { ApiError, type ErrorCase } from './errors.mts';

/** What Ajv reports; only the fields that are read here. */
export interface SchemaError {
	keyword: string;
	instancePath: string;
	schemaPath: string;
	message?: string;
	params?: unknown;
}

const PHONE = '^\\+[1-9]';

/**
 * Turns what the contract's schema found wrong with a request into Linq's error
 * (contract/behaviour.md section 3): 1001 missing field, 1002 phone number, 1003 body, 1004 message
 * parts, 1008 app card, 1005 all else.
 *
 * @param errors Ajv's errors, at least one
 * @param body the parsed request body, to see what kind of part an error is about
 */
export function requestError(errors: SchemaError[], body: unknown): ApiError {
	const error = decisive(errors);
	const where = place(error);
	const uuid = /^\/path\/(\w+)$/.exec(error.instancePath);
	if (uuid && error.keyword === 'format') {
		return new ApiError('1005').worded(`invalid ${uuid[1]} format: must be a valid UUID`);
	}
	return new ApiError(caseOf(error, body), `${where} ${error.message ?? 'is not allowed'}`.trim());
}

/** The error that says most: not the `if` around it nor the other branches of a `oneOf`. */
function decisive(errors: SchemaError[]): SchemaError {
	const last = errors.at(-1);
	const twoBranches = errors.find((error) => isPassedTwice(error));
	return (
		twoBranches ??
		errors.find((error) => error.keyword !== 'if') ??
		last ?? { keyword: '', instancePath: '', schemaPath: '' }
	);
}

function isPassedTwice(error: SchemaError): boolean {
	const params = error.params as { passingSchemas?: number[] | null } | undefined;
	return error.keyword === 'oneOf' && Array.isArray(params?.passingSchemas);
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
	if (isPassedTwice(error) && path === '/requestBody/message') return '1004';
	if (/^\/requestBody\/(layout|app)\b/.test(path)) return '1008';
	if (error.keyword === 'required' || error.keyword === 'dependentRequired') return '1001';
	if (error.keyword === 'pattern' && patternOf(error).startsWith(PHONE)) return '1002';
	return '1005';
}

function patternOf(error: SchemaError): string {
	return (error.params as { pattern?: string } | undefined)?.pattern ?? '';
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
		.replace(/\//g, '.');
}
