import { kindOf } from '../../../../nodes/shared/files/kind.ts';

const CDN = 'https://cdn.linqapp.com';

test.each<[kind: string, type: string | undefined, name: string | undefined, url?: string]>([
	['image', 'image/jpeg', 'IMG_0001.jpeg'],
	['image', 'image/heic', undefined],
	['image', 'IMAGE/PNG', undefined],
	['image', undefined, 'IMG_0001.HEIC'],
	['image', 'application/octet-stream', 'photo.png'],
	['image', undefined, undefined, `${CDN}/a/photo.webp?signature=x.mp4`],
	['video', 'video/quicktime', 'IMG_0002.MOV'],
	['video', undefined, 'clip.mp4'],
	['audio', 'audio/mpeg', 'song.mp3'],
	['audio', 'audio/x-m4a', 'New Recording 12.m4a'],
	['audio', 'audio/mp4', '1f0c.m4a'],
	['audio', undefined, 'song.aiff'],
	['audio', 'audio/x-wav', 'my audio message.wav'],
	// Messages calls recordings so; Linq may have made M4A of the CAF.
	['voice', 'audio/x-caf', 'Audio Message.caf'],
	['voice', 'audio/x-m4a', 'Audio Message.m4a'],
	['voice', 'audio/amr', 'Audio Message.amr'],
	['voice', undefined, 'Audio Message.caf'],
	['voice', 'audio/mpeg', 'audio-message 3.mp3'],
	// The formats of recordings, whatever they are called.
	['voice', 'audio/x-caf', '1f0c.caf'],
	['voice', 'audio/amr', 'x.amr'],
	['voice', 'audio/amr; codec=amr', undefined],
	// Linq's own voice memos, as its answer to one shows them.
	['voice', 'audio/x-m4a', 'voice-memo.m4a'],
	['voice', 'audio/x-m4a', undefined, `${CDN}/voice-memos/abc123.m4a`],
	['voice', 'audio/x-wav', 'voice-note.wav'],
	['file', 'application/pdf', 'voice memo.pdf'],
	['contact', 'text/vcard', 'Ava.vcf'],
	['contact', 'text/x-vcard; charset=utf-8', undefined],
	['contact', undefined, 'Ava Stone.VCF'],
	// iPhones' name for a place.
	['location', 'text/vcard', 'Current Location.loc.vcf'],
	['location', 'text/x-vlocation', undefined],
	['location', undefined, 'CL.LOC.VCF'],
	['file', 'application/pdf', 'invoice.pdf'],
	['file', 'text/plain', 'notes.loc.vcf.txt'],
	['file', undefined, undefined],
	['file', '', '', 'no url'],
	['file', 'nonsense', '../../x'],
])('%s: %j %j', (kind, mime_type, filename, ...[url]) => {
	expect(kindOf({ mime_type, filename, url })).toBe(kind);
});

test('takes time in proportion to the name', () => {
	expect(kindOf({ mime_type: ' '.repeat(100_000), filename: '.loc'.repeat(100_000) })).toBe('file');
});
