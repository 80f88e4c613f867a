import type { Style } from './styledText';

/** A tag of the source. */
export interface Tag {
	/** In small letters. */
	name: string;
	isEnd: boolean;
	attributes: string;
	/** Where it ends in the source. */
	end: number;
}

export const STYLES: Record<string, Style | undefined> = {
	b: 'bold',
	strong: 'bold',
	th: 'bold',
	h1: 'bold',
	h2: 'bold',
	h3: 'bold',
	h4: 'bold',
	h5: 'bold',
	h6: 'bold',
	i: 'italic',
	em: 'italic',
	u: 'underline',
	ins: 'underline',
	s: 'strikethrough',
	del: 'strikethrough',
	strike: 'strikethrough',
};

/** Tags that begin on a line of their own; 2 stands for an empty line before them. */
export const GAPS: Record<string, 1 | 2 | undefined> = {
	h1: 2,
	h2: 2,
	h3: 2,
	h4: 2,
	h5: 2,
	h6: 2,
	p: 2,
	blockquote: 2,
	table: 2,
	hr: 2,
	pre: 2,
	ul: 1,
	ol: 1,
	li: 1,
	div: 1,
	tr: 1,
	details: 1,
	summary: 1,
	section: 1,
};

const OTHERS = [
	'a',
	'abbr',
	'br',
	'center',
	'cite',
	'code',
	'font',
	'img',
	'kbd',
	'mark',
	'q',
	'samp',
];
const MORE = [
	'big',
	'small',
	'span',
	'sub',
	'sup',
	'tbody',
	'td',
	'tfoot',
	'th',
	'thead',
	'tt',
	'var',
];

const KNOWN = new Set([...Object.keys(STYLES), ...Object.keys(GAPS), ...OTHERS, ...MORE]);

const TAG =
	/<(\/?)([a-z][a-z\d]*)((?:\s+[a-z][\w:-]*=(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))*)\s*\/?>/iy;
/** Other names in angle brackets are what somebody has to fill in: `<your name>`, `<code>` is not. */
export function tagAt(text: string, at: number): Tag | undefined {
	TAG.lastIndex = at;
	const [found, slash, name = '', attributes = ''] = TAG.exec(text) ?? [];
	if (found === undefined || !KNOWN.has(name.toLowerCase())) return undefined;
	return { name: name.toLowerCase(), isEnd: slash === '/', attributes, end: at + found.length };
}
