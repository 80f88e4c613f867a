/** A line of the source, split into what its block is made of. */
export interface Line {
	/** Everything before its words: indentation, `>`, the list marker. */
	prefix: string;
	/** The same for a further line of the block, without the sign. */
	hanging: string;
	/** The rest, with its signs. */
	text: string;
	/** As in the source; empty at its end. */
	eol: string;
	/** The list that it is an item of, if its sign is a star at the beginning of the line. */
	starred?: List;
}

/** Items of the same kind, one after the other. */
export interface List {
	/** `-`, `*`, `+`, `.` or `)`. */
	sign: string;
	items: number;
}

/** The sign of a list's item. */
export interface Marker {
	sign: string;
	/** Only of numbered lists. */
	number?: string;
	/** Columns from where the line stands to the item's words. */
	width: number;
	/** Whether it ends the paragraph before it (CommonMark, 5.2). */
	interrupts: boolean;
}

const TAB = 4;

/** The empty, the ticked, and what stands for them. */
const TASK = /\[([ xX])\][ \t]+(?=\S)/y;
const MARKER = /(?:([-*+])|(\d{1,9})([.)]))(?=[ \t]|$)/y;

/** Reads a line from left to right, and keeps the prefix that it makes. */
export class LineReader {
	private at = 0;
	/** That of `at`, or further on within a tab. */
	private column = 0;
	private prefix = '';
	private hanging = '';
	/** Where the source goes on that the prefix does not have yet. */
	private copied = 0;
	/** Where the prefix has the bullet of the innermost item. */
	private bulletAt: number | undefined;
	private isItem = false;
	private starred: List | undefined;

	/** @param start where the line stands in the source */
	constructor(
		private readonly source: string,
		private readonly eol: string,
		private readonly start: number,
	) {}

	/** Where its words begin in the source. */
	get wordsStart(): number {
		return this.start + this.wordsAt;
	}

	/** Columns of white space ahead. */
	get indent(): number {
		let column = this.column;
		for (let at = this.at; isBlank(this.source[at]); at++) column = after(this.source[at], column);
		return column - this.column;
	}

	/** The remaining text without its leading white space. */
	get rest(): string {
		return this.source.slice(this.wordsAt);
	}

	get isBlank(): boolean {
		return this.wordsAt === this.source.length;
	}

	private get wordsAt(): number {
		let at = this.at;
		while (isBlank(this.source[at])) at++;
		return at;
	}

	/** Goes on by columns of white space. */
	skip(columns: number): void {
		const goal = this.column + columns;
		while (this.column < goal && isBlank(this.source[this.at])) {
			const next = after(this.source[this.at], this.column);
			this.column = Math.min(next, goal);
			if (next <= goal) this.at++;
		}
	}

	/** Goes on behind the `>` of a quotation, if there is one. */
	readQuote(): boolean {
		if (this.source[this.wordsAt] !== '>') return false;
		this.skip(this.indent);
		this.at++;
		this.column++;
		this.skip(1);
		this.copy();
		return true;
	}

	peekMarker(): Marker | undefined {
		MARKER.lastIndex = this.wordsAt;
		const [found, bullet, number, delimiter = ''] = MARKER.exec(this.source) ?? [];
		if (found === undefined) return undefined;
		const ahead = this.copyOf(
			this.wordsAt + found.length,
			this.column + this.indent + found.length,
		);
		const isEmpty = ahead.isBlank;
		const gap = ahead.indent;
		return {
			sign: bullet ?? delimiter,
			number,
			width: this.indent + found.length + (isEmpty || gap > TAB ? 1 : gap),
			interrupts: !isEmpty && (bullet !== undefined || Number(number) === 1),
		};
	}

	/** Goes on behind the sign of an item. @param shown what stands in its place */
	readMarker({ sign, number }: Marker, shown: string, list: List): void {
		this.skip(this.indent);
		const isFirst = this.at === 0;
		this.copy();
		this.isItem = true;
		this.bulletAt = number === undefined ? this.prefix.length : undefined;
		this.starred = sign === '*' && isFirst ? list : undefined;
		const length = (number?.length ?? 0) + 1;
		this.prefix += shown;
		this.hanging += ' '.repeat(length);
		this.at += length;
		this.column += length;
		this.copied = this.at;
		this.skip(this.indent);
		// One space is enough, however many there are; but an empty item stays as it is.
		const isEmpty = this.at === this.source.length;
		const space = isEmpty ? this.source.slice(this.copied) : ' ';
		this.prefix += space;
		this.hanging += space;
		this.copied = this.at;
	}

	/** Puts a box into the prefix for that of a task: `[ ]` or `[x]`. */
	readTask(): void {
		if (!this.isItem) return;
		TASK.lastIndex = this.wordsAt;
		const [found, tick] = TASK.exec(this.source) ?? [];
		if (found === undefined) return;
		this.toWords();
		if (this.bulletAt !== undefined) {
			this.prefix = this.prefix.slice(0, this.bulletAt);
			this.hanging = this.hanging.slice(0, this.bulletAt);
			this.starred = undefined;
		}
		this.prefix += `${tick === ' ' ? '☐' : '☑'} `;
		this.hanging += '  ';
		this.drop(found);
	}

	/** Leaves out a sign that the words begin with. */
	drop(sign: string): void {
		this.toWords();
		this.at += sign.length;
		this.column += sign.length;
		this.copied = this.at;
	}

	/** The line, with its words as they stand, white space before them included. */
	verbatim(): Line {
		this.copy();
		return this.line(this.source.slice(this.at));
	}

	/** The line, with the white space before its words in the prefix. */
	words(): Line {
		this.toWords();
		return this.line(this.source.slice(this.at));
	}

	/** The line with other words. */
	withText(text: string): Line {
		this.copy();
		return this.line(text);
	}

	private toWords(): void {
		this.skip(this.indent);
		this.copy();
	}

	private line(text: string): Line {
		const { prefix, hanging, eol, starred } = this;
		return { prefix, hanging, text, eol, ...(starred && { starred }) };
	}

	/** Takes what was read into the prefix as it is. */
	private copy(): void {
		const read = this.source.slice(this.copied, this.at);
		this.prefix += read;
		this.hanging += read;
		this.copied = this.at;
	}

	private copyOf(at: number, column: number): LineReader {
		const copy = new LineReader(this.source, this.eol, this.start);
		copy.at = at;
		copy.column = column;
		return copy;
	}
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** The column behind a blank. */
const after = (blank: string | undefined, column: number): number =>
	blank === '\t' ? column + TAB - (column % TAB) : column + 1;
