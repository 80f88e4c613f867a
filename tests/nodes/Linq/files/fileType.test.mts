import { fileTypeOf, isTakenByLinq, settleType } from '../../../../nodes/Linq/files/fileType.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const zip = (...names: string[]): Buffer =>
	Buffer.concat(
		names.map((name) => {
			const head = Buffer.alloc(30);
			head.write('PK\x03\x04', 'latin1');
			head.writeUInt16LE(name.length, 26);
			return Buffer.concat([head, latin1(name), latin1('content')]);
		}),
	);
const bitmap = (): Buffer => {
	const file = Buffer.alloc(60);
	file.write('BM');
	file.writeUInt32LE(40, 14);
	return file;
};
const OFFICE = 'application/vnd.openxmlformats-officedocument';

test.each<[string, Buffer, string, string]>([
	['JPEG', latin1('\xff\xd8\xff\xe0'), 'image/jpeg', 'jpg'],
	['PNG', latin1('\x89PNG\r\n\x1a\n'), 'image/png', 'png'],
	['GIF', latin1('GIF89a'), 'image/gif', 'gif'],
	['HEIC', latin1('\0\0\0\x18ftypheic'), 'image/heic', 'heic'],
	['HEIF', latin1('\0\0\0\x18ftypmif1'), 'image/heif', 'heif'],
	['WebP', latin1('RIFF\0\0\0\0WEBPVP8 '), 'image/webp', 'webp'],
	['TIFF', latin1('MM\0*'), 'image/tiff', 'tiff'],
	['BMP', bitmap(), 'image/bmp', 'bmp'],
	['icon', latin1('\0\0\x01\0\x01\0'), 'image/x-icon', 'ico'],
	['SVG', latin1('<?xml version="1.0"?>\n<svg xmlns="x">'), 'image/svg+xml', 'svg'],
	['MP4', latin1('\0\0\0\x18ftypisom'), 'video/mp4', 'mp4'],
	['QuickTime', latin1('\0\0\0\x14ftypqt  '), 'video/quicktime', 'mov'],
	['3GP', latin1('\0\0\0\x14ftyp3gp4'), 'video/3gpp', '3gp'],
	['M4V', latin1('\0\0\0\x14ftypM4V '), 'video/x-m4v', 'm4v'],
	['AVI', latin1('RIFF\0\0\0\0AVI LIST'), 'video/x-msvideo', 'avi'],
	['MPEG', latin1('\0\0\x01\xba'), 'video/mpeg', 'mpg'],
	['M4A', latin1('\0\0\0\x18ftypM4A '), 'audio/x-m4a', 'm4a'],
	['MP3', latin1('ID3\x04'), 'audio/mpeg', 'mp3'],
	['MP3 without a tag', latin1('\xff\xfb\x90\x00'), 'audio/mpeg', 'mp3'],
	['AAC', latin1('\xff\xf1\x50\x80'), 'audio/aac', 'aac'],
	['WAV', latin1('RIFF\0\0\0\0WAVEfmt '), 'audio/x-wav', 'wav'],
	['AIFF', latin1('FORM\0\0\0\0AIFF'), 'audio/x-aiff', 'aiff'],
	['CAF', latin1('caff\0\x01'), 'audio/x-caf', 'caf'],
	['AMR', latin1('#!AMR\n'), 'audio/amr', 'amr'],
	['MIDI', latin1('MThd'), 'audio/midi', 'mid'],
	['PDF', latin1('%PDF-1.4'), 'application/pdf', 'pdf'],
	['ZIP', zip('a.txt', 'b.txt'), 'application/zip', 'zip'],
	[
		'Word',
		zip('[Content_Types].xml', 'word/document.xml'),
		`${OFFICE}.wordprocessingml.document`,
		'docx',
	],
	[
		'Excel',
		zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'),
		`${OFFICE}.spreadsheetml.sheet`,
		'xlsx',
	],
	['PowerPoint', zip('ppt/presentation.xml'), `${OFFICE}.presentationml.presentation`, 'pptx'],
	['EPUB', zip('mimetype', 'META-INF/container.xml'), 'application/epub+zip', 'epub'],
	['Wallet', zip('pass.json'), 'application/vnd.apple.pkpass', 'pkpass'],
	['gzip', latin1('\x1f\x8b\x08'), 'application/x-gzip', 'gz'],
	['vCard', latin1('\r\nBEGIN:VCARD\r\n'), 'text/vcard', 'vcf'],
	['calendar', latin1('BEGIN:VCALENDAR'), 'text/calendar', 'ics'],
	['RTF', latin1('{\\rtf1'), 'text/rtf', 'rtf'],
	['HTML', Buffer.from('\ufeff<!DOCTYPE html>'), 'text/html', 'html'],
	['XML', latin1('<?xml version="1.0"?><a/>'), 'text/xml', 'xml'],
])('%s is known by its bytes, and Linq takes it', (_, bytes, contentType, extension) => {
	expect(fileTypeOf(bytes)).toMatchObject({ contentType, extension });
	expect(isTakenByLinq(contentType)).toBe(true);
});

test.each([
	['Ogg', latin1('OggS\0'), 'audio/ogg'],
	['WebM', latin1('\x1aE\xdf\xa3'), 'video/webm'],
	['FLAC', latin1('fLaC'), 'audio/flac'],
	['AVIF', latin1('\0\0\0\x18ftypavif'), 'image/avif'],
	['AU', latin1('.snd'), 'audio/basic'],
	['a program', latin1('MZ\x90'), 'application/x-msdownload'],
])('%s is known, and Linq does not take it', (_, bytes, contentType) => {
	expect(fileTypeOf(bytes)?.contentType).toBe(contentType);
	expect(isTakenByLinq(contentType)).toBe(false);
});

test.each([
	['the bytes are right', latin1('\x89PNG\r\n\x1a\n'), 'image/jpeg', 'image/png'],
	[
		'a Word file may begin like any ZIP',
		zip('a.xml'),
		`${OFFICE}.wordprocessingml.document`,
		`${OFFICE}.wordprocessingml.document`,
	],
	['but not a picture', zip('a.xml'), 'image/png', 'application/zip'],
	[
		'old Office files are told apart by what they are declared',
		latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
		'application/msword',
		'application/msword',
	],
	[
		'a file without a signature has its declared type',
		latin1('a,b\n1,2'),
		'Text/CSV; charset=utf-8',
		'text/csv',
	],
	['nothing is known', latin1('abc'), '', undefined],
	['an MP4 without a picture', latin1('\0\0\0\x18ftypmp42'), 'audio/mp4', 'audio/mp4'],
])('%s', (_, bytes, declared, settled) => {
	expect(settleType(bytes, declared)).toBe(settled);
});

test('short files and empty ones are nothing', () => {
	for (let length = 0; length < 3; length++) {
		expect(fileTypeOf(latin1('RIFF').subarray(0, length))).toBeUndefined();
	}
});
