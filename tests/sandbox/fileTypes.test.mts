import { describeWithAudio } from '../support/audio/tools.mts';
import { Studio } from '../support/audio/studio.mts';
import { PNG } from '../support/files.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

/*
 * Linq looks at the bytes of a file, not at what it is said to be (contract/behaviour.md sections 7
 * to 9).
 */

let lab: Lab;
beforeAll(async () => {
	lab = await Lab.start({ rateLimit: false });
});
beforeEach(() => lab.sandbox.world.reset());
afterAll(() => lab.close());

interface Outcome {
	/** Linq's code, or 0 where it was sent. */
	memo: number;
	media: number;
}

/** Uploads a file, and tries to send it as a voice memo and as a part of a message. */
async function outcome(bytes: Buffer, filename: string, declared: string): Promise<Outcome> {
	const { attachment_id } = await lab.client.upload(filename, declared, bytes);
	const codeOf = async (path: string, body: object) => {
		const answer = await lab.client.api<ErrorAnswer>('POST', `/v3/chats/${SEED.avaChat}${path}`, {
			body,
		});
		return answer.status === 202 ? 0 : answer.body.error.code;
	};
	return {
		memo: await codeOf('/voicememo', { attachment_id }),
		media: await codeOf('/messages', { message: { parts: [{ type: 'media', attachment_id }] } }),
	};
}

/** The sandbox's view of the last file. */
const seen = async () => (await lab.client.files()).at(-1);

const bytes = (text: string) => Buffer.from(text, 'latin1');
const AMR = Buffer.concat([
	bytes('#!AMR\n'),
	...Array.from({ length: 100 }, () => Buffer.from([0x3c, ...Array<number>(31).fill(0)])),
]);
const EXE = Buffer.concat([bytes('MZ'), Buffer.alloc(200)]);
const ELF = Buffer.concat([bytes('\x7fELF\x02\x01\x01'), Buffer.alloc(200)]);
const ZIP = bytes('PK\x05\x06' + '\0'.repeat(18));
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

const TAKEN = { memo: 0, media: 0 };
const NO_MEMO = { memo: 5004, media: 0 };
const REFUSED = { memo: 5004, media: 5004 };

test.each<[string, Buffer, string, Outcome, string]>([
	['AMR', AMR, 'audio/amr', TAKEN, 'audio/amr'],
	['a program of Windows', EXE, 'audio/mpeg', REFUSED, 'application/x-msdownload'],
	['a program of Linux', ELF, 'application/zip', REFUSED, 'application/x-elf'],
	['a picture', PNG, 'image/png', NO_MEMO, 'image/png'],
	['a picture declared as another', PNG, 'image/jpeg', NO_MEMO, 'image/png'],
	['a picture declared as audio', PNG, 'audio/mpeg', NO_MEMO, 'image/png'],
	[
		'text declared as a picture',
		bytes('Not found'),
		'image/png',
		REFUSED,
		'application/octet-stream',
	],
	['text declared as audio', bytes('Not found'), 'audio/mpeg', REFUSED, 'application/octet-stream'],
	['bytes of nothing', Buffer.alloc(9), 'text/plain', REFUSED, 'application/octet-stream'],
	['CSV', bytes('a;b\r\nZ\xfcrich;1\r\n'), 'text/csv', NO_MEMO, 'text/csv'],
	['JSON', bytes('{"a":1}'), 'application/json', NO_MEMO, 'application/json'],
	[
		'text that begins like a program',
		bytes('MZ is short for'),
		'text/plain',
		NO_MEMO,
		'text/plain',
	],
	[
		'SVG',
		bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
		'image/svg+xml',
		NO_MEMO,
		'image/svg+xml',
	],
	[
		'a contact',
		bytes('BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n'),
		'text/vcard',
		NO_MEMO,
		'text/vcard',
	],
	[
		'a contact declared as text',
		bytes('BEGIN:VCARD\r\nEND:VCARD'),
		'text/plain',
		NO_MEMO,
		'text/vcard',
	],
	['PDF', bytes('%PDF-1.7\n'), 'application/pdf', NO_MEMO, 'application/pdf'],
	[
		'a pass, which is a ZIP file',
		ZIP,
		'application/vnd.apple.pkpass',
		NO_MEMO,
		'application/vnd.apple.pkpass',
	],
	['an old document of Word', OLE, 'application/msword', NO_MEMO, 'application/msword'],
	['a ZIP file declared as audio', ZIP, 'audio/mpeg', NO_MEMO, 'application/zip'],
])('%s', async (_what, file, declared, expected, type) => {
	expect(await outcome(file, 'file', declared)).toEqual(expected);
	expect(await seen()).toMatchObject({
		content_type: declared,
		type,
		accepted: expected.media === 0,
	});
});

describeWithAudio('audio and video', () => {
	const studio = new Studio();
	afterAll(() => studio.close());
	const SECONDS = 3;
	let wav: Buffer;
	let video: Buffer;
	beforeAll(() => {
		wav = studio.wav({ rate: 44_100, channels: 1, seconds: SECONDS });
		video = studio.ffmpeg(wav, ['-f', 'lavfi', '-i', 'color=red:s=16x16:d=3', '-shortest'], 'mp4');
	});

	const ALAC = ['-c:a', 'alac'];
	const OPUS = ['-c:a', 'libopus'];
	const BIG = ['-c:a', 'pcm_s16be'];

	test.each<[string, string[], string, string]>([
		['mp3', [], 'audio/mpeg', 'audio/mpeg'],
		['mp3', [], 'audio/mp3', 'audio/mp3'],
		['mp3', ['-id3v2_version', '0'], 'audio/mpeg', 'audio/mpeg'],
		['m4a', [], 'audio/x-m4a', 'audio/x-m4a'],
		['m4a', [], 'audio/mp4', 'audio/mp4'],
		['m4a', ALAC, 'audio/x-m4a', 'audio/x-m4a'],
		['mp4', [], 'video/mp4', 'audio/x-m4a'],
		['aac', [], 'audio/aac', 'audio/aac'],
		['caf', OPUS, 'audio/x-caf', 'audio/x-caf'],
		['caf', BIG, 'audio/x-caf', 'audio/x-caf'],
		['wav', [], 'audio/x-wav', 'audio/x-wav'],
		['wav', [], 'audio/mpeg', 'audio/x-wav'],
		['aiff', [], 'audio/aiff', 'audio/aiff'],
		['aiff', [], 'audio/x-aiff', 'audio/x-aiff'],
	])('%s %j as %s is taken, also as a voice memo, and has its length', async (...row) => {
		const [extension, args, declared, type] = row;
		const file = studio.ffmpeg(wav, args, extension);
		expect(await outcome(file, `memo.${extension}`, declared)).toEqual(TAKEN);
		const { duration_ms: length, ...state } = (await seen()) ?? {};
		expect(state).toMatchObject({ type, size_bytes: file.length, accepted: true });
		expect(Math.abs((length ?? 0) - SECONDS * 1_000)).toBeLessThan(60);
	});

	test('AMR has its length', async () => {
		await outcome(AMR, 'memo.amr', 'audio/amr');
		expect(await seen()).toMatchObject({ duration_ms: 2_000 });
	});

	test.each([
		['ogg', OPUS, 'audio/ogg'],
		['ogg', ['-c:a', 'libvorbis'], 'audio/ogg'],
		['webm', OPUS, 'video/webm'],
		['flac', [], 'audio/flac'],
		['mka', OPUS, 'video/matroska'],
		['wma', [], 'audio/x-ms-asf'],
	])('%s %j, which Linq refuses, is refused though it is declared as MP3', async (...row) => {
		const [extension, args, type] = row;
		const file = studio.ffmpeg(wav, args, extension);
		expect(await outcome(file, 'memo.mp3', 'audio/mpeg')).toEqual(REFUSED);
		expect(await seen()).toMatchObject({ type, accepted: false });
	});

	test('a video is no voice memo, whatever it is declared as', async () => {
		expect(await outcome(video, 'a.m4a', 'audio/x-m4a')).toEqual(NO_MEMO);
		expect(await seen()).toMatchObject({ type: 'video/mp4' });
	});

	test('a damaged file is taken, without a length', async () => {
		const m4a = studio.ffmpeg(wav, [], 'm4a');
		await outcome(m4a.subarray(0, 64), 'a.m4a', 'audio/x-m4a');
		expect(await seen()).toMatchObject({ type: 'audio/x-m4a', accepted: true, duration_ms: null });
	});
});
