import { upperFirst } from 'lodash';

/**
 * Which items of a run are done, over all tries of Retry On Fail, so that an error can say where to
 * resume.
 */
export class Progress {
	/** All items before this one are done. */
	#prefix = 0;
	/** Those that are done beyond it. */
	readonly #beyond = new Set<number>();
	/** Those that may or may not have been sent. */
	readonly #uncertain = new Set<number>();
	/** How many messages were sent of those that are not done, in words. */
	readonly #partly = new Map<number, string>();

	/** @param total number of items that came in */
	constructor(private readonly total: number) {}

	/** An item was sent, or there is nothing left to do for it. */
	done(index: number): void {
		this.#uncertain.delete(index);
		this.#partly.delete(index);
		if (index < this.#prefix) return;
		this.#beyond.add(index);
		while (this.#beyond.delete(this.#prefix)) this.#prefix++;
	}

	/** An item failed in a way that leaves open whether it was sent. */
	uncertain(index: number): void {
		if (index >= this.#prefix && !this.#beyond.has(index)) this.#uncertain.add(index);
	}

	/** An item ended before all of its messages were sent. */
	partly(index: number, sent: number, total: number): void {
		const were = sent === 1 ? 'was' : 'were';
		this.#partly.set(index, `Of item ${index}, ${sent} of ${total} messages ${were} sent.`);
	}

	/** The hint for resuming after the node stopped; empty for a single item. */
	toString(): string {
		if (this.total < 2) return '';
		const done = this.#prefix + this.#beyond.size;
		return [
			`${done} of ${this.total} items were sent (n8n counts items from 0).`,
			this.#resume(),
			this.#uncertain.size > 0 &&
				`It is not known whether ${list(this.#uncertain)} ${this.#uncertain.size === 1 ? 'was' : 'were'} sent.`,
			...this.#partly.values(),
		]
			.filter(Boolean)
			.join(' ');
	}

	/**
	 * The same where items were found, before they were sent, that cannot be.
	 *
	 * @param refused their indexes, one at least
	 */
	afterRefusal(refused: readonly number[]): string {
		if (this.total < 2) return '';
		const cannot = `${some(refused)} of ${this.total} cannot be sent as ${refused.length === 1 ? 'it is' : 'they are'}`;
		const isUntouched = this.#prefix + this.#beyond.size + this.#uncertain.size === 0;
		if (!isUntouched || this.#partly.size > 0) return `${upperFirst(cannot)}. ${String(this)}`;
		return `Nothing was sent, because the whole list is checked first: ${cannot} (n8n counts items from 0).`;
	}

	#resume(): string {
		if (this.#beyond.size === 0) return `Resume at item ${this.#prefix}.`;
		const were = this.#beyond.size === 1 ? 'was' : 'were';
		return `Resume at item ${this.#prefix} and skip ${list(this.#beyond)}, which ${were} already sent.`;
	}
}

/** Items that are named in an error; more than that nobody corrects one by one. */
const NAMED = 20;

/** Item numbers in words, as far as they help. */
function some(indexes: readonly number[]): string {
	if (indexes.length === 1) return `item ${indexes[0]}`;
	const rest = indexes.length - NAMED;
	const more = rest > 0 ? ` and ${rest} more` : '';
	return `items ${list(new Set(indexes.slice(0, NAMED)))}${more}`;
}

/** Item numbers in words, all of them: one that is missing here would be sent twice. */
function list(indexes: Set<number>): string {
	const sorted = [...indexes].sort((a, b) => a - b);
	const ranges: Array<[first: number, last: number]> = [];
	for (const index of sorted) {
		const range = ranges.at(-1);
		if (range && index === range[1] + 1) range[1] = index;
		else ranges.push([index, index]);
	}
	return ranges
		.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
		.join(', ');
}
