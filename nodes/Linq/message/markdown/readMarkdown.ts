import type { Decoration } from '../content';
import type { Range } from '../ranges';
import { readBlocks } from './blocks';
import { decorationsOf } from './decorationsOf';
import { print } from './print';

/**
 * Longest text that is read, in characters: ten times Linq's limit for a text, which leaves room for
 * signs and addresses. The worst of this length takes about half a second; a longer one stays as it
 * is, and is too long for Linq.
 */
const MAX_SOURCE = 100_000;

/** A text as people read it, and the styles of its words. */
export interface Formatted {
	text: string;
	/** One entry a place, in the order of the places; no two of one style overlap. */
	styles: Decoration[];
}

/**
 * Turns Markdown, as language models write it, into a message: signs of emphasis become styles,
 * everything else a text that reads well without them, since SMS and RCS show no styles
 * (contract/behaviour.md, section 7).
 *
 * Text without signs comes out unchanged, character by character. Never fails; its time depends only
 * on the length of the text, even if the text is crafted to be slow.
 */
export function readMarkdown(source: string): Formatted {
	const { text, styles } = readWithSolids(source);
	return { text, styles };
}

/**
 * The same, for a text that is to be taken apart.
 *
 * @returns also `solids`: where code and tables are, which are one thing although empty lines may stand
 *   in them
 */
export function readWithSolids(source: string): Formatted & { solids: Range[] } {
	const asItIs = { text: source, styles: [], solids: [] };
	if (source.length > MAX_SOURCE) return asItIs;
	const markdown = unwrap(source);
	const {
		out: { text, spans },
		solids,
	} = print(readBlocks(markdown), /[\r\n]$/.test(markdown));
	// A message of signs only, e.g. `---`, would be empty.
	return text.trim() === '' ? asItIs : { text, styles: decorationsOf(text, spans), solids };
}

/**
 * Models put whole answers into one block of code that says that it is Markdown. Its first block of
 * code within names a language, or else it is the end.
 */
function unwrap(source: string): string {
	const text = source.trim();
	const [opening, fence = ''] = /^(`{3,})(?:markdown|md)[ \t]*\r?\n/i.exec(text) ?? [];
	if (opening === undefined || !text.endsWith(`\n${fence}`)) return source;
	const content = text.slice(opening.length, -(fence.length + 1));
	const [, language] = new RegExp(`^ {0,3}${fence}` + '`*(.*)', 'm').exec(content) ?? [];
	return language?.trim() === '' ? source : content;
}
