import type { IWebhookFunctions } from 'n8n-workflow';

import { ownerOf, triggerOf } from '../subscription/owner';

/** Events that this process remembers for each trigger. */
const REMEMBERED = 20_000;

/**
 * Whose execution it is to start: `ours`, for the delivery at hand; `started` by an earlier one, and
 * stored by n8n; `unsettled` while an earlier one was given up by Linq and n8n is still at it.
 */
export type Claim = 'ours' | 'started' | 'unsettled';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** The events of a trigger that a process remembers. */
class Memory {
	/** Ids of events whose execution n8n has stored, the oldest first. */
	private readonly started = new Set<string>();
	/** Events that n8n is at, with its answer to come. */
	private readonly underWay = new Map<string, { response: Response; over: Promise<void> }>();

	/** @returns undefined where an earlier delivery is not over yet */
	claim(eventId: string, response: Response): Claim | undefined {
		this.settle();
		if (this.started.has(eventId)) return 'started';
		const earlier = this.underWay.get(eventId);
		// Where Linq hung up, nothing tells when n8n is done.
		if (earlier) return earlier.response.destroyed ? 'unsettled' : undefined;
		const over = new Promise<void>((resolve) => {
			response.once('close', () => {
				this.settle();
				resolve();
			});
		});
		this.underWay.set(eventId, { response, over });
		return 'ours';
	}

	/** Waits until n8n has answered the earlier delivery, or Linq has hung up. */
	async overOf(eventId: string): Promise<void> {
		await this.underWay.get(eventId)?.over;
	}

	/** Sees which executions are stored; where n8n answered 5xx, Linq repeats the event, rightly. */
	private settle(): void {
		for (const [eventId, { response }] of this.underWay) {
			if (!response.writableEnded) continue;
			this.underWay.delete(eventId);
			if (response.statusCode < 500) this.started.add(eventId);
		}
		for (const eventId of this.started) {
			if (this.started.size <= REMEMBERED) break;
			this.started.delete(eventId);
		}
	}
}

/** By trigger. */
const memories = new Map<string, Memory>();

/**
 * Claims an event for the execution that is about to start. Linq repeats an event whose answer it
 * did not get (contract/behaviour.md, section 11). A repetition waits for n8n's answer to the first:
 * what Linq is told 200 for is stored.
 *
 * This process decides, and nothing is stored: n8n writes static data as a whole, so that two
 * processes would put back each other's former state. What happens over restarts and between
 * processes: docs/architecture.md, "Once per event".
 */
export async function claim(context: IWebhookFunctions, eventId: string): Promise<Claim> {
	const memory = memoryOf(`${ownerOf(context)}/${triggerOf(context)}`);
	for (;;) {
		const result = memory.claim(eventId, context.getResponseObject());
		if (result) return result;
		await memory.overOf(eventId);
	}
}

function memoryOf(trigger: string): Memory {
	const memory = memories.get(trigger) ?? new Memory();
	memories.set(trigger, memory);
	return memory;
}
