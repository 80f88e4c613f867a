export interface BlockedHandle {
	handle: string;
	blocked_at: string;
	reason?: string;
}

/** Handles that may not reach the account, nor be reached by it (behaviour.md section 10). */
export class Blocklist {
	readonly #blocked = new Map<string, BlockedHandle>();

	/** Blocks a handle; one that is blocked already stays as it is. */
	add(entry: BlockedHandle): BlockedHandle {
		const known = this.#blocked.get(entry.handle);
		if (known) return known;
		this.#blocked.set(entry.handle, entry);
		return entry;
	}

	/** @returns whether it was blocked */
	remove(handle: string): boolean {
		return this.#blocked.delete(handle);
	}

	has(handle: string): boolean {
		return this.#blocked.has(handle);
	}

	all(): BlockedHandle[] {
		return [...this.#blocked.values()];
	}
}
