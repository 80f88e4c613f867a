import type { Answer } from '../api/operation.mts';

/** The first answer for a key. */
export interface KeptAnswer {
	operationId: string;
	answer: Answer;
	/** The message that was sent, if it was one. */
	messageId: string | null;
}

/**
 * Idempotency keys of the account for one kind of thing, kept for ever (contract/behaviour.md
 * section 5). Only accepted requests are kept: a refused one was not processed and may be tried
 * again with its key.
 */
export class IdempotencyKeys {
	readonly #kept = new Map<string, KeptAnswer>();

	find(key: string): KeptAnswer | undefined {
		return this.#kept.get(key);
	}

	keep(key: string, kept: KeptAnswer): void {
		this.#kept.set(key, kept);
	}
}
