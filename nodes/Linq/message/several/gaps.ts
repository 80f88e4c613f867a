import type { Decoration } from '../content';
import type { Range } from '../ranges';

/** Empty lines, with the line ends around them. */
const EMPTY_LINES = /\r?\n(?:[ \t]*\r?\n)+/g;

/** Continues the paragraph before it: a list item, a quotation, an indented line. */
const GOES_ON = /^(?:[-–—•‣◦*+☐☑>]|\(?\d{1,3}[.)]|[a-z][.)])\s|^\s/;

/**
 * Where a text falls into paragraphs that can be messages of their own.
 *
 * Some empty lines are within one thing: those of lists, quotations, code and tables, and the one
 * behind a line that announces what follows, a title or one with a colon.
 *
 * @param solids code and tables of a text that was Markdown, in their order
 * @returns the gaps between paragraphs, in their order
 */
export function gapsBetweenParagraphs(
	text: string,
	styles: Decoration[],
	solids: Range[],
): Range[] {
	const gaps: Range[] = [];
	let next = 0;
	for (const { index, 0: lines } of text.matchAll(EMPTY_LINES)) {
		const end = index + lines.length;
		while ((solids[next]?.[1] ?? end) < end) next++;
		if ((solids[next]?.[0] ?? end) <= index) continue;
		if (GOES_ON.test(text.slice(end, end + 8)) || announces(text, index, styles)) continue;
		gaps.push([index, end]);
	}
	return gaps;
}

/** Whether the line that ends at a place says that something comes: a colon, or a title in bold. */
function announces(text: string, place: number, styles: Decoration[]): boolean {
	const start = text.lastIndexOf('\n', place - 1) + 1;
	const line = text.slice(start, place).trimEnd();
	if (line === '') return false;
	const end = start + line.length;
	return (
		/[:：]$/.test(line) ||
		styles.some(({ style, range: [from, to] }) => style === 'bold' && from <= start && to >= end)
	);
}

/** Signs of which rules, headings and tables are made, too. */
const LINE_SIGNS = /^[-*_=#~+|]+$/;

/**
 * Puts a sign that no text has in place of the marker, so that Markdown can be read around it: it is no
 * sign of Markdown, so styles go on across it.
 *
 * A marker counts wherever it stands. One that can be a rule, or part of a table, counts only where it
 * stands on a line of its own.
 */
export function hideMarkers(source: string, marker: string): string {
	const sign = escape(marker);
	const places = LINE_SIGNS.test(marker)
		? new RegExp(`^[ \\t]*${sign}[ \\t]*$`, 'gm')
		: new RegExp(sign, 'g');
	return source.replaceAll(HIDDEN, '').replace(places, HIDDEN);
}

/** Where hidden markers stand in a text. */
export const gapsAtMarkers = (text: string): Range[] =>
	[...text.matchAll(new RegExp(HIDDEN, 'g'))].map(({ index }): Range => [index, index + 1]);

/** A code point that is no character (The Unicode Standard, 23.7). */
const HIDDEN = '\uFDD0';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
