import { loadContract } from '../contract/document.mts';

/** Types that can begin in the same way: what the bytes say, and what they may have been declared. */
const SAME: Record<string, readonly string[]> = {
	'audio/mpeg': ['audio/mp3'],
	'audio/x-m4a': ['audio/mp4'],
	'audio/aiff': ['audio/x-aiff'],
	'video/mp4': ['video/x-m4v'],
	'video/mpeg': ['video/mpeg2'],
	'image/heif': ['image/heic'],
	'text/xml': ['image/svg+xml', 'text/html'],
	'application/zip': [
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		'application/x-iwork-pages-sffpages',
		'application/x-iwork-numbers-sffnumbers',
		'application/x-iwork-keynote-sffkey',
		'application/vnd.apple.pkpass',
		'application/epub+zip',
	],
	'application/x-cfb': [
		'application/msword',
		'application/vnd.ms-excel',
		'application/vnd.ms-powerpoint',
	],
};

/** Types that are plain text, so that only the declaration can tell them apart. */
const TEXTS = /^(text\/.*|application\/json|image\/svg\+xml)$/;

/** Types that a voice memo may be of (contract/behaviour.md section 8). */
const MEMOS = /^audio\/(mpeg|mp3|x-m4a|mp4|aac|x-caf|x-wav|x-aiff|aiff|amr)$/;

let types: ReadonlySet<string> | undefined;

/** Whether Linq takes files of a type (contract/openapi.yaml, SupportedContentType). */
export function isTaken(type: string): boolean {
	types ??= new Set(loadContract().components.schemas.SupportedContentType?.enum);
	return types.has(type);
}

export const isTakenAsMemo = (type: string): boolean => MEMOS.test(type);

/** Whether a file of a type may be declared as another one. */
const goesAs = (type: string, declared: string): boolean =>
	type === declared || (SAME[type]?.includes(declared) ?? false);

/** Types whose names are used interchangeably: MP4 and its kin, and texts. */
const FAMILIES = [/^(video\/(mp4|x-m4v|quicktime|3gpp)|audio\/(mp4|x-m4a))$/, TEXTS];

/** Whether a file of a type may have a name that promises another one. */
export const fitsName = (type: string, named: string): boolean =>
	goesAs(type, named) ||
	goesAs(named, type) ||
	FAMILIES.some((family) => family.test(type) && family.test(named));

/**
 * The type of a file: what its bytes say, or what it is declared to be where that says more.
 *
 * @param found what the bytes say; undefined where they say nothing
 * @param isText whether they read as text
 * @returns `application/octet-stream` for what is neither known nor declared to be text: a picture
 *   without the mark of one is no picture
 */
export function settle(found: string | undefined, declared: string, isText: boolean): string {
	if (found !== undefined && goesAs(found, declared)) return declared;
	const isTextAsDeclared = isText && TEXTS.test(declared);
	if (isTextAsDeclared && (found === undefined || !isTaken(found))) return declared;
	return found ?? 'application/octet-stream';
}
