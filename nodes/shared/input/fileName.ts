/** Longest file name; what file systems take. */
const MAX_LENGTH = 255;

/** Longest ending that is kept when a name is cut, e.g. `.jpeg`. */
const MAX_EXTENSION = 16;

/** Control characters, and those that turn the direction of writing: `exe.jpg` can be `gpj.exe`. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A file name that can be used as one: n8n takes a path apart, and cannot serve a file whose name has
 * line breaks in it.
 *
 * @param name as somebody else gave it
 * @returns its last part without control characters, at most 255 characters long; undefined when
 *   nothing is left of it
 */
export function safeFileName(name: string | undefined): string | undefined {
	const [last = ''] = (name ?? '').replace(INVISIBLE, '').split(/[/\\]/).slice(-1);
	const trimmed = last.trim();
	return /^\.*$/.test(trimmed) ? undefined : shortened(trimmed);
}

function shortened(name: string): string {
	if (name.length <= MAX_LENGTH) return name;
	const [extension = ''] = /\.[^.]+$/.exec(name) ?? [];
	const kept = extension.length <= MAX_EXTENSION ? extension : '';
	return withoutHalf(name.slice(0, MAX_LENGTH - kept.length)) + kept;
}

/** Takes off half of a character that the cut went through. */
const withoutHalf = (text: string) => text.replace(/[\uD800-\uDBFF]$/, '');

/** The content type for files of an unknown one. */
const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * A content type that can stand in a header.
 *
 * @returns undefined for none, the type of unknown files for what is not one
 */
export function safeMimeType(type: string | undefined): string | undefined {
	if (type === undefined || type === '') return undefined;
	return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+( *;[ -~]*)?$/.test(type) && type.length <= MAX_LENGTH
		? type
		: UNKNOWN_TYPE;
}
