import { createHash, randomUUID } from 'node:crypto';

import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { KeyPlace } from '../operation';
import { originOf } from './origin';
import { MAX_KEY, readSendOnce } from './sendOnce';

/**
 * Makes the idempotency keys of one run of the node. Each that is made of several values is a hash of
 * what it is for and of all of them, so that none can be another's.
 */
export class RunKeys {
	/** Which node of which workflow; the same in every execution. */
	readonly #place: string[];
	/** Which run of that node, for which event or in which execution of which n8n. */
	readonly #run: string[];

	/**
	 * @param call tells a call as a tool from others of the same node; empty for a run. The run index
	 *   alone does not: an agent that works on several items at a time calls a tool several times
	 *   with the same one. The call alone does not either: it is counted anew when n8n resumes an
	 *   execution that has waited
	 */
	constructor(context: IExecuteSingleFunctions, node: string, call: string) {
		this.#place = [context.getWorkflow().id ?? '', node];
		this.#run = [
			context.getInstanceId(),
			...this.#place,
			originOf(context) ?? randomUUID(),
			String(context.evaluateExpression('{{ $runIndex }}', 0)),
			call,
		];
	}

	/**
	 * The key of an item that n8n may run again: the same in each try of Retry On Fail, on each
	 * worker, and in each execution about the same thing (origin.ts).
	 *
	 * @param target to whom it goes, so that a restored database of n8n, which counts executions
	 *   from an earlier number, does not make Linq take one recipient's message for another's
	 * @param part which message of the item, from 0
	 * @param renewal how often it was renewed; see storedMessage.ts
	 */
	automatic(index: number, target: string, part = 0, renewal = 0): string {
		return hashed('item', this.#run, index, target, part, renewal);
	}

	/**
	 * The key for one of the user's, within Linq's length and letters. It counts for this node alone:
	 * a copy of the workflow for the next campaign has keys of its own.
	 *
	 * @param part which message of the item, from 0
	 */
	ofNode(key: string, part = 0): string {
		const readable = `n8n-${hash(this.#place).slice(0, 16)}-${key}`;
		const isUsable = part === 0 && readable.length <= MAX_KEY && PRINTABLE.test(readable);
		return isUsable ? readable : hashed('key', this.#place, key, part);
	}
}

/**
 * The key of a second message that belongs to the one with this key.
 *
 * @param renewal how often it was renewed; see storedMessage.ts
 */
export const followUpKey = (key: string, renewal: number): string =>
	hashed('follow-up', key, renewal);

/**
 * The key of a later message of an item whose first one has a key of the user's. With a number behind
 * it, it could be another item's key.
 *
 * @param part which message of the item, from 0
 */
const laterKey = (key: string, part: number): string =>
	part === 0 ? key : hashed('later', key, part);

/** Characters that a header can carry too. */
const PRINTABLE = /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/;

const hash = (values: unknown[]) =>
	createHash('sha256').update(JSON.stringify(values)).digest('hex');

const hashed = (...values: unknown[]) => `n8n-${hash(values)}`;

/**
 * The key that an item goes out with.
 *
 * @param target to whom it goes; see RunKeys.automatic()
 * @param part which message of the item, from 0
 * @returns undefined where the user wants none
 * @throws InvalidInput for a key that is empty or that Linq would refuse
 */
export function keyOf(
	context: IExecuteSingleFunctions,
	keys: RunKeys,
	target: string,
	part = 0,
): string | undefined {
	const once = readSendOnce(context);
	switch (once.mode) {
		case 'execution':
			return keys.automatic(context.getItemIndex(), target, part);
		case 'key':
			return keys.ofNode(once.key, part);
		case 'exactKey':
			return laterKey(once.key, part);
		case 'always':
			return undefined;
	}
}

/** Puts the key where Linq reads it. */
export function putKey(
	request: Pick<IHttpRequestOptions, 'headers' | 'body'>,
	place: KeyPlace,
	key: string,
): void {
	if (place === 'header') {
		request.headers = { ...request.headers, 'Idempotency-Key': key };
		return;
	}
	const body = request.body as IDataObject;
	body[place] = { ...(body[place] as IDataObject), idempotency_key: key };
}
