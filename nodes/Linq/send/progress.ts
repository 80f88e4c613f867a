/** Which items of a run are through, so that an error can say where to begin again. */
export class Progress {
	/** All items before this one went out. */
	#prefix = 0;
	/** Those that went out beyond it. */
	readonly #beyond = new Set<number>();

	/** @param total number of items that came in */
	constructor(private readonly total: number) {}

	/** Those of which nobody knows. */
	readonly #unclear = new Set<number>();

	/** An item went out, or there is nothing left to do for it. */
	sent(index: number): void {
		this.#beyond.add(index);
		while (this.#beyond.delete(this.#prefix)) this.#prefix++;
	}

	/** An item failed in a way that leaves open whether it went out. */
	unclear(index: number): void {
		this.#unclear.add(index);
	}

	/** What a person needs to know to go on after the node stopped; empty for a single item. */
	toString(): string {
		if (this.total < 2) return '';
		const out = this.#prefix + this.#beyond.size;
		return [
			`${out} of ${this.total} items went out; n8n counts them from 0.`,
			this.#beyond.size === 0
				? `Begin again at item ${this.#prefix}.`
				: `Begin again at item ${this.#prefix}, without ${list(this.#beyond)}, which went out too.`,
			this.#unclear.size > 0 && `Not known: ${list(this.#unclear)}.`,
		]
			.filter(Boolean)
			.join(' ');
	}
}

const MOST_SHOWN = 20;

function list(indexes: Set<number>): string {
	const sorted = [...indexes].sort((a, b) => a - b);
	const rest = sorted.length - MOST_SHOWN;
	return sorted.slice(0, MOST_SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
