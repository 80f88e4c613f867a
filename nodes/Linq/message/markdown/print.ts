import type { Range } from '../ranges';
import type { Block } from './blocks';
import type { References } from './inline';
import { readInline } from './inline';
import type { Line } from './lines';
import { StyledText } from './styledText';
import { layOutTable } from './table';
import type { Token } from './tokens';
import { Words } from './words';

/** A line that is a heading to the eye. */
const TITLE = /^(?:\*\*[^*]+\*\*|__[^_]+__):?\s*$/;

/** A block whose words have been read. */
type Read =
	| Exclude<Block, { kind: 'paragraph' | 'heading' | 'table' }>
	| { kind: 'paragraph' | 'heading'; lines: Line[]; tokens: Token[] }
	| { kind: 'table'; place: Line; header: Token[][]; rows: Token[][][] };

/**
 * Writes blocks as a person would write a message: what is no sign stays as it is, line breaks
 * included.
 *
 * @param endsWithLineBreak whether the source does
 * @returns the text with the styles that it has in iMessage, and the blocks within that are one thing
 *   although empty lines may stand in them: code and tables
 */
export function print(blocks: Block[], endsWithLineBreak: boolean): Printed {
	const references: References = { urls: urlsOf(blocks), used: new Set() };
	const printer = new Printer(references);
	// Only when all is read it is known what is referred to.
	for (const block of blocks.map((one) => readBlock(one, references))) printer.print(block);
	printer.finish(endsWithLineBreak);
	return { out: printer.out, solids: printer.solids };
}

interface Printed {
	out: StyledText;
	/** In UTF-16 code units. */
	solids: Range[];
}

/** Of several definitions of a label the first one counts (CommonMark 0.31, 4.7). */
function urlsOf(blocks: Block[]): Map<string, string> {
	const definitions = blocks.filter((block) => block.kind === 'definition');
	return new Map(definitions.reverse().map(({ label, url }) => [label, url]));
}

function readBlock(block: Block, references: References): Read {
	const read = (text: string) => readInline(text, references);
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
			return { ...block, tokens: read(block.lines.map(({ text }) => text).join('\n')) };
		case 'table':
			return {
				kind: 'table',
				place: block.place,
				header: block.header.map((cell) => inOneLine(read(cell))),
				rows: block.rows.map((row) => row.map((cell) => inOneLine(read(cell)))),
			};
		default:
			return block;
	}
}

/** The lines of a cell, e.g. `Milk<br>Eggs`, separated by commas. */
function inOneLine(tokens: Token[]): Token[] {
	let before = '';
	let isBroken = false;
	return tokens
		.flatMap((token): Token[] => {
			if (token.kind === 'break' || token.kind === 'gap') isBroken = before !== '';
			if (token.kind !== 'text' || token.text.trim() === '') return [token];
			const separator = isBroken ? (/[,.;:!?]\s*$/.test(before) ? ' ' : ', ') : '';
			before = token.text;
			isBroken = false;
			return [{ kind: 'text', text: separator + token.text }];
		})
		.filter(({ kind }) => kind !== 'break' && kind !== 'gap');
}

class Printer {
	readonly out = new StyledText();
	readonly solids: Range[] = [];
	/** Ends of lines, and empty lines, that stand behind what was written. */
	private between: string[] = [];
	private hasBegun = false;
	/** Whether the last block left nothing to be seen. */
	private isGone = false;
	private needsGap = false;
	private isBelowHeading = false;
	/** Whether a star was written that is no sign: it can be that of a footnote. */
	private hasStar = false;

	constructor(private readonly references: References) {}

	print(block: Read): void {
		switch (block.kind) {
			case 'blank':
				this.printBlank(block.line);
				break;
			case 'paragraph':
				this.printParagraph(block.lines, block.tokens);
				break;
			case 'heading':
				this.printHeading(block.lines, block.tokens);
				break;
			case 'code':
				this.printCode(block.lines);
				break;
			case 'table':
				this.printTable(block);
				break;
			case 'definition':
				if (this.references.used.has(block.label)) this.isGone = true;
				else this.printCode([block.line]);
				break;
			case 'rule':
				this.needsGap = true;
				this.isGone = true;
				break;
			case 'comment':
				this.isGone = true;
		}
	}

	/** Ends the text. What stands behind the last words stays, unless it belonged to something gone. */
	finish(endsWithLineBreak: boolean): void {
		if (this.isGone || (this.between.length === 1 && !endsWithLineBreak)) return;
		this.out.write(this.between.join(''));
	}

	private printBlank({ prefix, text, eol }: Line): void {
		const isSurplus = this.isGone && (!this.hasBegun || this.between.length > 1);
		if (!isSurplus) this.between.push(`${prefix}${text}${eol}`);
	}

	private printParagraph(lines: Line[], tokens: Token[]): void {
		const [first, ...others] = lines;
		if (!first) return;
		const { starred } = first;
		const isFootnote = starred?.items === 1 && this.hasStar;
		const prefix = isFootnote ? first.prefix.replace('-', '*') : first.prefix;
		this.printWords([{ ...first, prefix }, ...others], tokens, () =>
			this.begin(false, TITLE.test(first.text)),
		);
		this.hasStar ||= tokens.some((token) => token.kind === 'text' && /^\*+$/.test(token.text));
	}

	private printHeading(lines: Line[], tokens: Token[]): void {
		const isBare = lines.every(({ prefix }) => prefix.trim() === '');
		this.out.begin('bold');
		this.printWords(lines, tokens, () => this.begin(isBare));
		this.out.end('bold');
		this.isBelowHeading = isBare && !this.isGone;
	}

	private printWords(lines: Line[], tokens: Token[], start: () => void): void {
		const words = new Words(this.out, lines, start);
		for (const token of tokens) words.print(token);
		if (words.hasBegun) this.end(lines.at(-1));
		else this.isGone = true;
	}

	private printCode(lines: Line[]): void {
		if (lines.every(({ prefix, text }) => prefix.trim() === '' && text.trim() === '')) {
			this.isGone = true;
			return;
		}
		this.begin();
		const start = this.out.text.length;
		const [last] = lines.slice(-1);
		for (const line of lines) {
			this.out.write(`${line.prefix}${line.text}${line === last ? '' : line.eol}`);
		}
		this.solids.push([start, this.out.text.length]);
		this.end(last);
	}

	private printTable({ place, header, rows }: Extract<Read, { kind: 'table' }>): void {
		const lines = layOutTable(
			header.map(cellOf),
			rows.map((row) => row.map(cellOf)),
		);
		const isLong = lines.some(({ text }) => text === '');
		this.needsGap ||= isLong;
		this.begin();
		const start = this.out.text.length;
		for (const [index, line] of lines.entries()) {
			const prefix = index === 0 ? place.prefix : place.hanging;
			this.out.write(`${index === 0 ? '' : '\n'}${line.text === '' ? prefix.trimEnd() : prefix}`);
			this.out.append(line);
		}
		this.solids.push([start, this.out.text.length]);
		this.end(place);
		this.needsGap = isLong;
	}

	/**
	 * Writes what stands between the last words and the next ones: an empty line above a heading, none
	 * below it, unless another heading follows.
	 */
	private begin(isHeading = false, isTitle = isHeading): void {
		const between = this.isBelowHeading && !isTitle ? this.between.slice(0, 1) : this.between;
		const isTooTight = (this.needsGap || isHeading) && between.length < 2;
		this.out.writePlain(between.join('') + (this.hasBegun && isTooTight ? '\n' : ''));
		this.between = [];
		this.hasBegun = true;
		this.needsGap = false;
		this.isBelowHeading = false;
	}

	private end(last: Line | undefined): void {
		this.between = [last?.eol || '\n'];
		this.isGone = false;
	}
}

function cellOf(tokens: Token[]): StyledText {
	const cell = new StyledText();
	const words = new Words(cell, [], () => undefined);
	for (const token of tokens) words.print(token);
	cell.endAll();
	return cell;
}
