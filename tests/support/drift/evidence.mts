import type { IDataObject } from 'n8n-workflow';

import { nodeOperations } from './fields.mts';
import { bodyPlaces, pathsIn } from './places.mts';
import { samples } from './samples/index.mts';
import type { Performance, Stage } from './stage.mts';

/** What an operation of the node was seen to do with all its samples. */
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
			add(evidence, route, seen);
		}
		all.set(name, evidence);
		if (operation.method !== 'GET') there = await stage.furnish();
	}
	return all;
}

/** What only reads leaves the sandbox as it is. */
const readingFirst = () =>
	[...nodeOperations].sort(
		(a, b) => Number(b.operation.method === 'GET') - Number(a.operation.method === 'GET'),
	);

function add(evidence: Evidence, route: string, { requests, json, events }: Performance): void {
	const places = bodyPlaces(route);
	for (const { operationId, requestBody, path, headers } of requests) {
		evidence.operationIds.add(String(operationId));
		for (const name of Object.keys(headers)) evidence.headers.add(name);
		for (const name of new URL(path, 'http://linq').searchParams.keys()) evidence.query.add(name);
		if (requestBody === '') continue;
		for (const place of pathsIn(JSON.parse(requestBody), places)) evidence.body.add(place);
	}
	evidence.outputs.push(...json);
	for (const event of events) evidence.events.add(event);
}
