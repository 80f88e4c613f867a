import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { baseUrlOf } from '../../shared/api/credential';
import type { Ticket } from './queue';
import { Queue } from './queue';

/** Requests under way at the same time, where the option "Max Concurrent Requests" is not set. */
export const MAX_CONCURRENT_REQUESTS = 100;

/** Seconds that one item waits for Linq, where the option "Max Wait" is not set. */
export const MAX_WAIT = 120;

/** One try of a run; n8n makes several with Retry On Fail. */
export class Attempt {
	readonly queue: Queue;
	/** Milliseconds that one item waits for Linq. */
	readonly maxWait: number;
	/** Where Linq is, from the credential. */
	readonly baseUrl: Promise<string>;
	/** Resolves when nothing of the try before is under way any more. */
	readonly ready: Promise<void>;
	/**
	 * Resolves when n8n has handed over the last item. Before that it has no handler for an item
	 * that fails, and Node.js would call it an unhandled rejection (n8n-core, routing-node.ts,
	 * runNode). It stays pending where n8n itself ends the try early, and nobody waits any more.
	 */
	readonly allEntered: Promise<void>;
	/** The item that entered last. */
	newest = -1;
	#markAllEntered: () => void = () => undefined;
	readonly #stopping = new AbortController();
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
		this.baseUrl = baseUrlOf(context);
		// Whoever needs it awaits it; nobody does where every item is refused before.
		this.baseUrl.catch(() => undefined);
		this.allEntered = new Promise((resolve) => (this.#markAllEntered = resolve));
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
		this.#stopping.abort();
	};

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

/** A number of the user's, 0 included; the preset where an expression gives none. */
function readNumber(context: IExecuteSingleFunctions, option: string, preset: number): number {
	const value = parseFloat(String(context.getNodeParameter(option, preset)));
	return Number.isNaN(value) ? preset : value;
}
