import type { Decoration, MessagePart, TextPart } from './content';
import { LINK_IN_TEXT, notPlain } from './plain';
import { lastLink } from './several/lastLink';

/** A message in two: words to begin with, and what comes behind them. */
export interface Split {
	first: [TextPart];
	rest: MessagePart[];
}

/**
 * Takes the words out of a message that can open a chat: its first text, up to the sentence with the
 * first link in it. All else stays in its order.
 *
 * @param parts of a message that is more than words
 * @returns undefined where it has no words to begin with
 */
export function splitFirst(parts: MessagePart[]): Split | undefined {
	for (const [at, part] of parts.entries()) {
		const cut = part.type === 'text' ? cutText(part) : undefined;
		if (!cut) continue;
		const rest = [...parts.slice(0, at), ...cut.tail, ...parts.slice(at + 1)];
		return { first: [cut.head], rest: asLink(rest) };
	}
	return undefined;
}

/**
 * Why splitFirst() finds nothing to begin with, and what helps.
 *
 * @param parts undefined for an experience, which has none
 */
export function whyNotSplit(parts: MessagePart[] = []): { reason: string; hint: string } {
	const texts = parts.filter((part): part is TextPart => part.type === 'text');
	const what = texts.some(({ inline_stickers: stickers }) => stickers?.length)
		? 'a sticker'
		: texts.some(({ mention }) => mention !== undefined)
			? 'a mention'
			: undefined;
	return what === undefined
		? { reason: 'no words to begin with', hint: 'Put a sentence before it.' }
		: {
				reason: `its text cannot be cut, because it has ${what} in it`,
				hint: `Leave ${what} out of the first message.`,
			};
}

/** A URL alone becomes a link with a preview, where it can have one. */
function asLink(parts: MessagePart[]): MessagePart[] {
	const [only] = parts;
	if (parts.length !== 1 || only?.type !== 'text') return parts;
	const value = only.value.trim();
	return lastLink(value)?.url === value ? [{ type: 'link', value }] : parts;
}

/** Ends a sentence, or a line. */
const SENTENCE_END = /[.!?…。！？]["'”’)\]]*\s+|\n\s*/g;

function cutText(part: TextPart): { head: TextPart; tail: TextPart[] } | undefined {
	if (!notPlain([part])) return { head: part, tail: [] };
	// Where these stand cannot be kept in a text that is cut.
	if (part.inline_stickers?.length || part.mention !== undefined) return undefined;
	const before = part.value.slice(0, part.value.search(LINK_IN_TEXT));
	const ends = [...before.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length);
	const word = before.search(/\S*$/);
	const place = ends.filter((end) => before.slice(0, end).trim() !== '').at(-1) ?? word;
	const head = slice(part, 0, before.slice(0, place).trimEnd().length);
	if (head.value.trim() === '') return undefined;
	return { head, tail: [slice(part, place, part.value.length)] };
}

/** A stretch of a text with the styles in it. */
function slice(part: TextPart, start: number, end: number): TextPart {
	const within = ({ range: [from, to], ...style }: Decoration): Decoration => ({
		...style,
		range: [Math.max(from, start) - start, Math.min(to, end) - start],
	});
	const decorations = part.text_decorations
		?.map(within)
		.filter(({ range: [from, to] }) => from < to);
	return {
		type: 'text',
		value: part.value.slice(start, end),
		...(decorations?.length && { text_decorations: decorations }),
	};
}
