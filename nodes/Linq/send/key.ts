import { createHash, randomUUID } from 'node:crypto';

import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import { readText } from '../../shared/input/text';
import type { KeyPlace } from '../operation';
import { originOf } from './origin';

/** Longest key that Linq takes (contract/behaviour.md, section 5). */
const MAX_KEY = 255;

/** Makes the idempotency keys of one run of the node. */
export class RunKeys {
	/** Which node of which workflow; the same in every execution. */
	readonly #place: string;
	/** Which run of that node, for which event or in which execution of which n8n. */
	readonly #run: string;

	/**
	 * @param call tells a call as a tool from others of the same node; empty for a run. The run index
	 *   alone does not: an agent that works on several items at a time calls a tool several times
	 *   with the same one. The call alone does not either: it is counted anew when n8n resumes an
	 *   execution that has waited
	 */
	constructor(context: IExecuteSingleFunctions, node: string, call: string) {
		this.#place = `${context.getWorkflow().id ?? ''}:${node}`;
		this.#run = [
			context.getInstanceId(),
			this.#place,
			originOf(context) ?? randomUUID(),
			`${node}:${String(context.evaluateExpression('{{ $runIndex }}', 0))}`,
			...(call === '' ? [] : [call]),
		].join(':');
	}

	/**
	 * The key of an item that n8n may run again: the same in each try of Retry On Fail, on each
	 * worker, and in each execution about the same thing (origin.ts).
	 *
	 * @param target to whom it goes, so that a restored database of n8n, which counts executions
	 *   from an earlier number, does not make Linq take one recipient's message for another's
	 * @param renewal how often it was renewed; see storedMessage.ts
	 */
	automatic(index: number, target: string, renewal = 0): string {
		const renewed = renewal === 0 ? '' : `:${renewal}`;
		return `n8n-${hash(`${this.#run}:${index}:${target}${renewed}`)}`;
	}

	/**
	 * The key for a "Deduplication Key" of the user, within Linq's length and letters. It counts for
	 * this node alone: a copy of the workflow for the next campaign has keys of its own.
	 */
	deduplicating(key: string): string {
		const readable = `n8n-${hash(this.#place).slice(0, 16)}-${key}`;
		if (readable.length <= MAX_KEY && PRINTABLE.test(readable)) return readable;
		return `n8n-${hash(`${this.#place}:${key}`)}`;
	}
}

/** What a header can carry too. */
const PRINTABLE = /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The key that an item goes out with.
 *
 * @param target to whom it goes; see RunKeys.automatic()
 * @returns undefined where the user wants none
 * @throws InvalidInput for a key that is empty or that Linq would refuse
 */
export function keyOf(
	context: IExecuteSingleFunctions,
	keys: RunKeys,
	target: string,
): string | undefined {
	const exact = option(context, 'idempotencyKey');
	if (exact !== undefined) return readKey(exact, 'Idempotency Key');
	const own = option(context, 'deduplicationKey');
	if (own !== undefined) return keys.deduplicating(readText(own, 'Deduplication Key', KEY_HINT));
	if (option(context, 'deduplication') === 'none') return undefined;
	return keys.automatic(context.getItemIndex(), target);
}

/** The value of an option; undefined only where the user did not add it. */
function option(context: IExecuteSingleFunctions, name: string): unknown {
	const value = context.getNodeParameter(`options.${name}`, NOT_ADDED);
	return value === NOT_ADDED ? undefined : (value ?? '');
}

/** What n8n gives back for a parameter that is not there; `undefined` would make it throw. */
const NOT_ADDED = 'not added';

const KEY_HINT =
	'Enter a text that is different for each message. If it comes from an expression, check that the previous node outputs it for this item.';

/** @throws InvalidInput when the key is empty or longer than Linq takes */
function readKey(key: unknown, label: string): string {
	const text = readText(key, label, KEY_HINT);
	if (text.length <= MAX_KEY) return text;
	throw new InvalidInput(
		`${label} has ${text.length} characters, but Linq allows at most ${MAX_KEY}`,
		'Use a shorter key, or the option Deduplication Key, which can be of any length.',
	);
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
