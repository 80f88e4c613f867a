import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { readEnvelope } from '../../../nodes/shared/delivery/envelope.ts';
import { WITH_CHAT } from '../../../nodes/shared/events.ts';
import { simplify } from '../../../nodes/shared/simplify/events/index.ts';
import { projectFolder } from '../../../scripts/project.mts';
import type { Evidence } from './evidence.mts';

/**
 * A plain JSON schema as n8n's editor reads it to show the fields of an output before a run
 * (n8n-core, nodes-loader/output-schema-resolver.ts).
 */
interface OutputSchema {
	type: string | string[];
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
	version?: number;
}

/**
 * The schema of the items of each operation, inferred from what came out, as the text of its file.
 *
 * @returns by the file's path below `__schema__`, e.g. `v1.0.0/chat/get.json`
 */
export function outputSchemas(evidence: Map<string, Evidence>): Map<string, string> {
	const seen = new Map<string, unknown[]>();
	for (const { outputs } of evidence.values()) gather(seen, outputs);
	const byOperation = new Map<string, IDataObject[]>();
	for (const [name, { outputs }] of evidence) {
		const operation = name.replace(/@.*/, '');
		byOperation.set(operation, [...(byOperation.get(operation) ?? []), ...outputs]);
	}
	return new Map(
		[...byOperation].map(([name, outputs]) => [
			`v1.0.0/${name.replace('.', '/')}.json`,
			textOf({ ...infer(outputs, seen), version: 1 }),
		]),
	);
}

/**
 * The schema of the trigger's items, as the text of its file. n8n asks for one schema of a trigger,
 * whichever events are chosen, so it has the fields of all that happens in chats: those of a message
 * that comes in first, in the order of the output.
 */
export function triggerSchema(): string {
	const events = ['message.received', ...WITH_CHAT];
	const items = [...new Set(events)].map((event) => simplify(exampleOf(event)));
	const seen = new Map<string, unknown[]>();
	gather(seen, items);
	const { properties: found = {}, ...schema } = infer(items, seen);
	const names = [...new Set(items.flatMap(Object.keys))];
	const inOrder = Object.fromEntries(names.map((name) => [name, found[name]]));
	return textOf({ ...schema, properties: inOrder as typeof found, version: 1 });
}

/** The file that n8n looks for, below `__schema__`: of the version in LinqTrigger.node.ts. */
export const TRIGGER_SCHEMA = 'v1.1.0.json';

/** An event as the contract shows it. */
function exampleOf(event: string) {
	const file = join(projectFolder, 'contract', 'examples', 'webhooks', `${event}.json`);
	const envelope = readEnvelope(readFileSync(file));
	if (!envelope) throw new Error(`${file} is no event`);
	return envelope;
}

/** Keys of the user's own. */
const isFree = (name: string) => name === 'metadata';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects all values by the name of their field. */
function gather(seen: Map<string, unknown[]>, values: unknown[]): void {
	for (const value of values) {
		if (Array.isArray(value)) gather(seen, value);
		if (!isObject(value)) continue;
		for (const [name, inner] of Object.entries(value)) {
			seen.set(name, [...(seen.get(name) ?? []), inner]);
			gather(seen, [inner]);
		}
	}
}

/**
 * @param seen what fields of a name have elsewhere, for those that are empty here
 * @param name of the field that has these values
 */
function infer(values: unknown[], seen: Map<string, unknown[]>, name = ''): OutputSchema {
	const given = values.filter((value) => value !== null && value !== undefined);
	const isNullable = given.length < values.length;
	const known = given.length > 0 ? given : alike(seen.get(name) ?? []);
	if (known.some(isObject)) {
		return { type: 'object', ...(!isFree(name) && { properties: properties(known, seen) }) };
	}
	if (known.some(Array.isArray)) {
		const entries = known.flat();
		const all = entries.length > 0 ? entries : (seen.get(name) ?? []).flat();
		return { type: 'array', ...(all.length > 0 && { items: infer(all, seen) }) };
	}
	const types = [...new Set(known.map((value) => typeof value))].sort();
	// The editor shows the first type.
	const all = [...types, ...(isNullable || types.length === 0 ? ['null'] : [])];
	return { type: all.length === 1 ? (all[0] ?? 'null') : all };
}

function properties(values: unknown[], seen: Map<string, unknown[]>): Record<string, OutputSchema> {
	const objects = values.filter(isObject);
	const names = [...new Set(objects.flatMap(Object.keys))].sort();
	return Object.fromEntries(
		names.map((name) => {
			const inner = objects.filter((one) => name in one).map((one) => one[name]);
			return [name, infer(inner, seen, name)];
		}),
	);
}

/** Values of one type only; a name that means different things elsewhere tells nothing. */
function alike(values: unknown[]): unknown[] {
	const given = values.filter((value) => value !== null && value !== undefined);
	return new Set(given.map((value) => typeof value)).size === 1 && !given.some(isObject)
		? given
		: [];
}

/** As Prettier writes it. */
const textOf = (schema: OutputSchema): string =>
	`${JSON.stringify(schema, null, '\t').replace(/\[\s+("\w+",)\s+("\w+")\s+\]/g, '[$1 $2]')}\n`;
