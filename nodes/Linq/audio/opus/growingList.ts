type Numbers = Uint8Array | Uint32Array;

/** A list of numbers that takes no more than the numbers themselves, twice over at most. */
export class GrowingList {
	#values: Numbers;
	#length = 0;

	constructor(private readonly Kind: new (length: number) => Numbers) {
		this.#values = new Kind(256);
	}

	get length(): number {
		return this.#length;
	}

	at(index: number): number {
		return this.#values[index < 0 ? this.#length + index : index] ?? 0;
	}

	setLast(value: number): void {
		this.#values[this.#length - 1] = value;
	}

	push(value: number): void {
		if (this.#length === this.#values.length) {
			const values = new this.Kind(2 * this.#length);
			values.set(this.#values);
			this.#values = values;
		}
		this.#values[this.#length++] = value;
	}

	pop(): number {
		const last = this.at(-1);
		if (this.#length > 0) this.#length--;
		return last;
	}
}
