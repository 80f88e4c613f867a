import { newId, seededRandom } from './random.mts';

/** Name for the PUT of a file's bytes, which is not an operation of the API. */
export const UPLOAD = 'uploadFile';

/** Makes requests fail: how, which ones, and how often. */
export interface FaultRule {
	/** In plain words, for the page. */
	name?: string;
	/** Only this operation of the API; `uploadFile`: the PUT of a file's bytes; absent: any of the API. */
	operation_id?: string;
	/** Only requests to this chat. */
	chat_id?: string;
	/** Only requests whose body sends to this handle. */
	to?: string;
	/** How many requests; absent: all until the fault is removed. */
	times?: number;
	/** Which share of the matching requests, 0 to 1; default 1. */
	share?: number;
	/** Makes the choice of the share repeatable; default 1. */
	seed?: number;
	/** HTTP status to answer with instead of processing the request. */
	status?: number;
	/** Linq's error code; default: a fitting one for the status. */
	code?: number;
	/** Seconds in `Retry-After`, and in `error.retry_after` when the status is 429. */
	retry_after?: number;
	/** Wait before anything else happens. */
	delay_ms?: number;
	/**
	 * Cut the connection before the request is processed, in the middle of its body, which is not
	 * processed either, or after, in place of the answer.
	 */
	reset?: 'before' | 'middle' | 'after';
	/** Hold the answer back for so long, once the request is processed. */
	answer_delay_ms?: number;
	/** Send this text in place of the answer's body, once the request is processed. */
	body?: string;
	/** Answer with an HTML page, as a proxy does; status defaults to 502. */
	html?: boolean;
}

/** A rule in force, and how often it has hit. */
export interface Fault extends FaultRule {
	id: string;
	hits: number;
}

/** The facts of a request that rules match. */
export interface Suspect {
	operationId: string | undefined;
	chatId: string | undefined;
	to: readonly string[];
}

/** Faults in force, in the order they were asked for; the first that matches hits. */
export class Faults {
	#faults: Array<{ fault: Fault; random: () => number }> = [];
	/** Kept for the record of requests when the fault is gone. */
	readonly #names = new Map<string, string>();

	add(rule: FaultRule): Fault {
		const fault: Fault = { ...rule, id: newId(), hits: 0 };
		if (rule.name !== undefined) this.#names.set(fault.id, rule.name);
		this.#faults.push({ fault, random: seededRandom(rule.seed ?? 1) });
		return fault;
	}

	all(): Fault[] {
		return this.#faults.map(({ fault }) => fault);
	}

	/** The name of a fault, also of one that was removed. */
	nameOf(id: string): string | undefined {
		return this.#names.get(id);
	}

	/** @returns whether there was one */
	remove(id: string): boolean {
		const before = this.#faults.length;
		this.#faults = this.#faults.filter(({ fault }) => fault.id !== id);
		return this.#faults.length < before;
	}

	clear(): void {
		this.#faults = [];
	}

	/** The fault for a request, counted as a hit; undefined when it goes through. */
	take(suspect: Suspect): Fault | undefined {
		for (const { fault, random } of this.#faults) {
			if (fault.times !== undefined && fault.hits >= fault.times) continue;
			if (!matches(fault, suspect)) continue;
			if (fault.share !== undefined && random() >= fault.share) continue;
			fault.hits++;
			return fault;
		}
		return undefined;
	}
}

function matches(rule: FaultRule, suspect: Suspect): boolean {
	// Linq's outage is not that of the storage: an upload is hit only where it is meant.
	const isMeant = suspect.operationId !== UPLOAD || rule.operation_id === UPLOAD;
	return (
		isMeant &&
		(rule.operation_id === undefined || rule.operation_id === suspect.operationId) &&
		(rule.chat_id === undefined || rule.chat_id === suspect.chatId) &&
		(rule.to === undefined || suspect.to.includes(rule.to))
	);
}
