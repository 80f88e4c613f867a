import type { Line } from './lines';
import type { StyledText } from './styledText';
import type { Token } from './tokens';

/** How a block begins in the text: what stands before its first words. */
type Start = () => void;

/** Writes the words of a block. Line breaks wait for the words behind them, so none is left over. */
export class Words {
	/** Whether there were any. */
	hasBegun = false;
	/** The line of the source, counted from 0. */
	private line = 0;
	/** Pending before the next words: a line break of the source, those of tags. */
	private isNewLine = false;
	private breaks = 0;
	private gap = 0;
	/** Where the links and images go that the words stand in, and what the outermost one says. */
	private readonly urls: string[] = [];
	private label = '';

	/** @param lines of the block, which have the prefixes */
	constructor(
		private readonly out: StyledText,
		private readonly lines: Line[],
		private readonly start: Start,
	) {}

	print(token: Token): void {
		switch (token.kind) {
			case 'text':
				this.write(token.text);
				break;
			case 'sign':
				this.put(token.text);
				break;
			case 'newline':
				this.line = token.line;
				this.isNewLine = true;
				break;
			case 'begin':
				this.out.begin(token.style);
				break;
			case 'end':
				this.out.end(token.style);
				break;
			case 'link':
			case 'image':
				if (this.urls.length === 0) this.label = '';
				this.urls.push(token.url);
				break;
			case 'linkEnd':
				this.endLink();
				break;
			case 'break':
				this.breaks++;
				break;
			case 'gap':
				this.gap = Math.max(this.gap, token.lines);
		}
	}

	/** In HTML the indentation of a line means nothing, so there the first line has it. */
	private get isBehindTag(): boolean {
		return this.breaks > 0 || this.gap > 0;
	}

	private write(text: string): void {
		const words = this.hasBegun && !this.isBehindTag ? text : text.replace(/^[ \t]+/, '');
		if (words !== '') this.put(words);
	}

	private put(words: string): void {
		if (!this.hasBegun) this.begin();
		else this.breakLines();
		this.out.write(words);
		if (this.urls.length > 0) this.label += words;
	}

	private begin(): void {
		this.start();
		this.out.writePlain(this.lines[this.isBehindTag ? 0 : this.line]?.prefix ?? '');
		this.hasBegun = true;
		this.settle();
	}

	private breakLines(): void {
		const count = Math.max(this.breaks, this.gap, this.isNewLine ? 1 : 0);
		const place = this.isBehindTag ? this.lines[0]?.hanging : this.lines[this.line]?.prefix;
		const eol = this.lines[this.line - 1]?.eol ?? '\n';
		for (let line = 1; line <= count; line++) {
			const before = (line < count ? place?.trimEnd() : place) ?? '';
			// A style goes on over lines, but not over the signs of lists and quotations.
			if (before === '') this.out.write(eol);
			else this.out.writePlain(`${eol}${before}`);
		}
		this.settle();
	}

	private settle(): void {
		this.isNewLine = false;
		this.breaks = 0;
		this.gap = 0;
	}

	/** Within a link or an image, the outer one counts. */
	private endLink(): void {
		const url = this.urls.pop();
		if (url === undefined || this.urls.length > 0) return;
		const address = addressOf(url);
		if (this.label.trim() === '') this.write(address);
		else if (!says(this.label, address)) this.out.writePlain(` (${address})`);
	}
}

/** The address to show; none for an anchor within a page or a data URL, which no reader can use. */
function addressOf(url: string): string {
	if (/^(?:#|data:)/i.test(url)) return '';
	const [, address] = /^(?:mailto|tel|sms):([^?]*)/i.exec(url) ?? [];
	return address ?? url;
}

/** Whether a link's words have its address in them. */
function says(label: string, address: string): boolean {
	const number = digitsOf(label);
	const isNumber = /^\+?\d+$/.test(address) && number.length >= 5;
	return (
		bare(label).includes(bare(address)) ||
		(isNumber && digitsOf(address).endsWith(number.replace(/^0/, '')))
	);
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const bare = (text: string): string =>
	text
		.trim()
		.replace(/^https?:\/\//i, '')
		.replace(/\/$/, '')
		.toLowerCase();
