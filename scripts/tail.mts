/** Keeps the end of a text that arrives in pieces, for error messages. */
export class Tail {
	private text = '';

	constructor(private readonly limit = 8_000) {}

	add(piece: string): void {
		this.text = (this.text + piece).slice(-this.limit);
	}

	/** The last lines, at most `count`. */
	lines(count = 20): string {
		return this.text.trimEnd().split('\n').slice(-count).join('\n');
	}

	toString(): string {
		return this.text;
	}
}
