import { probe, secondsOf } from '../../../../nodes/Linq/audio/probe.ts';
import { repack } from '../../../../nodes/Linq/audio/repack.ts';
import { CONTENT_TYPES } from '../../../../nodes/Linq/fields/contentTypes.ts';
import { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';
import { Studio } from '../../../support/audio/studio.mts';
import { describeWithAudio } from '../../../support/audio/tools.mts';

describeWithAudio('what audio files say about themselves', () => {
	const studio = new Studio();
	afterAll(() => studio.close());

	const RATE = 24_000;
	let wav: Buffer;
	beforeAll(() => {
		wav = studio.wav({ rate: RATE, channels: 1, seconds: 2 });
	});

	/** Formats sent unchanged. `off`: samples that the format adds without declaring them. */
	test.each<[string, string[], string, object, string, number]>([
		['MP3', [], 'mp3', { container: 'mp3', codec: 'mp3', channels: 1 }, 'audio/mpeg', 0],
		['MP3 of varying rate', ['-q:a', '6'], 'mp3', { container: 'mp3' }, 'audio/mpeg', 0],
		[
			'MP3 without a tag',
			['-write_xing', '0', '-id3v2_version', '0'],
			'mp3',
			{ container: 'mp3' },
			'audio/mpeg',
			1800,
		],
		['M4A', [], 'm4a', { container: 'mp4', codec: 'aac' }, 'audio/x-m4a', 24],
		[
			'M4A, header first',
			['-movflags', '+faststart'],
			'm4a',
			{ container: 'mp4' },
			'audio/x-m4a',
			24,
		],
		['MP4 without a picture', [], 'mp4', { container: 'mp4', hasVideo: false }, 'audio/x-m4a', 24],
		['M4A, lossless', ['-c:a', 'alac'], 'm4a', { codec: 'alac' }, 'audio/x-m4a', 24],
		['QuickTime', ['-c:a', 'aac'], 'mov', { codec: 'aac' }, 'audio/x-m4a', 24],
		['AAC', [], 'aac', { container: 'aac', codec: 'aac', channels: 1 }, 'audio/aac', 2048],
		[
			'CAF, lossless',
			['-c:a', 'alac'],
			'caf',
			{ container: 'caf', codec: 'alac' },
			'audio/x-caf',
			4096,
		],
		[
			'CAF with Opus',
			['-c:a', 'libopus', '-ar', '48000'],
			'caf',
			{ container: 'caf', codec: 'opus' },
			'audio/x-caf',
			2000,
		],
	])('%s', (_, args, extension, info, contentType, off) => {
		const file = studio.ffmpeg(wav, args, extension);
		const probed = probe(file);
		expect(probed).toMatchObject(info);
		const rate = probed?.sampleRate ?? 0;
		expect(Math.abs((probed?.samples ?? 0) - 2 * rate)).toBeLessThanOrEqual(off);
		const memo = repack(file, 'Memo');
		expect(memo.bytes).toBe(file);
		expect(memo).toMatchObject({ change: 'none', contentType, lost: 0 });
		expect(CONTENT_TYPES).toContain(memo.contentType);
		expect(memo.seconds).toBe(probed && secondsOf(probed));
	});

	test('AMR', () => {
		const file = studio.sox(wav, 'wav', ['-r', '8000', '-t', 'amr-nb', '-']);
		expect(probe(file)).toEqual({
			container: 'amr',
			codec: 'amr',
			channels: 1,
			sampleRate: 8000,
			samples: 16_000,
		});
		expect(repack(file, 'Memo')).toMatchObject({
			change: 'none',
			contentType: 'audio/amr',
			extension: 'amr',
		});
		expect(probe(file.subarray(0, -5))?.samples).toBe(16_000 - 160);
	});

	test('wide AMR', () => {
		const file = Buffer.concat([
			Buffer.from('#!AMR-WB\n'),
			...Array<Buffer>(50).fill(Buffer.from([0x04, ...Array<number>(17).fill(0)])),
		]);
		expect(probe(file)).toMatchObject({ codec: 'amr-wb', sampleRate: 16_000, samples: 16_000 });
	});

	test.each<[string, string[], string, object, string]>([
		[
			'FLAC',
			[],
			'flac',
			{ container: 'flac', codec: 'flac', channels: 1, sampleRate: RATE, samples: 2 * RATE },
			'FLAC',
		],
		[
			'FLAC in Ogg',
			['-c:a', 'flac'],
			'ogg',
			{ container: 'ogg', codec: 'flac', samples: 2 * RATE },
			'FLAC',
		],
		[
			'Vorbis',
			['-c:a', 'libvorbis'],
			'ogg',
			{ container: 'ogg', codec: 'vorbis', channels: 1, sampleRate: RATE, samples: 2 * RATE },
			'Ogg Vorbis',
		],
		[
			'Speex',
			['-c:a', 'libspeex', '-ar', '16000'],
			'ogg',
			{ codec: 'speex', sampleRate: 16_000 },
			'Ogg Speex',
		],
		[
			'Vorbis in WebM',
			['-c:a', 'libvorbis'],
			'webm',
			{ container: 'webm', codec: 'vorbis' },
			'Vorbis in WebM',
		],
		['Opus in MP4', ['-c:a', 'libopus'], 'mp4', { container: 'mp4', codec: 'opus' }, 'opus in MP4'],
		['ADPCM', ['-c:a', 'adpcm_ms'], 'wav', { container: 'wav', codec: 'adpcm' }, 'adpcm in WAV'],
		['MP3 in WAV', ['-c:a', 'libmp3lame'], 'wav', { container: 'wav', codec: 'mp3' }, 'mp3 in WAV'],
	])('%s is refused, with the way out', (_, args, extension, info, name) => {
		const file = studio.ffmpeg(wav, args, extension);
		expect(probe(file)).toMatchObject(info);
		let refused: unknown;
		try {
			repack(file, 'Voice');
		} catch (error) {
			refused = error;
		}
		expect(refused).toBeInstanceOf(InvalidInput);
		const { message, hint } = refused as InvalidInput;
		expect(message).toBe(
			`Voice is ${name}, which cannot be sent as a voice memo without encoding it anew`,
		);
		expect(hint).toContain('OpenAI: Response Format "mp3" or "aac"');
		expect(hint).toContain('mp3_44100_128');
	});

	test('a video is refused as one', () => {
		const args = [
			'-f',
			'lavfi',
			'-i',
			'testsrc=d=1:s=64x48',
			'-map',
			'1',
			'-map',
			'0',
			'-c:v',
			'mpeg4',
			'-c:a',
			'aac',
		];
		const film = studio.ffmpeg(wav, args, 'mp4');
		expect(probe(film)).toMatchObject({ container: 'mp4', codec: 'aac', hasVideo: true });
		expect(() => repack(film, 'Memo')).toThrow('Memo is a video, not a voice memo');
	});

	test('LAME’s delay and padding are no sound', () => {
		const file = studio.ffmpeg(wav, ['-b:a', '64k'], 'mp3');
		expect(probe(file)).toMatchObject({ samples: 2 * RATE, sampleRate: RATE });
	});

	test('a picture in a tag before MP3 or AAC is passed over', () => {
		const picture = Buffer.alloc(3000, 0xff);
		const tag = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 3000 >> 7, 3000 & 0x7f]);
		const mp3 = studio.ffmpeg(wav, ['-id3v2_version', '0'], 'mp3');
		expect(probe(Buffer.concat([tag, picture, mp3]))).toEqual(probe(mp3));
		const aac = studio.ffmpeg(wav, [], 'aac');
		expect(probe(Buffer.concat([tag, picture, aac]))).toEqual(probe(aac));
	});
});

test.each([
	['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'Memo is image/png, not audio'],
	['a PDF', Buffer.from('%PDF-1.7 '), 'Memo is application/pdf, not audio'],
	['raw samples', Buffer.alloc(1000, 3), 'Memo is not an audio file of a known kind'],
	['nothing', Buffer.alloc(0), 'Memo is not an audio file of a known kind'],
])('%s is refused', (_, bytes, message) => {
	expect(probe(bytes)).toBeUndefined();
	expect(() => repack(bytes, 'Memo')).toThrow(message);
});
