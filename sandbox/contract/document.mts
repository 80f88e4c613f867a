import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the sandbox itself reads of `contract/openapi.yaml`; all else goes to the validator as is. */
export interface ContractDocument {
	paths: Record<string, Record<string, ContractOperation>>;
	components: {
		examples: Record<string, { value: { error: ContractError } }>;
		schemas: Record<string, ContractSchema>;
	};
}

export interface ContractOperation {
	operationId: string;
	parameters?: Array<{ name: string; in: string; schema: { type?: string } }>;
	responses: Record<string, unknown>;
}

export interface ContractSchema {
	enum?: string[];
	properties?: Record<string, { pattern?: string }>;
	discriminator?: { propertyName: string; mapping?: Record<string, string> };
}

export interface ContractError {
	status: number;
	code: number;
	message: string;
	doc_url: string;
}

const CONTRACT = new URL('../../contract/', import.meta.url);

/**
 * Where a webhook may point to: https anywhere, as the contract says, and plain http on this
 * machine, which is where an n8n on a developer's machine has its webhooks.
 */
export const TARGET_URL = '^(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?([/?#]|$))';

/**
 * Reads the contract and makes the two changes the sandbox needs.
 *
 * @returns the OpenAPI document, parsed; each call gives a fresh copy
 */
export function loadContract(): ContractDocument {
	const document = parse(
		readFileSync(new URL('openapi.yaml', CONTRACT), 'utf8'),
	) as ContractDocument;
	const { schemas } = document.components;
	allowLoopbackTargets(schemas);
	dropDiscriminatorMappings(schemas);
	return document;
}

/**
 * Reads an example of the contract.
 *
 * @param path below `contract/examples/`, without `.json`, e.g. `webhooks/message.sent`
 */
export function loadExample(path: string): unknown {
	return JSON.parse(readFileSync(new URL(`examples/${path}.json`, CONTRACT), 'utf8'));
}

function allowLoopbackTargets(schemas: Record<string, ContractSchema>): void {
	for (const name of ['CreateWebhookSubscriptionRequest', 'UpdateWebhookSubscriptionRequest']) {
		const target = schemas[name]?.properties?.target_url;
		if (!target?.pattern) throw new Error(`The contract has no ${name}.target_url pattern`);
		target.pattern = TARGET_URL;
	}
}

/** Ajv picks a branch by the `const` of the property and refuses the (redundant) mapping. */
function dropDiscriminatorMappings(schemas: Record<string, ContractSchema>): void {
	for (const schema of Object.values(schemas)) delete schema.discriminator?.mapping;
}
