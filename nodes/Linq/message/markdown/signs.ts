import type { Line } from './lines';

/* How a line of the source begins a block (CommonMark 0.31, chapter 4; GFM for tables). */

export interface Fence {
	character: string;
	length: number;
}

/** Three or more of `-`, `*` or `_`, and nothing else. */
export function isRule(text: string): boolean {
	const [sign = ''] = text;
	if (!'-*_'.includes(sign)) return false;
	let count = 0;
	for (const character of text) {
		if (character === sign) count++;
		else if (character !== ' ' && character !== '\t') return false;
	}
	return count >= 3;
}

/** @returns the words of a heading that begins with `#` */
export function headingOf(text: string): string | undefined {
	const [sign] = /^#{1,6}(?=[ \t]|$)/.exec(text) ?? [];
	return sign === undefined ? undefined : withoutClosing(text.slice(sign.length));
}

/** A heading can end with any number of `#`, too. */
function withoutClosing(text: string): string {
	const words = text.trim();
	let end = words.length;
	while (words[end - 1] === '#') end--;
	const isClosing = end === 0 || words[end - 1] === ' ' || words[end - 1] === '\t';
	return isClosing ? words.slice(0, end).trimEnd() : words;
}

/**
 * Whether a line of `=` or `-` makes the paragraph above it a heading. Models draw a rule with `---`
 * right below a text, which CommonMark reads as a heading, so only text that looks like one counts;
 * and `--` begins signatures, so it takes three.
 */
export function underlineOf(text: string, above: Line[]): 'heading' | 'rule' | undefined {
	const line = text.trimEnd();
	if (line.length < 3) return undefined;
	if (isAll(line, '=')) return 'heading';
	if (!isAll(line, '-')) return undefined;
	const [first, ...others] = above.slice(0, 2);
	const isTitle =
		others.length === 0 && !/[.!?:;,…。！？：；、]$/.test(first?.text.trimEnd() ?? '');
	return isTitle ? 'heading' : 'rule';
}

const isAll = (text: string, sign: string): boolean => {
	for (const character of text) if (character !== sign) return false;
	return true;
};

/** A line that begins a block of code. */
export function fenceOf(text: string): Fence | undefined {
	const [sign = ''] = /^(?:`{3,}|~{3,})/.exec(text) ?? [];
	const [character = ''] = sign;
	if (character === '' || (character === '`' && text.includes('`', sign.length))) return undefined;
	return { character, length: sign.length };
}

export function closesFence(text: string, { character, length }: Fence): boolean {
	const line = text.trimEnd();
	return line.length >= length && isAll(line, character);
}

/**
 * @param text a line below what may be the header of a table
 * @returns its columns, if it is the line between header and rows, e.g. `|---|:-:|`
 */
export function columnsOf(text: string): number | undefined {
	if (!text.includes('|') || !/^[|:\- \t]+$/.test(text)) return undefined;
	const cells = cellsOf(text);
	return cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells.length : undefined;
}

/** The cells of a line of a table; `\|` does not separate them. */
export function cellsOf(text: string): string[] {
	const line = text.trim();
	const cells: string[] = [];
	let cell = '';
	for (const [part] of line.matchAll(/\\\||\||\\|[^\\|]+/g)) {
		if (part === '|') {
			cells.push(cell.trim());
			cell = '';
		} else {
			cell += part === '\\|' ? '|' : part;
		}
	}
	if (line.startsWith('|')) cells.shift();
	if (cell !== '' || !line.endsWith('|')) cells.push(cell.trim());
	return cells;
}

/** An address that texts can refer to by a name, e.g. `[docs]: https://example.com "Title"`. */
export interface Definition {
	label: string;
	url: string;
}

const DEFINITION =
	/^\[((?!\^)[^[\]\\]{1,200})\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;

/** How the addresses of models begin; `[Ann]: hello` is somebody who speaks. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|www\.|[/#.])/i;

/** `[1]: https://…` is a list of sources, which reads best as it stands. */
export function definitionOf(text: string): Definition | undefined {
	const [, label = '', target = ''] = DEFINITION.exec(text.trimEnd()) ?? [];
	const url = target.startsWith('<') ? target.slice(1, -1) : target;
	if (label.trim() === '' || /^\d+$/.test(label) || !ADDRESS.test(url)) return undefined;
	return { label: labelKey(label), url };
}

/** The form in which labels are compared. */
export const labelKey = (label: string): string =>
	label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();

/** The sign and the number of a footnote, e.g. `[^1]: `. */
export function footnoteOf(text: string): { sign: string; label: string } | undefined {
	const [sign, label] = /^\[\^([\p{L}\p{N}][^\s[\]]{0,99})\]:[ \t]*/u.exec(text) ?? [];
	return sign === undefined || label === undefined ? undefined : { sign, label };
}
