import { decodeEntities } from './entities';

/** Where a link goes, and where its sign ends in the source. */
export interface Target {
	url: string;
	end: number;
}

/** As in markdown-it; bounds what a text of brackets can cost. */
const MAX_BRACKETS = 32;

/** Longest title, or address in angle brackets; bounds what a text of quotes can cost. */
const MAX_QUOTED = 2_048;

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ESCAPES = /\\([!-/:-@[-`{-~])/g;

/** Whether a backslash before it takes away its meaning. */
export const isEscapable = (character: string | undefined): boolean =>
	character !== undefined && ESCAPABLE.test(character);

/** The address that the source of one stands for. */
export const urlOf = (source: string): string =>
	decodeEntities(source.replace(ESCAPES, '$1')).replaceAll(' ', '%20');

/** @param at behind the `(` of `[words](url "title")` */
export function targetAt(text: string, at: number): Target | undefined {
	const begin = behindSpace(text, at);
	const inBrackets = text[begin] === '<';
	const end = inBrackets ? endOfQuoted(text, begin, '>') : endOfUrl(text, begin);
	if (end === undefined) return undefined;
	const source = inBrackets ? text.slice(begin + 1, end - 1) : text.slice(begin, end);
	const next = behindSpace(text, end);
	const close = next === end ? end : behindSpace(text, behindTitle(text, next));
	return text[close] === ')' ? { url: urlOf(source), end: close + 1 } : undefined;
}

/** White space may hold one line break, since an empty line would end the paragraph. */
function behindSpace(text: string, begin: number): number {
	let at = begin;
	while (/[ \t\n]/.test(text[at] ?? '')) at++;
	return at;
}

function behindTitle(text: string, at: number): number {
	const closing = { '"': '"', "'": "'", '(': ')' }[text[at] ?? ''];
	return (closing === undefined ? undefined : endOfQuoted(text, at, closing)) ?? at;
}

function endOfQuoted(text: string, begin: number, closing: string): number | undefined {
	const limit = Math.min(text.length, begin + MAX_QUOTED);
	for (let at = begin + 1; at < limit; at++) {
		const character = text[at];
		if (character === closing) return at + 1;
		if (character === '\\') at++;
		else if (closing === '>' && (character === '<' || character === '\n')) return undefined;
	}
	return undefined;
}

function endOfUrl(text: string, begin: number): number | undefined {
	let depth = 0;
	let at = begin;
	for (; at < text.length; at++) {
		const character = text[at] ?? '';
		if (character <= ' ' || (character === ')' && depth === 0)) break;
		if (character === '\\' && isEscapable(text[at + 1])) at++;
		else if (character === ')') depth--;
		else if (character === '(' && ++depth > MAX_BRACKETS) return undefined;
	}
	return depth === 0 ? at : undefined;
}

const BARE_URL = /(?:https?:\/\/|www\.)(?:[^\s"<>[\]`*\\\u0080-\uffff]|\*(?!\*))*/gi;

/**
 * Addresses stand in texts as they are, and their signs are part of them: `https://a.example/_b_`.
 *
 * @param start where a stretch without signs begins
 * @param end where it ends, at a sign
 * @returns where the address ends that the sign stands in, if it stands in one
 */
export function endOfBareUrl(text: string, start: number, end: number): number | undefined {
	let begin = end;
	while (begin > start && !/\s/.test(text[begin - 1] ?? '')) begin--;
	BARE_URL.lastIndex = begin + text.slice(begin, end).search(/https?:\/\/|www\./i);
	if (BARE_URL.lastIndex < begin) return undefined;
	const [found = ''] = BARE_URL.exec(text) ?? [];
	const urlEnd = BARE_URL.lastIndex - found.length + withoutPunctuation(found).length;
	return urlEnd > end ? urlEnd : undefined;
}

/** Drops final punctuation and unmatched closing brackets, which are not part of the address. */
function withoutPunctuation(url: string): string {
	let surplus = 0;
	for (const character of url) surplus += character === ')' ? 1 : character === '(' ? -1 : 0;
	let end = url.length;
	for (; end > 0; end--) {
		const last = url[end - 1] ?? '';
		if (last === ')' && surplus-- > 0) continue;
		if (!'?!.,:;*_~\'"'.includes(last)) break;
	}
	return url.slice(0, end);
}
