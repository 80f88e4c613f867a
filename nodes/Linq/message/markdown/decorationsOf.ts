import type { Decoration } from '../content';
import { MAX_DECORATIONS, STYLES } from '../decorations';
import type { Span } from './styledText';

/**
 * Styles in Linq's form: [start, end) in UTF-16 code units. What touches is one place; white space at
 * the ends is left out; a letter with its accents, or an emoji, has a style as a whole.
 *
 * @param spans in any order
 * @returns the first 100, which is what Linq takes, in the order of their places
 */
export function decorationsOf(text: string, spans: Span[]): Decoration[] {
	const first = inOrder(spans.map((span) => trim(text, span)).filter(isSomewhere));
	const whole = merge(first).slice(0, MAX_DECORATIONS);
	const segments = new Intl.Segmenter().segment(text);
	const snapped = whole.map(({ start, end, style }) => ({
		start: segments.containing(start)?.index ?? start,
		end: endOfCharacter(segments.containing(end - 1)) ?? end,
		style,
	}));
	return merge(inOrder(snapped)).map(({ start, end, style }) => ({ range: [start, end], style }));
}

const inOrder = (spans: Span[]): Span[] =>
	spans.sort((a, b) => a.start - b.start || STYLES.indexOf(a.style) - STYLES.indexOf(b.style));

const isSomewhere = ({ start, end }: Span): boolean => start < end;

const endOfCharacter = (character: Intl.SegmentData | undefined): number | undefined =>
	character && character.index + character.segment.length;

function trim(text: string, { start, end, style }: Span): Span {
	let [first, behind] = [start, end];
	while (first < behind && isSpace(text[first])) first++;
	while (first < behind && isSpace(text[behind - 1])) behind--;
	return { start: first, end: behind, style };
}

const isSpace = (character: string | undefined): boolean => /\s/.test(character ?? '');

/** Makes one of those of a style that overlap or touch. @param spans in order */
function merge(spans: Span[]): Span[] {
	const merged: Span[] = [];
	const last = new Map<string, Span>();
	for (const span of spans) {
		const before = last.get(span.style);
		if (before && span.start <= before.end) {
			before.end = Math.max(before.end, span.end);
		} else {
			const own = { ...span };
			merged.push(own);
			last.set(span.style, own);
		}
	}
	return merged;
}
