import type {
	IDataObject,
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Answer } from '../operation';
import { Attempt } from './attempt';
import { clock } from './clock';
import { RunKeys } from './key';
import { Progress } from './progress';
import { Uploads } from './uploads';

/** How an item without an idempotency key ended: it must not be done again when n8n retries. */
export type FinalResult =
	| { answer: Answer }
	/** It was looked up, or needs no other try. */
	| { found: IDataObject }
	| { message: string; description: string | undefined };

/** Items that n8n prepares in about a second. */
const LONG_LIST = 200;

/** One run of the node, or one call of it as a tool: what all tries of Retry On Fail share. */
export class Run {
	readonly keys: RunKeys;
	/** Final results of items, by index. */
	readonly results = new Map<number, FinalResult>();
	readonly progress: Progress;
	/** When it began, by our clock; epoch milliseconds. */
	readonly startedAt = clock.now();
	/** The messages that have been sent of items with several messages, by index. */
	readonly #series = new Map<number, IDataObject[]>();
	/** Items that Linq has, or may have, under a key: the next try makes sure of them. */
	readonly #begun = new Set<number>();
	/** Files of the node before that it sends. */
	readonly uploads = new Uploads();
	/** Whether n8n runs the node again when it fails (Retry On Fail). */
	readonly retries: boolean;
	/** How many items n8n hands over in each try. */
	readonly total: number;
	#attempt?: Attempt;

	/** @param call tells a call as a tool from others of the same node; empty for a run */
	constructor(context: IExecuteSingleFunctions, call: string) {
		const node = context.getNode();
		this.retries = node.retryOnFail ?? false;
		this.keys = new RunKeys(context, node.id, call);
		this.total = call === '' && !node.executeOnce ? countItems(context) : 1;
		this.progress = new Progress(this.total);
		if (this.total > LONG_LIST && !hasBatching(context)) {
			context.logger.warn(
				`“${node.name}” gets ${this.total} items at once, and n8n is blocked while it prepares them: add Request Options > Batching in the settings of the node`,
			);
		}
	}

	/** The messages of a multi-message item that Linq has accepted in all tries; callers add to it. */
	seriesOf(index: number): IDataObject[] {
		const sent = this.#series.get(index) ?? [];
		if (this.retries) this.#series.set(index, sent);
		return sent;
	}

	/** Notes that Linq has, or may have, what an item says, and knows it when it comes again. */
	begin(index: number): void {
		if (this.retries) this.#begun.add(index);
	}

	/** Whether an earlier try has begun with an item, so that it has to be brought to its end. */
	hasBegun(index: number): boolean {
		return this.#begun.has(index) || (this.#series.get(index)?.length ?? 0) > 0;
	}

	/** The try that an item belongs to: one that comes again begins a new one. */
	attemptFor(context: IExecuteSingleFunctions): Attempt {
		const index = context.getItemIndex();
		if (!this.#attempt || index <= this.#attempt.newest) {
			this.#attempt = new Attempt(context, this.total, this.#attempt);
		}
		this.#attempt.newest = index;
		return this.#attempt;
	}
}

function countItems(context: IExecuteSingleFunctions): number {
	const { data } = context.getExecuteData();
	return (data.main ?? data.ai_tool)?.[0]?.length ?? 1;
}

/** Whether n8n pauses between items; it is a default, but a stored node can be without. */
const hasBatching = (context: IExecuteSingleFunctions): boolean =>
	Number(context.getNodeParameter('requestOptions.batching.batch.batchInterval', 0)) > 0;

/** By the object that n8n hands to all items of a run in all its tries, and to no other run. */
const runs = new WeakMap<object, Run>();

/**
 * The run that an item belongs to.
 *
 * n8n runs a node with one object of execute data for all tries (n8n-core, workflow-execute.ts).
 * Called as a tool by older agents and by MCP servers, the node gets the execute data of the agent,
 * and a run index that rises with each try; what stays the same over the tries of one call, and is
 * another for each call, is the object of its arguments (n8n-core, get-input-connection-data.ts,
 * makeHandleToolInvocation).
 */
export function runOf(context: IExecutePaginationFunctions): Run {
	const execution = context.getExecuteData();
	const found = runs.get(execution);
	if (found) return found;
	if (execution.node.name === context.getNode().name) return remember(execution, context, '');
	const { json: args } = context.getInputData(0, NodeConnectionTypes.AiTool);
	return runs.get(args) ?? remember(args, context, countCall(context));
}

function remember(key: object, context: IExecuteSingleFunctions, call: string): Run {
	const run = new Run(context, call);
	runs.set(key, run);
	return run;
}

/** Calls as a tool, by execution: agents call tools at the same time, with the same run index. */
const calls = new WeakMap<object, number>();

function countCall(context: IExecuteSingleFunctions): string {
	const execution = context.getExecutionCancelSignal() ?? context.getExecuteData();
	const count = (calls.get(execution) ?? 0) + 1;
	calls.set(execution, count);
	return `call ${count}`;
}
