import type { IWebhookFunctions } from 'n8n-workflow';

import { ownerOf, triggerOf } from '../subscription/owner';

/**
 * How many deliveries of a trigger a process has open: at first, at least and at most. A delivery is
 * open until n8n has answered it, which includes storing the execution.
 */
const FIRST = 25;
const LEAST = 5;
const MOST = 100;

/** Linq gives up after ten seconds (contract/behaviour.md, section 11); slower than this is too near. */
const SLOW_MS = 4_000;

/** Deliveries open for longer no longer count, so that answers that never come block nothing. */
const FORGOTTEN_MS = 60_000;

/** n8n's answer to a delivery, as far as it matters here. */
interface Response {
	readonly writableEnded: boolean;
	once(event: 'close', listener: () => void): unknown;
}

/**
 * The deliveries of one trigger that are open, and how many may be. n8n works on all of them at once,
 * so with too many each takes too long, Linq gives all of them up, and nothing gets through. How many
 * it can take depends on the machine and on what else it does; so this finds out as TCP does: one more
 * whenever as many as allowed were answered in time, half as many when an answer was slow.
 */
export class Gate {
	/** When each came in. */
	private readonly open = new Map<Response, number>();
	private allowed = FIRST;
	private loweredAt = 0;

	/** @returns false when there are too many already */
	admit(response: Response): boolean {
		this.settle();
		if (this.open.size >= Math.floor(this.allowed)) return false;
		this.open.set(response, Date.now());
		// Where the connection breaks off, this comes before n8n is done, and nothing comes then.
		response.once('close', () => {
			if (response.writableEnded) this.ended(response);
		});
		return true;
	}

	/** One that Linq has given up counts as long as n8n is at it. */
	private settle(): void {
		for (const [response, since] of this.open) {
			if (response.writableEnded) this.ended(response);
			else if (Date.now() - since > FORGOTTEN_MS) this.open.delete(response);
		}
	}

	private ended(response: Response): void {
		const since = this.open.get(response);
		if (since === undefined) return;
		this.open.delete(response);
		if (Date.now() - since <= SLOW_MS) {
			this.allowed = Math.min(MOST, this.allowed + 1 / this.allowed);
		} else if (since >= this.loweredAt) {
			// Those that came in before say the same once more.
			this.allowed = Math.max(LEAST, this.allowed / 2);
			this.loweredAt = Date.now();
		}
	}
}

/** By trigger. */
const gates = new Map<string, Gate>();

/**
 * Takes a delivery in, unless the trigger has as many as n8n can answer in time.
 *
 * @returns false when it has to come again: Linq repeats it over half an hour
 */
export function admit(context: IWebhookFunctions): boolean {
	const trigger = `${ownerOf(context)}/${triggerOf(context)}`;
	const gate = gates.get(trigger) ?? new Gate();
	gates.set(trigger, gate);
	return gate.admit(context.getResponseObject());
}
