import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

/** A schema of the contract, as far as tests look into it. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	properties?: Record<string, Schema>;
	'x-known-values'?: unknown;
}

interface ContractOperation {
	operationId: string;
	responses: Record<string, unknown>;
}

interface Contract {
	paths: Record<string, Record<string, ContractOperation>>;
	webhooks: Record<string, unknown>;
	components: { schemas: Record<string, Schema> };
}

/** contract/openapi.yaml, the API as data. */
export const contract = parse(
	readFileSync(join(import.meta.dirname, '../../contract/openapi.yaml'), 'utf8'),
	{ maxAliasCount: -1 },
) as Contract;

/** Every operation as `GET /v3/chats`, with its operationId. */
export const contractOperations = new Map(
	Object.entries(contract.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, { operationId }]): [string, string] => [
			`${method.toUpperCase()} ${path}`,
			operationId,
		]),
	),
);

/** A schema by name; fails where the contract has none. */
export function schema(name: string): Schema {
	const found = contract.components.schemas[name];
	if (!found) throw new Error(`The contract has no schema ${name}`);
	return found;
}
