import { fileTypeFromBuffer } from 'file-type/core';

/** Linq's name for a type, where others call it something else. */
const NAMES: Record<string, string> = {
	'audio/wav': 'audio/x-wav',
	'audio/ogg; codecs=opus': 'audio/ogg',
	'video/vnd.avi': 'video/x-msvideo',
	'video/MP1S': 'video/mpeg',
	'video/MP2P': 'video/mpeg',
	'video/3gpp2': 'video/3gpp',
	'image/apng': 'image/png',
	'image/heic-sequence': 'image/heic',
	'image/heif-sequence': 'image/heif',
	'application/rtf': 'text/rtf',
	'application/xml': 'text/xml',
	'application/gzip': 'application/x-gzip',
};

/**
 * Detects a file's type by its bytes, under Linq's name for it if there is one.
 *
 * @returns undefined if they do not tell, e.g. for plain text
 */
export async function detect(bytes: Uint8Array): Promise<string | undefined> {
	const found = await fileTypeFromBuffer(bytes);
	if (found) return NAMES[found.mime] ?? found.mime;
	const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
	return MARKS.find(([mark]) => start.startsWith(mark))?.[1];
}

/** Types that file-type does not know, or only recognizes in complete files. */
const MARKS: ReadonlyArray<[mark: string, type: string]> = [
	['caff', 'audio/x-caf'],
	['\x89PNG\r\n\x1a\n', 'image/png'],
];

/** How much of a file is looked at to tell text from anything else. */
const SAMPLE_BYTES = 4_096;

/** Whether a file reads as text, in whatever encoding: it has none of the bytes that no text has. */
export function readsAsText(bytes: Uint8Array): boolean {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
	return bytes.subarray(0, SAMPLE_BYTES).every(isOfText);
}

/** Tab, line feed, form feed, carriage return, escape, and all that is printed. */
const isOfText = (byte: number): boolean =>
	byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b) || byte === 0x1b;
