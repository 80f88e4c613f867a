import type { TextPart } from '../content';
import { MAX_DECORATIONS } from '../decorations';
import type { Range } from '../ranges';

/** A thing with a position in a text. */
interface Placed {
	range: Range;
}

/**
 * A stretch of a text as a text of its own, without the white space at its ends. Styles and animations
 * that go beyond it end with it. A sticker or a mention belongs to the stretch where it begins; a
 * mention of the whole text to the first.
 *
 * @param isFirst whether it is the first one with words in it
 */
export function cut(whole: TextPart, [from, to]: Range, isFirst: boolean): TextPart {
	const stretch = whole.value.slice(from, to);
	const value = stretch.trim();
	const start = from + stretch.indexOf(value);
	const end = start + value.length;
	const part: TextPart = { type: 'text', value };
	const decorations = within(whole.text_decorations, start, end);
	const stickers = within(whole.inline_stickers?.filter(begins(start, end)), start, end);
	if (decorations.length > 0) part.text_decorations = decorations;
	if (stickers.length > 0) part.inline_stickers = stickers;
	const { mention, mention_range: range } = whole;
	if (mention === undefined) return part;
	if (range === undefined) return isFirst ? { ...part, mention } : part;
	const [mentioned] = within([{ range }].filter(begins(start, end)), start, end);
	return mentioned ? { ...part, mention, mention_range: mentioned.range } : part;
}

/** Texts as one, with an empty line between them. At most one of them has a mention. */
export function join([first, ...others]: [TextPart, ...TextPart[]]): TextPart {
	const part: TextPart = { ...first };
	for (const other of others) {
		part.value += '\n\n';
		const moved = <T extends Placed>(placed: T[] = []): T[] =>
			placed.map((one) => ({ ...one, range: moveBy(part.value.length, one.range) }));
		const decorations = [...(part.text_decorations ?? []), ...moved(other.text_decorations)];
		const stickers = [...(part.inline_stickers ?? []), ...moved(other.inline_stickers)];
		if (decorations.length > 0) part.text_decorations = decorations.slice(0, MAX_DECORATIONS);
		if (stickers.length > 0) part.inline_stickers = stickers;
		if (other.mention !== undefined && other.mention_range) {
			part.mention = other.mention;
			part.mention_range = moveBy(part.value.length, other.mention_range);
		}
		part.value += other.value;
	}
	return part;
}

const moveBy = (by: number, [start, end]: Range): Range => [start + by, end + by];

const begins =
	(start: number, end: number) =>
	({ range: [from] }: Placed) =>
		start <= from && from < end;

/** Those that are in a stretch, as far as they are, counted from its beginning. */
const within = <T extends Placed>(placed: T[] = [], start: number, end: number): T[] =>
	placed
		.map((one) => ({
			...one,
			range: [Math.max(one.range[0], start) - start, Math.min(one.range[1], end) - start] as Range,
		}))
		.filter(({ range: [from, behind] }) => from < behind);
