import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { baseUrlOf } from '../../shared/api/credential';
import { RunKeys } from './key';
import { Progress } from './progress';
import { Turns } from './queue';

/** Requests under way at the same time, where the option "Requests at Once" is not set. */
export const REQUESTS_AT_ONCE = 10;

/** Seconds that one item waits for Linq, where the option "Wait at Most" is not set. */
export const WAIT_AT_MOST = 120;

/** How an item without an idempotency key ended: it must not be done again when n8n retries. */
export type Settled =
	| { outputs: INodeExecutionData[] }
	| { message: string; description: string | undefined };

/** What the items of one run of the node share; one try of Retry On Fail is one run. */
export class Run {
	readonly turns: Turns;
	readonly progress: Progress;
	readonly keys: RunKeys;
	/** Milliseconds that one item waits for Linq. */
	readonly waitAtMost: number;
	/** Where Linq is, from the credential. */
	readonly baseUrl: Promise<string>;
	/** Items that earlier tries of Retry On Fail settled, by index. */
	readonly settled: Map<number, Settled>;
	/** Whether n8n runs the node again when it fails (Retry On Fail). */
	readonly retries: boolean;
	/** The item that entered last. */
	newest = -1;
	readonly #stopping = new AbortController();
	readonly #cancelled: AbortSignal | undefined;
	#open = 0;

	constructor(context: IExecuteSingleFunctions) {
		this.turns = new Turns(
			Math.max(1, number(context, 'options.requestsAtOnce', REQUESTS_AT_ONCE)),
		);
		this.waitAtMost = Math.max(0, number(context, 'options.waitAtMost', WAIT_AT_MOST)) * 1000;
		const node = context.getNode();
		this.retries = node.retryOnFail ?? false;
		this.keys = new RunKeys(context, node.id);
		this.progress = new Progress(context.getExecuteData().data.main?.[0]?.length ?? 1);
		this.baseUrl = baseUrlOf(context);
		this.settled = settledBefore(context, this.keys.nodeRun);
		this.#cancelled = context.getExecutionCancelSignal();
		if (this.cancelled) this.stop();
	}

	/** Ends waits: fires when an item failed that stops the node, or the execution is cancelled. */
	get stopping(): AbortSignal {
		return this.#stopping.signal;
	}

	/** Whether the user has cancelled the execution. */
	get cancelled(): boolean {
		return this.#cancelled?.aborted ?? false;
	}

	/** Sends nothing more; only what is under way ends. */
	readonly stop = (): void => {
		this.turns.stop();
		this.#stopping.abort();
	};

	/** An item comes in. The signal of the execution outlives the run, so it is let go at the end. */
	open(): void {
		if (this.#open++ === 0) this.#cancelled?.addEventListener('abort', this.stop);
	}

	/** An item is done with. */
	close(): void {
		if (--this.#open === 0) this.#cancelled?.removeEventListener('abort', this.stop);
	}
}

/** A number of the user's, 0 included; the preset where an expression gives none. */
function number(context: IExecuteSingleFunctions, option: string, preset: number): number {
	const value = parseFloat(String(context.getNodeParameter(option, preset)));
	return Number.isNaN(value) ? preset : value;
}

/** n8n hands the same object to all items of a run, and again to each try of Retry On Fail. */
const runs = new WeakMap<object, Run>();

/**
 * The run that an item belongs to. To be called once for each item, in the order of the items: one
 * that comes again, or after a later one, begins a new run.
 */
export function runOf(context: IExecuteSingleFunctions): Run {
	const execution = context.getExecuteData();
	const index = context.getItemIndex();
	let run = runs.get(execution);
	if (!run || index <= run.newest) runs.set(execution, (run = new Run(context)));
	run.newest = index;
	return run;
}

/** By execution, then by node and run index: tools of an agent share the object of the agent. */
const settledByExecution = new WeakMap<object, Map<string, Map<number, Settled>>>();

function settledBefore(context: IExecuteSingleFunctions, nodeRun: string): Map<number, Settled> {
	const execution = context.getExecuteData();
	let ofExecution = settledByExecution.get(execution);
	if (!ofExecution) settledByExecution.set(execution, (ofExecution = new Map()));
	let settled = ofExecution.get(nodeRun);
	if (!settled) ofExecution.set(nodeRun, (settled = new Map()));
	return settled;
}
