import type { IExecuteSingleFunctions } from 'n8n-workflow';

import type { Settings } from '../../shared/api/credential';
import { settingsOf } from '../../shared/api/credential';
import type { InputSettings } from '../../shared/input/phoneNumber';
import { pacedBatchSize } from '../description/requestOptions';
import { clock } from './clock';
import { ListCheck } from './listCheck';
import type { Ticket } from './queue';
import { Queue } from './queue';

/** Requests under way at the same time, where the option "Max Concurrent Requests" is not set. */
export const MAX_CONCURRENT_REQUESTS = 100;

/** Seconds that one item waits for Linq, where the option "Max Wait" is not set. */
export const MAX_WAIT = 120;

/** Files that are downloaded at the same time. */
const FILES_AT_ONCE = 4;

/** One try of a run; n8n makes several with Retry On Fail. */
export class Attempt {
	readonly queue: Queue;
	/** For what moves large files; see AtWork.amongFew(). */
	readonly transfers = new Queue(FILES_AT_ONCE);
	/** Milliseconds that one item waits for Linq. */
	readonly maxWait: number;
	/** The credential's settings. */
	readonly settings: Promise<Settings>;
	/**
	 * The same as far as fields are read with it. Never rejects: what is wrong with the credential
	 * each item tells in its turn.
	 */
	readonly inputSettings: Promise<InputSettings>;
	/** Resolves when nothing of the try before is under way any more. */
	readonly ready: Promise<void>;
	/**
	 * Resolves when n8n has handed over the last item. Before that it has no handler for an item
	 * that fails, and Node.js would call it an unhandled rejection (n8n-core, routing-node.ts,
	 * runNode). It stays pending where n8n itself ends the try early, and nobody waits any more.
	 */
	readonly allEntered: Promise<void>;
	/** Holds items back until the list is checked. */
	readonly listCheck: ListCheck;
	/** The item that entered last. */
	newest = -1;
	#markAllEntered: () => void = () => undefined;
	readonly #stopping = new AbortController();
	/** One for each item that waits: a signal looks through all of its listeners for each new one. */
	readonly #sleepers = new Set<AbortController>();
	readonly #cancelled: AbortSignal | undefined;
	#open = 0;

	/**
	 * @param total how many items n8n hands over
	 * @param previous the try before. n8n begins the next one while requests are still under way
	 *   when it cannot evaluate an expression; nothing more of it is sent then
	 */
	constructor(
		context: IExecuteSingleFunctions,
		private readonly total: number,
		previous: Attempt | undefined,
	) {
		previous?.stop();
		this.ready = previous?.queue.onIdle() ?? Promise.resolve();
		const limit = readNumber(context, 'options.maxConcurrentRequests', MAX_CONCURRENT_REQUESTS);
		this.queue = new Queue(Math.max(1, limit));
		this.maxWait = Math.max(0, readNumber(context, 'options.maxWait', MAX_WAIT)) * 1000;
		this.settings = settingsOf(context);
		this.inputSettings = this.settings.catch(() => ({}));
		this.allEntered = new Promise((resolve) => (this.#markAllEntered = resolve));
		this.listCheck = new ListCheck(total, batchSize(context));
		this.#cancelled = context.getExecutionCancelSignal();
	}

	/** Ends waits: fires when an item failed that stops the node, or the execution is cancelled. */
	get stopping(): AbortSignal {
		return this.#stopping.signal;
	}

	/** Whether the user has cancelled the execution. */
	get isCancelled(): boolean {
		return this.#cancelled?.aborted ?? false;
	}

	/** Whether an item failed with "On Error: Stop", so that no later one is looked at. */
	get hasFailed(): boolean {
		return this.queue.stopped && !this.isCancelled;
	}

	/** Sends nothing more; only what is under way ends. */
	readonly stop = (): void => {
		this.queue.stop();
		this.transfers.stop();
		this.listCheck.open();
		this.#stopping.abort();
		for (const sleeper of this.#sleepers) sleeper.abort();
	};

	/** Waits some milliseconds; less, when the attempt stops meanwhile, which acquire() tells. */
	async sleep(ms: number): Promise<void> {
		if (this.stopping.aborted) return;
		const own = new AbortController();
		this.#sleepers.add(own);
		await Promise.allSettled([clock.sleep(ms, own.signal)]);
		this.#sleepers.delete(own);
	}

	/** Notes that n8n has handed an item over, whether or not it takes a ticket. */
	handOver(index: number): void {
		if (index >= this.total - 1) this.#markAllEntered();
	}

	/** Takes the place of an item. */
	enter(index: number, lane: string | undefined): Ticket {
		if (this.isCancelled) this.stop();
		// The signal of the execution outlives the node, so it is let go when nothing is under way.
		if (this.#open++ === 0) this.#cancelled?.addEventListener('abort', this.stop);
		return this.queue.enter(index, lane);
	}

	/** Ends the place of an item. */
	leave(ticket: Ticket): void {
		this.queue.leave(ticket);
		if (--this.#open === 0) this.#cancelled?.removeEventListener('abort', this.stop);
	}
}

/** How many items n8n hands over before a pause of the user's: all, where there is none. */
function batchSize(context: IExecuteSingleFunctions): number {
	return pacedBatchSize(context.getNodeParameter('requestOptions', {})) ?? Infinity;
}

/** A number of the user's, 0 included; the preset where an expression gives none. */
function readNumber(context: IExecuteSingleFunctions, option: string, preset: number): number {
	const value = parseFloat(String(context.getNodeParameter(option, preset)));
	return Number.isNaN(value) ? preset : value;
}
