import type { Line, List, Marker } from './lines';
import { LineReader } from './lines';
import type { Definition, Fence } from './signs';
import {
	cellsOf,
	closesFence,
	columnsOf,
	definitionOf,
	fenceOf,
	footnoteOf,
	headingOf,
	isRule,
	underlineOf,
} from './signs';

/**
 * The blocks of a text, in order. They are not nested: whether one is in a list or a quotation shows
 * in the prefixes of its lines, which are those of the source.
 */
export type Block =
	| { kind: 'paragraph' | 'heading'; lines: Line[] }
	| { kind: 'code'; lines: Line[] }
	| { kind: 'table'; place: Line; header: string[]; rows: string[][] }
	| ({ kind: 'definition'; line: Line } & Definition)
	| { kind: 'blank'; line: Line }
	/** Blocks without text: a rule, which is shown as an empty line, or a comment. */
	| { kind: 'rule' | 'comment' };

type TextBlock = Extract<Block, { lines: Line[] }>;
type Table = Extract<Block, { kind: 'table' }>;

/** A quotation or list item that encloses a line. */
type Container =
	| { kind: 'quote' }
	| { kind: 'item'; width: number; list: List; number?: Numbering };

/** The number of an item in the source, and the one that is shown. */
interface Numbering {
	source: string;
	shown: string;
}

/** Deeper ones are text. It bounds what a line can cost. */
const MAX_DEPTH = 32;

/** Columns that make a line code; in lists models indent as they like. */
const CODE_INDENT = 4;

export function readBlocks(source: string): Block[] {
	const reader = new BlockReader(source);
	const pieces = source.split(/(\r\n|\n|\r)/);
	let start = 0;
	for (let index = 0; index < pieces.length; index += 2) {
		const [text = '', eol = ''] = [pieces[index], pieces[index + 1]];
		if (text !== '' || eol !== '') reader.read(new LineReader(text, eol, start));
		start += text.length + eol.length;
	}
	return reader.blocks;
}

/** Reads line by line, as CommonMark's appendix describes it. */
class BlockReader {
	readonly blocks: Block[] = [];
	private containers: Container[] = [];
	/** The block that the next line may belong to. */
	private leaf: TextBlock | Table | undefined;
	/** An open block of code, and how many containers its lines need. */
	private fence: (Fence & { depth: number; block: TextBlock }) | undefined;
	private isInComment = false;
	/** Whether the last line was an item without words. */
	private isInEmptyItem = false;
	/** Where the last comment ends. */
	private readonly lastCommentEnd: number;

	constructor(source: string) {
		this.lastCommentEnd = source.lastIndexOf('-->');
	}

	read(line: LineReader): void {
		const matched = this.match(line);
		if (this.fence && matched >= this.fence.depth) return this.readCode(line, this.fence);
		this.fence = undefined;
		if (this.isInComment) {
			this.isInComment = !skipComment(line, 0);
			if (this.isInComment || line.isBlank) return;
		}
		if (line.isBlank) return this.readBlank(line, matched);
		const inside = this.containers.slice(0, matched);
		const isContinued = matched === this.containers.length;
		this.enter(line, inside, isContinued);
		const isSame = isContinued && inside.length === matched;
		if (isSame && this.continueTable(line)) return;
		if (inside.length === matched && this.continueParagraph(line, isSame)) return;
		this.containers = inside;
		this.leaf = undefined;
		this.isInEmptyItem = false;
		this.begin(line);
	}

	/** Goes through the containers that the line is in. @returns how many */
	private match(line: LineReader): number {
		let matched = 0;
		for (const container of this.containers) {
			if (container.kind === 'quote') {
				if (line.indent >= CODE_INDENT || !line.readQuote()) break;
			} else if (line.indent >= container.width) {
				line.skip(container.width);
			} else if (!line.isBlank) {
				break;
			}
			matched++;
		}
		return matched;
	}

	/** Goes into the quotations and items that begin in the line, and adds them. */
	private enter(line: LineReader, inside: Container[], isContinued: boolean): void {
		const matched = inside.length;
		while (inside.length < MAX_DEPTH && !isCode(line, inside)) {
			if (line.readQuote()) {
				inside.push({ kind: 'quote' });
				continue;
			}
			const marker = isRule(line.rest) ? undefined : line.peekMarker();
			if (!marker) return;
			const isInParagraph =
				isContinued && inside.length === matched && this.leaf?.kind === 'paragraph';
			if (isInParagraph && !marker.interrupts) return;
			const before = inside.length === matched ? this.containers[matched] : undefined;
			inside.push(readItem(line, marker, before));
		}
	}

	/** An item can begin with one empty line, not with two. */
	private readBlank(line: LineReader, matched: number): void {
		this.containers.length = this.isInEmptyItem
			? Math.min(matched, this.containers.length - 1)
			: matched;
		this.isInEmptyItem = false;
		this.leaf = undefined;
		this.blocks.push({ kind: 'blank', line: line.verbatim() });
	}

	private readCode(line: LineReader, fence: NonNullable<typeof this.fence>): void {
		if (closesFence(line.rest, fence)) this.fence = undefined;
		else fence.block.lines.push(line.verbatim());
	}

	private continueTable(line: LineReader): boolean {
		const rest = line.rest;
		if (this.leaf?.kind !== 'table' || !rest.includes('|')) return false;
		this.leaf.rows.push(cellsOf(rest));
		return true;
	}

	/** @param isSame whether the line is in all the containers of the paragraph */
	private continueParagraph(line: LineReader, isSame: boolean): boolean {
		const paragraph = this.leaf;
		if (paragraph?.kind !== 'paragraph') return false;
		if (isSame && (this.makeTable(paragraph, line) || this.underline(paragraph, line))) {
			return true;
		}
		if (!isCode(line, this.containers) && this.begins(line)) return false;
		paragraph.lines.push(line.words());
		return true;
	}

	/** Whether a line is something else than words of a paragraph. */
	private begins(line: LineReader): boolean {
		const rest = line.rest;
		return (
			headingOf(rest) !== undefined ||
			fenceOf(rest) !== undefined ||
			footnoteOf(rest) !== undefined ||
			isRule(rest) ||
			this.beginsComment(line)
		);
	}

	/** The last line of a paragraph is the header of a table, if the next one says so. */
	private makeTable(paragraph: TextBlock, line: LineReader): boolean {
		const columns = columnsOf(line.rest);
		const place = paragraph.lines.at(-1);
		// In a header of one column too, there is a bar; `word` above `|-` is a text.
		if (columns === undefined || !place?.text.includes('|')) return false;
		const header = cellsOf(place.text);
		if (header.length !== columns) return false;
		paragraph.lines.pop();
		if (paragraph.lines.length === 0) this.blocks.pop();
		const table: Table = { kind: 'table', place, header, rows: [] };
		this.leaf = table;
		this.blocks.push(table);
		return true;
	}

	private underline(paragraph: TextBlock, line: LineReader): boolean {
		const found = isCode(line, this.containers)
			? undefined
			: underlineOf(line.rest, paragraph.lines);
		if (!found) return false;
		if (found === 'heading') paragraph.kind = 'heading';
		else this.blocks.push({ kind: 'rule' });
		this.leaf = undefined;
		return true;
	}

	/** Begins the block that a line is the first one of. */
	private begin(line: LineReader): void {
		if (isCode(line, this.containers)) return this.beginText('code', line.verbatim());
		if (this.beginsComment(line)) {
			this.blocks.push({ kind: 'comment' });
			this.isInComment = !skipComment(line, '<!--'.length);
			if (this.isInComment || line.isBlank) return;
		}
		const rest = line.rest;
		const heading = headingOf(rest);
		const fence = fenceOf(rest);
		if (heading !== undefined) this.beginHeading(line, heading);
		else if (fence) this.beginCode(fence);
		else if (isRule(rest)) this.blocks.push({ kind: 'rule' });
		else this.beginParagraph(line);
	}

	private beginText(kind: TextBlock['kind'], line: Line): void {
		const block: TextBlock = { kind, lines: [line] };
		this.leaf = block;
		this.blocks.push(block);
	}

	private beginHeading(line: LineReader, words: string): void {
		const { prefix, hanging, eol } = line.words();
		// An indentation is no sign of anything here.
		const isBare = prefix.trim() === '';
		const place = isBare ? { prefix: '', hanging: '' } : { prefix, hanging };
		this.beginText('heading', { ...place, text: words, eol });
		this.leaf = undefined;
	}

	private beginCode(fence: Fence): void {
		const quotes = this.containers.map(({ kind }) => kind).lastIndexOf('quote');
		const block: TextBlock = { kind: 'code', lines: [] };
		this.blocks.push(block);
		this.fence = { ...fence, depth: quotes + 1, block };
	}

	private beginParagraph(line: LineReader): void {
		const footnote = footnoteOf(line.rest);
		if (footnote) {
			line.drop(footnote.sign);
			const words = line.words();
			return this.beginText('paragraph', {
				...words,
				prefix: `${words.prefix}[${footnote.label}] `,
			});
		}
		line.readTask();
		const words = line.words();
		const definition = definitionOf(words.text);
		if (definition) {
			this.blocks.push({ kind: 'definition', line: words, ...definition });
		} else if (words.text === '') {
			// An item without words: what comes next is not a part of it.
			this.blocks.push({ kind: 'code', lines: [words] });
			this.isInEmptyItem = this.containers.at(-1)?.kind === 'item';
		} else {
			this.beginText('paragraph', words);
		}
	}

	private beginsComment(line: LineReader): boolean {
		return line.rest.startsWith('<!--') && line.wordsStart < this.lastCommentEnd;
	}
}

const isCode = (line: LineReader, inside: Container[]): boolean =>
	line.indent >= CODE_INDENT && !inside.some(({ kind }) => kind === 'item');

/** Goes on behind the end of a comment, if the line has it. @param from where it can be */
function skipComment(line: LineReader, from: number): boolean {
	const end = line.rest.indexOf('-->', from);
	if (end === -1) return false;
	line.drop(line.rest.slice(0, end + '-->'.length));
	return true;
}

/** @param before what the item comes after, as far as it is the same list */
function readItem(line: LineReader, marker: Marker, before: Container | undefined): Container {
	const sibling = before?.kind === 'item' && before.list.sign === marker.sign ? before : undefined;
	const list = sibling?.list ?? { sign: marker.sign, items: 0 };
	list.items++;
	const number = marker.number === undefined ? undefined : count(marker.number, sibling?.number);
	line.readMarker(marker, number === undefined ? '-' : `${number.shown}${marker.sign}`, list);
	return { kind: 'item', width: marker.width, list, ...(number && { number }) };
}

/** Who writes `1.` before every item wants them counted; other numbers stay as they are. */
const count = (source: string, before: Numbering | undefined): Numbering => ({
	source,
	shown: before?.source === source ? String(Number(before.shown) + 1) : source,
});
