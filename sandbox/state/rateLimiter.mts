import type { RateLimit } from '../options.mts';

/** Messages from one line to one recipient within the window. */
export interface Lane extends RateLimit {
	/** `line|recipient`. */
	id: string;
	line: string;
	recipient: string;
	/** Epoch milliseconds, oldest first. */
	times: number[];
}

/** Counts what lines do to somebody or something in a sliding window (contract/behaviour.md section 4). */
export class RateLimiter {
	readonly #sent = new Map<string, number[]>();

	constructor(private readonly rule: RateLimit | false) {}

	/**
	 * Asks for one message from a line to each of these recipients and counts it if all may have it.
	 *
	 * @param now epoch milliseconds
	 * @returns 0 when it may go, else the seconds to wait
	 */
	take(line: string, recipients: readonly string[], now: number): number {
		const { rule } = this;
		if (!rule) return 0;
		const lanes = recipients.map((recipient) => this.#lane(`${line}|${recipient}`, now, rule));
		const waits = lanes
			.filter((times) => times.length >= rule.limit)
			.map((times) => (times[times.length - rule.limit] ?? now) + rule.windowMs - now);
		if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits) / 1000));
		for (const times of lanes) times.push(now);
		return 0;
	}

	/**
	 * The lanes that have been used within the window, the last used first.
	 *
	 * @param now epoch milliseconds
	 */
	lanes(now: number): Lane[] {
		const { rule } = this;
		if (!rule) return [];
		const lanes: Lane[] = [];
		for (const id of this.#sent.keys()) {
			const times = this.#lane(id, now, rule);
			const [line = '', recipient = ''] = id.split('|');
			if (times.length > 0) lanes.push({ ...rule, id, line, recipient, times: [...times] });
			else this.#sent.delete(id);
		}
		return lanes.sort((one, other) => (other.times.at(-1) ?? 0) - (one.times.at(-1) ?? 0));
	}

	#lane(key: string, now: number, rule: RateLimit): number[] {
		const times = (this.#sent.get(key) ?? []).filter((time) => time > now - rule.windowMs);
		this.#sent.set(key, times);
		return times;
	}
}
