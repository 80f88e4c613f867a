import { createHash, randomUUID } from 'node:crypto';

import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { KeyPlace } from './route';

/** Longest key that Linq takes (contract/behaviour.md, section 5). */
export const MAX_KEY = 255;

/** Makes the keys of one run of the node. */
export class RunKeys {
	/** Identifies the run of the node within its execution, e.g. in a loop. */
	readonly nodeRun: string;
	/** Which node of which workflow; the same in every execution. */
	readonly #place: string;
	/** Which run of that node, in which execution of which n8n. */
	readonly #run: string;

	constructor(context: IExecuteSingleFunctions, node: string) {
		this.nodeRun = `${node}:${String(context.evaluateExpression('{{ $runIndex }}', 0))}`;
		this.#place = `${context.getWorkflow().id ?? ''}:${node}`;
		this.#run = [
			context.getInstanceId(),
			this.#place,
			// Without an id, which n8n gives to all but some tests of a node, no retry can be told.
			context.getExecutionId() ?? randomUUID(),
			this.nodeRun,
		].join(':');
	}

	/**
	 * The key of an item that n8n may run again: the same in each try of Retry On Fail and on each
	 * worker, another in each execution.
	 *
	 * @param target to whom it goes, so that a restored database of n8n, which counts executions
	 *   from an earlier number, does not make Linq take one recipient's message for another's
	 */
	automatic(index: number, target: string): string {
		return `n8n-${hash(`${this.#run}:${index}:${target}`)}`;
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
	if (own !== undefined) return keys.deduplicating(readText(own, 'Deduplication Key'));
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

/** @throws InvalidInput when the key is empty or longer than Linq takes */
export function readKey(key: unknown, field: string): string {
	const text = readText(key, field);
	if (text.length <= MAX_KEY) return text;
	throw new InvalidInput(
		`${field} has ${text.length} characters, Linq takes at most ${MAX_KEY}`,
		'Use a shorter key, or the option Deduplication Key, which takes any length.',
	);
}

function readText(value: unknown, field: string): string {
	const text = String(value ?? '').trim();
	if (text !== '') return text;
	throw new InvalidInput(
		`${field} is empty`,
		'Enter a text that is different for each message. If it comes from an expression, check that the node before outputs it for this item.',
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
