import type { IDataObject } from 'n8n-workflow';

import { contractOperation } from '../contract.mts';
import { nodeOperations } from './fields.mts';
import { bodyPlaces, pathsIn } from './places.mts';
import { samples } from './samples/index.mts';
import type { Performance, Stage } from './stage.mts';

/** The observed behaviour of an operation of the node with all its samples. */
export interface Evidence {
	/** Routes of the contract that were requested, as operationIds. */
	operationIds: Set<string>;
	/** Paths of the body's properties, in the terms of places.mts. */
	body: Set<string>;
	query: Set<string>;
	headers: Set<string>;
	/** The items that came out. */
	outputs: IDataObject[];
	/** The events that the sandbox fired. */
	events: Set<string>;
}

/**
 * Runs every operation of the node with all its samples.
 *
 * @returns what was seen, by the name of the operation (`message.send`)
 * @throws Error naming the sample that failed
 */
export async function collectEvidence(stage: Stage): Promise<Map<string, Evidence>> {
	const all = new Map<string, Evidence>();
	let there = await stage.furnish();
	for (const { name, route, resource, operation } of readingFirst()) {
		const sets = samples[name];
		if (!sets) throw new Error(`${name} has no samples`);
		const evidence: Evidence = {
			operationIds: new Set(),
			body: new Set(),
			query: new Set(),
			headers: new Set(),
			outputs: [],
			events: new Set(),
		};
		for (const [index, parameters] of sets(there).entries()) {
			const seen = await stage.perform(resource.value, operation.value, parameters);
			if (seen.error) {
				const { message, description } = seen.error;
				throw new Error(`${name}, sample ${index}: ${message}. ${description ?? ''}`);
			}
			add(evidence, name, route, seen);
		}
		all.set(name, evidence);
		if (operation.method !== 'GET') there = await stage.furnish();
	}
	return all;
}

/** Reads come first: they do not change the sandbox. */
export const readingFirst = () =>
	[...nodeOperations].sort(
		(a, b) => Number(b.operation.method === 'GET') - Number(a.operation.method === 'GET'),
	);

const WAITING = [
	'createPoll',
	'createWebhookSubscription',
	'deleteWebhookSubscription',
	'getChat',
	'getMessages',
	'getPoll',
	'listWebhookSubscriptions',
	'updateWebhookSubscription',
];

/** Requests that operations make besides their own: for files, and messages after the first. */
const BESIDE: Record<string, string[]> = {
	'chat.create': ['requestUpload', 'sendMessageToChat', 'getMessages'],
	'message.send': ['requestUpload', 'sendMessageToChat', 'getMessages'],
	'message.send@from': ['requestUpload', 'sendMessageToChat', 'getMessages'],
	'message.send@chat': ['requestUpload', 'getMessages'],
	'attachment.download': ['getMessage'],
	'voiceMemo.send': ['requestUpload', 'sendMessageToChat'],
	'message.sendAndWait': WAITING,
	'message.sendAndWait@chat': WAITING,
};

function add(
	evidence: Evidence,
	name: string,
	route: string,
	{ requests, json, events }: Performance,
): void {
	const places = bodyPlaces(route);
	const own = contractOperation(route).operationId;
	const beside = BESIDE[name] ?? ['requestUpload'];
	for (const { operationId, requestBody, path, headers } of requests) {
		if (operationId !== own && beside.includes(String(operationId))) continue;
		evidence.operationIds.add(String(operationId));
		for (const name of Object.keys(headers)) evidence.headers.add(name);
		for (const name of new URL(path, 'http://linq').searchParams.keys()) evidence.query.add(name);
		if (requestBody === '') continue;
		for (const place of pathsIn(JSON.parse(requestBody), places)) evidence.body.add(place);
	}
	evidence.outputs.push(...json);
	for (const event of events) evidence.events.add(event);
}
