/** How many a page is told of when it comes; it keeps as many. */
const KEPT = 500;

/** Goes through a growing list of numbered things, telling those that are new or still open. */
export class Latest<T extends { number: number }> {
	#last = 0;
	#open: T[] = [];
	/** Number of the oldest that is kept. */
	oldest = 0;

	/**
	 * @param all in the order of their numbers
	 * @param isOpen whether it may still change
	 * @returns what came since the last call, and what was open then
	 */
	news(all: readonly T[], isOpen: (item: T) => boolean): T[] {
		const fresh: T[] = [];
		for (let index = all.length - 1; index >= 0 && fresh.length < KEPT; index--) {
			const item = all[index];
			if (!item || item.number <= this.#last) break;
			fresh.push(item);
		}
		this.#last = all.at(-1)?.number ?? this.#last;
		this.oldest = this.#last - KEPT + 1;
		const news = [...this.#open, ...fresh.reverse()].filter(({ number }) => number >= this.oldest);
		this.#open = news.filter(isOpen);
		return news;
	}
}
