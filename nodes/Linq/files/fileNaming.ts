import { safeFileName } from '../../shared/input/fileName';
import type { FileType } from './fileType';
import { fileTypeOf, settleType } from './fileType';

/** Names in use for types that Linq knows by another one, or that have no marks in their bytes. */
const ALIASES: Readonly<Record<string, string>> = {
	'application/gzip': 'application/x-gzip',
	'application/rtf': 'text/rtf',
	'application/xml': 'text/xml',
	'audio/m4a': 'audio/x-m4a',
	'audio/wav': 'audio/x-wav',
	'audio/wave': 'audio/x-wav',
	'audio/vnd.wave': 'audio/x-wav',
	'audio/x-caf': 'audio/x-caf',
	'image/jpg': 'image/jpeg',
	'image/vnd.microsoft.icon': 'image/x-icon',
	'text/directory': 'text/vcard',
	'text/x-markdown': 'text/markdown',
	'text/x-vcard': 'text/vcard',
};

/** Types of texts, which have no marks, by the ending of the name. */
const TEXTS: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	htm: 'text/html',
	html: 'text/html',
	ics: 'text/calendar',
	json: 'application/json',
	markdown: 'text/markdown',
	md: 'text/markdown',
	rtf: 'text/rtf',
	txt: 'text/plain',
	vcf: 'text/vcard',
	xml: 'text/xml',
};

/** Types that say nothing. */
const VAGUE = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'text/plain']);

/**
 * The content type to upload a file with: from its bytes, else the declared type, else the extension
 * of its name.
 *
 * @returns an empty type if none of these tells; an extension only if the bytes show it
 */
export function typeFor(
	head: Uint8Array,
	{ declared, name }: { declared: string; name: string },
): { contentType: string; extension?: string } {
	const [bare = ''] = declared.toLowerCase().split(';');
	const said = ALIASES[bare.trim()] ?? bare.trim();
	const found: FileType | undefined = fileTypeOf(head);
	if (found) return { contentType: settleType(head, said) ?? '', extension: found.extension };
	const byName = VAGUE.has(said) ? TEXTS[endingOf(name)] : undefined;
	return { contentType: byName ?? (said === 'application/octet-stream' ? '' : said) };
}

/** Endings that are as good as the one that the bytes would give. */
const SAME_ENDING: ReadonlyArray<readonly string[]> = [
	['jpg', 'jpeg', 'jpe', 'jfif'],
	['tif', 'tiff'],
	['mp4', 'm4a', 'm4v', 'm4b', 'mov', '3gp'],
	['heic', 'heif'],
	['aif', 'aiff', 'aifc'],
	['mpg', 'mpeg'],
	['mid', 'midi'],
	['zip', 'docx', 'xlsx', 'pptx', 'pages', 'numbers', 'key', 'epub', 'pkpass'],
	['doc', 'xls', 'ppt'],
	['gz', 'tgz'],
	['htm', 'html'],
	['xml', 'svg', 'html'],
	['vcf', 'vcard'],
];

/**
 * The name to upload a file under: the one it has, made safe, with the ending that its bytes call
 * for. The phone goes by it.
 */
export function nameFor(name: string, contentType: string, extension?: string): string {
	const safe = safeFileName(name) ?? `${contentType.replace(/\/.*/, '')}`;
	if (extension === undefined) return safe;
	const ending = endingOf(safe);
	const isRight =
		ending === extension ||
		SAME_ENDING.some((group) => group.includes(ending) && group.includes(extension));
	if (isRight) return safe;
	const stem = isKnownEnding(ending) ? safe.slice(0, -ending.length - 1) : safe;
	return safeFileName(`${stem}.${extension}`) ?? safe;
}

/** The extension after the last dot, in lower case. */
const endingOf = (name: string) => (/\.([^.]*)$/.exec(name)?.[1] ?? '').toLowerCase();

/** Whether it is an ending, and not the rest of a name with a dot in it, e.g. `Invoice No. 5`. */
const isKnownEnding = (ending: string) => /^[a-z0-9]{2,5}$/.test(ending);
