const WORDS = new Set(['STOP', 'UNSUBSCRIBE', 'OPTOUT', 'CANCEL', 'END', 'QUIT']);

/** Whether a text is one of the words that opt out (contract/behaviour.md section 7, "Opt-out"). */
export const isOptOut = (text: string): boolean => WORDS.has(text) || /^opt[ -]out$/i.test(text);

/** Who asked not to be written to any more. */
export class OptOuts {
	readonly #since = new Map<string, string>();

	/** @param at ISO time */
	add(handle: string, at: string): void {
		this.#since.set(handle, at);
	}

	clear(handle: string): void {
		this.#since.delete(handle);
	}

	/** When the handle opted out, or undefined. */
	since(handle: string): string | undefined {
		return this.#since.get(handle);
	}
}
