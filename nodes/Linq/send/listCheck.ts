/** The items between two pauses of n8n, and those of them that cannot be sent. */
class Batch {
	readonly refused: number[] = [];
	readonly isChecked: Promise<void>;
	open: () => void = () => undefined;

	/** @param last the index of its last item */
	constructor(readonly last: number) {
		this.isChecked = new Promise((resolve) => (this.open = resolve));
	}
}

/**
 * Holds the items of a list back until all of them are checked, so that one bad row stops it before
 * anything is sent. A list that the user has n8n hand over bit by bit is checked bit by bit.
 *
 * All items of a batch wait for one promise. It stays pending where n8n itself ends the try because
 * it cannot evaluate an expression, and then nobody waits for the items any more.
 */
export class ListCheck {
	#batch: Batch;
	#isOpen = false;

	/**
	 * @param total how many items n8n hands over
	 * @param size how many of them it hands over before it pauses
	 */
	constructor(
		private readonly total: number,
		private readonly size: number,
	) {
		this.#batch = this.#batchOf(0);
	}

	/**
	 * Notes that an item was checked. To be called in the order of the items.
	 *
	 * @returns the items of its batch that cannot be sent, lowest first, when all were checked, or
	 *   nothing is sent any more
	 */
	async passed(index: number, isRefused: boolean): Promise<readonly number[]> {
		if (index > this.#batch.last) this.#batch = this.#batchOf(index);
		const batch = this.#batch;
		if (isRefused) batch.refused.push(index);
		if (index >= batch.last || this.#isOpen) batch.open();
		await batch.isChecked;
		return batch.refused;
	}

	/** Holds nobody back any more: the attempt has stopped. */
	open(): void {
		this.#isOpen = true;
		this.#batch.open();
	}

	#batchOf(index: number): Batch {
		const end = (Math.floor(index / this.size) + 1) * this.size;
		return new Batch(Math.min(end, this.total) - 1);
	}
}
