import { isObject } from '../../shared/object';
import { clock } from './clock';

/**
 * Messages that this process sent without an idempotency key, so that one item's message is not
 * mistaken for that of another whose request got no answer. Shared by all workflows, executions and
 * tries, because they may write to the same chat.
 */
class SentLog {
	/** When each message was noted, by id; oldest first. */
	readonly #ids = new Map<string, number>();
	/** Requests under way, by lane. */
	readonly #underWay = new Map<string, Set<Promise<unknown>>>();

	/** Notes a message. */
	add(id: string): void {
		const now = clock.now();
		for (const [old, time] of this.#ids) {
			if (now - time <= KEPT_MS) break;
			this.#ids.delete(old);
		}
		this.#ids.set(id, now);
	}

	/** Notes the message of an answer, with or without Linq's wrapper: `{ voice_memo: { id } }`. */
	addFrom(body: unknown): void {
		if (!isObject(body)) return;
		for (const part of [body, ...Object.values(body)]) {
			if (isObject(part) && typeof part.id === 'string') this.add(part.id);
		}
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	/** Makes a request, known to others of its lane while it is under way. */
	async during<T>(lane: string, work: () => Promise<T>): Promise<T> {
		const working = work();
		const others = this.#underWay.get(lane) ?? new Set();
		this.#underWay.set(lane, others.add(working));
		try {
			return await working;
		} finally {
			others.delete(working);
			if (others.size === 0) this.#underWay.delete(lane);
		}
	}

	/** Waits for the requests that are under way in a lane, so that their ids are known. */
	async settle(lane: string): Promise<void> {
		await Promise.allSettled(this.#underWay.get(lane) ?? []);
	}
}

/** A lookup considers only what was sent since its request began, so an hour is plenty. */
const KEPT_MS = 3_600_000;

export const sentLog = new SentLog();
