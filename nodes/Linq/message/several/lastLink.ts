import { isUrl } from '../../../shared/input/urls';

/** Longest link of a message (contract/behaviour.md, section 7). */
const MAX_LINK = 2_048;

/** Signs behind a link that are looked at; whoever writes more of them has not written a link. */
const MAX_SIGNS = 20;

/** A link with nothing behind it but signs, perhaps in parentheses, as Markdown comes out. */
const AT_THE_END = /(^|\s)(\(?)(https:\/\/[^\s<>"]+)\s*$/;

/** Signs behind a link that do not belong to it. */
const TRAILING = /[.,;:!?…'"”»\]]+$/;

/**
 * The link at the end of a text, which shows a preview when it is a message of its own. Only https links
 * have one (contract/behaviour.md, section 7). One that stands in its line beside others stays there.
 *
 * @returns the link, and where the words before it end; undefined where there is none
 */
export function lastLink(text: string): { url: string; before: number } | undefined {
	const found = AT_THE_END.exec(text);
	if (!found) return undefined;
	const [, space = '', bracket = '', written = ''] = found;
	if (written.length > MAX_LINK + MAX_SIGNS) return undefined;
	const url = withoutBrackets(written.replace(TRAILING, ''));
	const before = found.index + space.length;
	const line = text.slice(text.lastIndexOf('\n', before - 1) + 1, before);
	if (/https?:\/\//i.test(line) || !isUrl(url) || url.length > MAX_LINK) return undefined;
	// Only a bracket that opens right before it may, and must, close after it.
	const isClosed = written.replace(TRAILING, '').length > url.length;
	return isClosed === (bracket !== '') ? { url, before } : undefined;
}

/** Takes off the closing brackets that the link has not opened. */
function withoutBrackets(url: string): string {
	let end = url.length;
	const count = (sign: string) => url.slice(0, end).split(sign).length - 1;
	while (url[end - 1] === ')' && count(')') > count('(')) end--;
	return url.slice(0, end);
}
