import { asBuffer, hasText, textAt } from '../audio/bytes';
import { CONTENT_TYPES } from '../fields/contentTypes';

/** A file's type, as its first bytes show it. */
export interface FileType {
	contentType: string;
	/** For its name, without a dot. */
	extension: string;
	/** Types that begin in the same way, so that what the file is declared to be may be righter. */
	narrower?: readonly string[];
}

type Rule = (file: Buffer) => FileType | undefined;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const IWORK = 'application/x-iwork-';

const type = (contentType: string, extension: string, narrower?: readonly string[]): FileType => ({
	contentType,
	extension,
	...(narrower && { narrower }),
});

/** Bytes that stand at one place, written as Latin-1. */
const mark =
	(text: string, found: FileType, at = 0): Rule =>
	(file) =>
		hasText(file, at, text) ? found : undefined;

const ZIP = type('application/zip', 'zip', [
	`${OFFICE}wordprocessingml.document`,
	`${OFFICE}spreadsheetml.sheet`,
	`${OFFICE}presentationml.presentation`,
	`${IWORK}pages-sffpages`,
	`${IWORK}numbers-sffnumbers`,
	`${IWORK}keynote-sffkey`,
	'application/epub+zip',
	'application/vnd.apple.pkpass',
]);

/** Types by the names of the entries in a ZIP file. */
const IN_ZIP: ReadonlyArray<[RegExp, FileType]> = [
	[/^word\//, type(`${OFFICE}wordprocessingml.document`, 'docx')],
	[/^xl\//, type(`${OFFICE}spreadsheetml.sheet`, 'xlsx')],
	[/^ppt\//, type(`${OFFICE}presentationml.presentation`, 'pptx')],
	[/^pass\.json$/, type('application/vnd.apple.pkpass', 'pkpass')],
	[/^META-INF\/container\.xml$/, type('application/epub+zip', 'epub')],
];

/** Brands of MP4 and its kin (the four letters behind `ftyp`). */
const BRANDS: ReadonlyArray<[RegExp, FileType]> = [
	[/^(heic|heix|heim|heis|hevc|hevx)$/, type('image/heic', 'heic')],
	[/^(mif1|msf1)$/, type('image/heif', 'heif', ['image/heic'])],
	[/^avi[fs]$/, type('image/avif', 'avif')],
	[/^M4[AB] $/, type('audio/x-m4a', 'm4a', ['audio/mp4'])],
	[/^M4V/, type('video/x-m4v', 'm4v', ['video/mp4'])],
	[/^qt {2}$/, type('video/quicktime', 'mov')],
	[/^3g[gpr2]/, type('video/3gpp', '3gp')],
	[/./, type('video/mp4', 'mp4', ['video/x-m4v', 'audio/mp4', 'audio/x-m4a'])],
];

const RULES: readonly Rule[] = [
	mark('\xff\xd8\xff', type('image/jpeg', 'jpg')),
	mark('\x89PNG\r\n\x1a\n', type('image/png', 'png')),
	mark('GIF87a', type('image/gif', 'gif')),
	mark('GIF89a', type('image/gif', 'gif')),
	mark('II*\0', type('image/tiff', 'tiff')),
	mark('MM\0*', type('image/tiff', 'tiff')),
	mark('\0\0\x01\0', type('image/x-icon', 'ico')),
	bitmap,
	riff,
	isoMedia,
	mark('%PDF-', type('application/pdf', 'pdf')),
	zip,
	mark('\x1f\x8b', type('application/x-gzip', 'gz')),
	mark(
		'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
		type('application/x-ole-storage', 'doc', [
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
		]),
	),
	mark('OggS', type('audio/ogg', 'ogg', ['video/ogg'])),
	mark('\x1aE\xdf\xa3', type('video/webm', 'webm', ['audio/webm', 'video/x-matroska'])),
	mark('fLaC', type('audio/flac', 'flac')),
	mark('caff', type('audio/x-caf', 'caf')),
	mark('FORM', type('audio/x-aiff', 'aiff', ['audio/aiff'])),
	mark('.snd', type('audio/basic', 'au')),
	mark('riff', type('audio/x-w64', 'w64')),
	mark('#!AMR', type('audio/amr', 'amr')),
	mark('MThd', type('audio/midi', 'mid')),
	mark('ID3', type('audio/mpeg', 'mp3', ['audio/mp3', 'audio/aac'])),
	mpegAudio,
	mark('\0\0\x01\xba', type('video/mpeg', 'mpg', ['video/mpeg2'])),
	mark('\0\0\x01\xb3', type('video/mpeg', 'mpg', ['video/mpeg2'])),
	mark('MZ', type('application/x-msdownload', 'exe')),
	mark('\x7fELF', type('application/x-elf', 'elf')),
	text,
];

/**
 * Detects a file's type by its first bytes (a few thousand are enough). Knows the types with a
 * signature that Linq accepts, and common ones that it does not; `isTakenByLinq()` tells which.
 * Plain text, CSV and JSON have no signature.
 *
 * @returns undefined if the bytes match no known type
 */
export function fileTypeOf(head: Uint8Array): FileType | undefined {
	const file = asBuffer(head);
	for (const rule of RULES) {
		const found = rule(file);
		if (found) return found;
	}
	return undefined;
}

/**
 * The type to upload a file as: what its bytes say, unless it is declared to be something narrower
 * that begins in the same way.
 *
 * @param declared MIME type, with or without parameters; may be empty
 * @returns nothing if neither says anything
 */
export function settleType(head: Uint8Array, declared: string): string | undefined {
	const [bare = ''] = declared.toLowerCase().split(';');
	const said = bare.trim();
	const found = fileTypeOf(head);
	if (!found) return said || undefined;
	return found.narrower?.includes(said) ? said : found.contentType;
}

/** Whether Linq takes files of this type (contract/openapi.yaml, SupportedContentType). */
export function isTakenByLinq(contentType: string): boolean {
	return CONTENT_TYPES.includes(contentType);
}

/** BMP: two letters are too few, so the size of its second header counts, too. */
function bitmap(file: Buffer): FileType | undefined {
	const isBitmap = hasText(file, 0, 'BM') && file.length >= 18 && file.readUInt32LE(14) <= 124;
	return isBitmap ? type('image/bmp', 'bmp') : undefined;
}

function riff(file: Buffer): FileType | undefined {
	if (!/^(RIFF|RF64|BW64)$/.test(textAt(file, 0, 4))) return undefined;
	switch (textAt(file, 8, 4)) {
		case 'WAVE':
			return type('audio/x-wav', 'wav');
		case 'WEBP':
			return type('image/webp', 'webp');
		case 'AVI ':
			return type('video/x-msvideo', 'avi');
		default:
			return undefined;
	}
}

function isoMedia(file: Buffer): FileType | undefined {
	const box = textAt(file, 4, 4);
	// QuickTime of old has no ftyp.
	if (box === 'moov' || box === 'mdat' || box === 'wide') return type('video/quicktime', 'mov');
	if (box !== 'ftyp') return undefined;
	const brand = textAt(file, 8, 4);
	return BRANDS.find(([pattern]) => pattern.test(brand))?.[1];
}

const LOCAL_HEADER = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';

function zip(file: Buffer): FileType | undefined {
	if (![LOCAL_HEADER, EMPTY_ZIP].includes(textAt(file, 0, 4))) return undefined;
	for (const name of namesInZip(file)) {
		const found = IN_ZIP.find(([pattern]) => pattern.test(name));
		if (found) return found[1];
	}
	return ZIP;
}

/** The names in the local headers, as far as these bytes go. */
function* namesInZip(file: Buffer): Generator<string> {
	let at = 0;
	while (at >= 0 && at + 30 <= file.length) {
		const length = file.readUInt16LE(at + 26);
		yield textAt(file, at + 30, length);
		at = file.indexOf(LOCAL_HEADER, at + 30 + length, 'latin1');
	}
}

/** MP3 and AAC without a tag: eleven bits, then a layer. */
function mpegAudio(file: Buffer): FileType | undefined {
	if (file.length < 4 || file.readUInt8(0) !== 0xff) return undefined;
	const second = file.readUInt8(1);
	if ((second & 0xf6) === 0xf0) return type('audio/aac', 'aac');
	const hasRate = (file.readUInt8(2) & 0xf0) !== 0xf0 && (file.readUInt8(2) & 0x0c) !== 0x0c;
	return (second & 0xe6) === 0xe2 && hasRate ? type('audio/mpeg', 'mp3', ['audio/mp3']) : undefined;
}

/** Texts that begin with what they are. */
function text(file: Buffer): FileType | undefined {
	const start = file
		.toString('utf8', 0, 512)
		.replace(/^\ufeff/, '')
		.trimStart()
		.toLowerCase();
	if (start.startsWith('begin:vcard')) return type('text/vcard', 'vcf');
	if (start.startsWith('begin:vcalendar')) return type('text/calendar', 'ics');
	if (start.startsWith('{\\rtf')) return type('text/rtf', 'rtf');
	if (/^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?(<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(start)) {
		return type('image/svg+xml', 'svg');
	}
	if (/^<(!doctype html|html[\s>])/.test(start)) return type('text/html', 'html');
	if (start.startsWith('<?xml')) return type('text/xml', 'xml', ['image/svg+xml', 'text/html']);
	return undefined;
}
