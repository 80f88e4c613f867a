import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { JSON_SCHEMA, load } from 'js-yaml';

/** A schema of the contract, as far as tests look into it. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	required?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	items?: Schema;
	oneOf?: Schema[];
	anyOf?: Schema[];
	allOf?: Schema[];
	if?: Schema;
	then?: Schema;
	else?: Schema;
	discriminator?: { mapping: Record<string, string> };
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	maxProperties?: number;
	/** Values of an open-ended text, plain or by family. */
	'x-known-values'?: unknown[] | Record<string, unknown[]>;
}

export interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required: boolean;
	schema: Schema;
}

interface Response {
	$ref?: string;
	content?: { 'application/json'?: { schema: Schema } };
	'x-error-codes'?: number[];
}

export interface ContractOperation {
	operationId: string;
	'x-in-sdk-0.28.2': boolean;
	parameters?: Parameter[];
	requestBody?: { content: { 'application/json': { schema: Schema } } };
	responses: Record<string, Response>;
}

interface Contract {
	info: { 'x-source-version': string };
	paths: Record<string, Record<string, ContractOperation>>;
	webhooks: Record<string, unknown>;
	components: { schemas: Record<string, Schema>; responses: Record<string, Response> };
}

/** contract/openapi.yaml, the API as data. */
export const contract = load(
	readFileSync(join(import.meta.dirname, '../../contract/openapi.yaml'), 'utf8'),
	{ schema: JSON_SCHEMA },
) as Contract;

/** Every operation by its route, e.g. `GET /v3/chats`. */
export const contractOperations = new Map(
	Object.entries(contract.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]): [string, ContractOperation] => [
			`${method.toUpperCase()} ${path}`,
			operation,
		]),
	),
);

/** The operation of a route; fails where the contract has none. */
export function contractOperation(route: string): ContractOperation {
	const found = contractOperations.get(route);
	if (!found) throw new Error(`The contract has no ${route}`);
	return found;
}

/** A schema by name; fails where the contract has none. */
export function schema(name: string): Schema {
	const found = contract.components.schemas[name];
	if (!found) throw new Error(`The contract has no schema ${name}`);
	return found;
}

/** The target of a reference, or the schema itself. */
export function resolved(given: Schema): Schema {
	return given.$ref === undefined ? given : resolved(schema(lastOf(given.$ref)));
}

/** The schema of the answer to a request that succeeds; undefined where it has no content. */
export function answerSchema(route: string): Schema | undefined {
	const { responses } = contractOperation(route);
	const found = Object.entries(responses).find(([status]) => Number(status) < 300)?.[1];
	const given = found?.content?.['application/json']?.schema;
	return given && resolved(given);
}

/** Each error that the contract lists for a route: its HTTP status with Linq's code. */
export function errorsOf(route: string): Array<{ status: number; code: number }> {
	return Object.entries(contractOperation(route).responses).flatMap(([status, response]) => {
		const { 'x-error-codes': codes = [] } =
			response.$ref === undefined
				? response
				: (contract.components.responses[lastOf(response.$ref)] ?? {});
		return codes.map((code) => ({ status: Number(status), code }));
	});
}

const lastOf = (reference: string) => reference.split('/').at(-1) ?? '';
