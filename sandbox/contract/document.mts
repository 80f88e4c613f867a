import { readFileSync } from 'node:fs';
import { JSON_SCHEMA, load } from 'js-yaml';

/** The parts of `contract/openapi.yaml` the sandbox reads; the rest goes to the validator as is. */
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

/** This machine, as the beginning of a URL. */
const LOOPBACK = 'http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?';

/**
 * Where a webhook may point to: https anywhere, as the contract says, and plain http on this
 * machine, which is where an n8n on a developer's machine has its webhooks.
 */
export const TARGET_URL = `^(https://|${LOOPBACK}([/?#]|$))`;

/**
 * Where a file may be: at an https URL, as the contract says, or in a sandbox's own storage, which
 * has plain http. That it is its own storage, the operations check.
 */
export const FILE_URL = `^(https://|${LOOPBACK}/media/)`;

/**
 * Reads the contract and makes the changes the sandbox needs.
 *
 * @returns the OpenAPI document, parsed; each call gives a fresh copy
 */
export function loadContract(): ContractDocument {
	const text = readFileSync(new URL('openapi.yaml', CONTRACT), 'utf8');
	const document = load(text, { schema: JSON_SCHEMA }) as ContractDocument;
	const { schemas } = document.components;
	for (const [name, field, pattern] of LOOSENED) loosen(schemas, name, field, pattern);
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

const LOOSENED: ReadonlyArray<[schema: string, field: string, pattern: string]> = [
	['CreateWebhookSubscriptionRequest', 'target_url', TARGET_URL],
	['UpdateWebhookSubscriptionRequest', 'target_url', TARGET_URL],
	['MediaPart', 'url', FILE_URL],
	['VoiceMemoRequest', 'voice_memo_url', FILE_URL],
	['ChatBackgroundRequest', 'image_url', FILE_URL],
];

function loosen(
	schemas: Record<string, ContractSchema>,
	name: string,
	field: string,
	pattern: string,
): void {
	const property = schemas[name]?.properties?.[field];
	if (!property?.pattern) throw new Error(`The contract has no pattern for ${name}.${field}`);
	property.pattern = pattern;
}

/** Ajv picks a branch by the `const` of the property and refuses the (redundant) mapping. */
function dropDiscriminatorMappings(schemas: Record<string, ContractSchema>): void {
	for (const schema of Object.values(schemas)) delete schema.discriminator?.mapping;
}
