import type { InputSettings } from '../../../shared/input/phoneNumber';
import type { LinkPart, MessagePart, TextPart } from '../content';
import { readWithSolids } from '../markdown/readMarkdown';
import type { Range } from '../ranges';
import type { TextExtras } from '../textPart';
import { dress } from '../textPart';
import { cut, join } from './cut';
import { gapsAtMarkers, gapsBetweenParagraphs, hideMarkers } from './gaps';
import { lastLink } from './lastLink';
import type { Splitting } from './options';

/**
 * Takes a text apart into messages. Markdown is read first, and taken apart as people see it.
 *
 * @param source the text as the user enters it
 * @param extras placed on the text as a whole
 * @param files go with the last text, or are a message of their own where there is none
 * @returns the parts of each message, at most as many messages as are wanted, one at least: the rest of
 *   the text stays together. A link at its end is a message of its own, and counts
 * @throws InvalidInput when an extra does not fit the text
 */
export function messagesOf(
	source: string,
	extras: TextExtras,
	settings: InputSettings,
	files: MessagePart[],
	{ marker, most }: Splitting,
): MessagePart[][] {
	const { whole, gaps } = read(source, extras, settings, marker);
	const link = most > 1 ? lastLink(whole.value) : undefined;
	const end = link?.before ?? whole.value.length;
	const texts = stretchesBetween(gaps, end)
		.filter(([from, to]) => whole.value.slice(from, to).trim() !== '')
		.map((stretch, index) => cut(whole, stretch, index === 0));
	const said: MessagePart[][] = atMost(most - (link ? 1 : 0), texts).map((part) => [part]);
	if (files.length > 0) {
		if (said.length === 0) said.push([]);
		said.at(-1)?.push(...files);
	}
	if (link) said.push([linkPart(link.url)]);
	// A text without words is refused as such.
	return said.length > 0 ? said : [[whole]];
}

const linkPart = (value: string): LinkPart => ({ type: 'link', value });

/** The text as people see it, and where it can be taken apart. */
function read(
	source: string,
	extras: TextExtras,
	settings: InputSettings,
	marker: string | undefined,
): { whole: TextPart; gaps: Range[] } {
	const marked = marker === undefined ? source : hideMarkers(source, marker);
	const formatted =
		extras.formatting === 'markdown'
			? readWithSolids(marked)
			: { text: marked, styles: [], solids: [] };
	const { text, styles, solids } = formatted;
	const gaps =
		marker === undefined ? gapsBetweenParagraphs(text, styles, solids) : gapsAtMarkers(text);
	return { whole: dress(formatted, extras, settings), gaps };
}

/** The stretches of text between the gaps, up to `end`. */
function stretchesBetween(gaps: Range[], end: number): Range[] {
	const inner = gaps.filter(([, behind]) => behind <= end);
	const starts = [0, ...inner.map(([, behind]) => behind)];
	return starts.map((start, index): Range => [start, inner[index]?.[0] ?? end]);
}

/** The first ones, and all others together as the last. */
function atMost(most: number, texts: TextPart[]): TextPart[] {
	const [first, ...others] = texts.slice(most - 1);
	return first ? [...texts.slice(0, most - 1), join([first, ...others])] : texts;
}
