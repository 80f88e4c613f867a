import { probe } from '../../../../nodes/Linq/audio/probe.ts';
import { repack } from '../../../../nodes/Linq/audio/repack.ts';
import { Studio } from '../../../support/audio/studio.mts';
import { describeWithAudio } from '../../../support/audio/tools.mts';

/** The samples of a plain WAV file of 16 bits. */
function samplesIn(wav: Uint8Array): number[] {
	const file = Buffer.from(wav);
	expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
	expect(file.readUInt32LE(4)).toBe(file.length - 8);
	expect(file.readUInt16LE(20)).toBe(1);
	expect(file.readUInt16LE(34)).toBe(16);
	expect(file.toString('latin1', 36, 40)).toBe('data');
	expect(file.readUInt32LE(40)).toBe(file.length - 44);
	return Array.from({ length: (file.length - 44) / 2 }, (_, at) => file.readInt16LE(44 + 2 * at));
}

/** A WAV file with any format and data. */
function wavOf(code: number, bits: number, channels: number, rate: number, data: Buffer): Buffer {
	const head = Buffer.alloc(44);
	head.write('RIFF', 'latin1');
	head.writeUInt32LE(36 + data.length, 4);
	head.write('WAVEfmt ', 8, 'latin1');
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(code, 20);
	head.writeUInt16LE(channels, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE((rate * channels * bits) / 8, 28);
	head.writeUInt16LE((channels * bits) / 8, 32);
	head.writeUInt16LE(bits, 34);
	head.write('data', 36, 'latin1');
	head.writeUInt32LE(data.length, 40);
	return Buffer.concat([head, data]);
}

describeWithAudio('samples in other forms become plain WAV', () => {
	const studio = new Studio();
	afterAll(() => studio.close());

	/** Bits of a sample that the form keeps; A-law and µ-law are compared with what sox makes of them. */
	const FORMS: Array<[name: string, args: string[], extension: string]> = [
		['WAV of 24 bits', ['-c:a', 'pcm_s24le'], 'wav'],
		['WAV of 32 bits', ['-c:a', 'pcm_s32le'], 'wav'],
		['WAV of floats', ['-c:a', 'pcm_f32le'], 'wav'],
		['WAV of doubles', ['-c:a', 'pcm_f64le'], 'wav'],
		['RF64', ['-rf64', 'always'], 'wav'],
		['W64', ['-f', 'w64'], 'w64'],
		['W64 of 24 bits', ['-f', 'w64', '-c:a', 'pcm_s24le'], 'w64'],
		['AIFF of 24 bits', ['-c:a', 'pcm_s24be'], 'aiff'],
		['AIFF of 32 bits', ['-c:a', 'pcm_s32be'], 'aiff'],
		['AIFC, low byte first', ['-c:a', 'pcm_s16le'], 'aiff'],
		['AIFC of floats', ['-c:a', 'pcm_f32be'], 'aiff'],
		['AIFC of doubles', ['-c:a', 'pcm_f64be'], 'aiff'],
		['AU', ['-c:a', 'pcm_s16be'], 'au'],
		['AU of 24 bits', ['-c:a', 'pcm_s24be'], 'au'],
		['AU of floats', ['-c:a', 'pcm_f32be'], 'au'],
		['CAF of 16 bits', ['-c:a', 'pcm_s16le'], 'caf'],
		['CAF of 24 bits', ['-c:a', 'pcm_s24be'], 'caf'],
		['CAF of floats', ['-c:a', 'pcm_f32be'], 'caf'],
	];

	test.each(FORMS)('%s', (_, args, extension) => {
		for (const [channels, rate] of [
			[1, 22_050],
			[2, 48_000],
		] as const) {
			const wav = studio.wav({ rate, channels, seconds: 1 });
			const file = studio.ffmpeg(wav, args, extension);
			const memo = repack(file, 'Memo');
			expect(memo).toMatchObject({
				change: 'rewritten',
				contentType: 'audio/x-wav',
				extension: 'wav',
			});
			const samples = samplesIn(memo.bytes);
			// ffmpeg counts what fills up a chunk of W64 as sound.
			expect(samples.slice(0, rate * channels)).toEqual(
				samplesIn(studio.ffmpeg(wav, PLAIN, 'wav')),
			);
			expect(samples.length - rate * channels).toBeLessThan(4);
			expect(studio.soxi(Buffer.from(memo.bytes), 'wav')).toEqual({
				rate,
				channels,
				samples: samples.length / channels,
			});
			expect(probe(file)).toMatchObject({ channels, sampleRate: rate, codec: 'pcm' });
			expect(memo.seconds).toBeCloseTo(1, 3);
		}
	});

	const PLAIN = ['-fflags', '+bitexact', '-map_metadata', '-1', '-c:a', 'pcm_s16le'];

	test.each([
		['A-law in WAV', 'pcm_alaw', 'wav'],
		['µ-law in WAV', 'pcm_mulaw', 'wav'],
		['A-law in AIFC', 'pcm_alaw', 'aiff'],
		['µ-law in AIFC', 'pcm_mulaw', 'aiff'],
		['A-law in AU', 'pcm_alaw', 'au'],
		['µ-law in AU', 'pcm_mulaw', 'au'],
		['A-law in CAF', 'pcm_alaw', 'caf'],
		['µ-law in CAF', 'pcm_mulaw', 'caf'],
	])('%s', (_, codec, extension) => {
		const wav = studio.wav({ rate: 8000, channels: 1, kind: 'noise', seconds: 3 });
		const file = studio.ffmpeg(wav, ['-c:a', codec], extension);
		const samples = samplesIn(repack(file, 'Memo').bytes);
		expect(new Set(samples).size).toBeGreaterThan(150);
		expect(samples).toEqual(samplesIn(studio.ffmpeg(file, PLAIN, 'wav')));
	});

	test('AIFC of 8 bits without a sign, and AU of 8 bits', () => {
		const wav = studio.wav({ rate: 8000, channels: 1, seconds: 1 });
		for (const [codec, extension] of [
			['pcm_s8', 'au'],
			['pcm_u8', 'wav'],
		] as const) {
			const file = studio.ffmpeg(wav, ['-c:a', codec], extension);
			const expected = samplesIn(studio.ffmpeg(file, PLAIN, 'wav'));
			const { bytes, change } = repack(file, 'Memo');
			if (extension === 'au') expect(samplesIn(bytes)).toEqual(expected);
			else expect(change).toBe('none');
		}
	});

	test('WAVE_FORMAT_EXTENSIBLE', () => {
		const wav = studio.wav({ rate: 48_000, channels: 2, seconds: 1 });
		const file = studio.sox(wav, 'wav', ['-b', '24', '-t', 'wav', '-']);
		expect(file.readUInt16LE(20)).toBe(0xfffe);
		expect(samplesIn(repack(file, 'Memo').bytes)).toEqual(
			samplesIn(studio.ffmpeg(wav, PLAIN, 'wav')),
		);
	});

	test('samples with more bits are rounded and clipped, and NaN is silence', () => {
		const floats = [0, 1, -1, 2, -2, 0.5, 1.5 / 32_768, 0.49 / 32_768, NaN, Infinity];
		const data = Buffer.alloc(4 * floats.length);
		floats.forEach((value, index) => data.writeFloatLE(value, 4 * index));
		expect(samplesIn(repack(wavOf(3, 32, 1, 8000, data), 'Memo').bytes)).toEqual([
			0, 32_767, -32_768, 32_767, -32_768, 16_384, 2, 0, 0, 32_767,
		]);
		const bits24 = Buffer.from('000000ff7f007f0000800000ffff7f000080ffffff', 'hex');
		expect(samplesIn(repack(wavOf(1, 24, 1, 8000, bits24), 'Memo').bytes)).toEqual([
			0, 128, 0, 1, 32_767, -32_768, 0,
		]);
	});

	test('WAV that was streamed, with sizes never filled in, gets the right ones', () => {
		const wav = studio.ffmpeg(studio.wav({ rate: 24_000, channels: 1, seconds: 1 }), PLAIN, 'wav');
		for (const size of [0xffffffff, 0, 0x7fffffff, 2 ** 31]) {
			const streamed = Buffer.from(wav);
			streamed.writeUInt32LE(size, 4);
			streamed.writeUInt32LE(size, 40);
			const memo = repack(streamed, 'Memo');
			expect(memo).toMatchObject({ change: 'rewritten', seconds: 1 });
			expect(samplesIn(memo.bytes)).toEqual(samplesIn(wav));
		}
	});

	test('a file that was cut has the length of what is left', () => {
		const wav = studio.ffmpeg(studio.wav({ rate: 24_000, channels: 2, seconds: 1 }), PLAIN, 'wav');
		const memo = repack(wav.subarray(0, 10_003), 'Memo');
		expect(samplesIn(memo.bytes)).toEqual(
			samplesIn(wav).slice(0, 2 * Math.floor((10_003 - 44) / 4)),
		);
		expect(memo.seconds).toBe(Math.floor((10_003 - 44) / 4) / 24_000);
	});

	test('plain WAV and AIFF stay as they are', () => {
		const wav = studio.wav({ rate: 44_100, channels: 2, seconds: 1 });
		const aiff = studio.ffmpeg(wav, [], 'aiff');
		for (const [file, contentType] of [
			[studio.ffmpeg(wav, ['-map_metadata', '-1'], 'wav'), 'audio/x-wav'],
			[studio.ffmpeg(wav, ['-c:a', 'pcm_u8'], 'wav'), 'audio/x-wav'],
			[aiff, 'audio/x-aiff'],
		] as const) {
			const memo = repack(file, 'Memo');
			expect(memo.bytes).toBe(file);
			expect(memo).toMatchObject({ change: 'none', contentType, seconds: 1 });
		}
		const cut = aiff.subarray(0, 9000);
		expect(repack(cut, 'Memo')).toMatchObject({ change: 'rewritten' });
	});

	test.each([0, 768_001, 0x80000000, 0xffffffff])('a rate of %d Hz is refused', (rate) => {
		const file = wavOf(1, 24, 1, 8000, Buffer.alloc(300));
		file.writeUInt32LE(rate, 24);
		expect(() => repack(file, 'Memo')).toThrow('Memo is pcm in WAV, which cannot be sent');
	});

	test('more than two channels are refused', () => {
		const wav = studio.wav({ rate: 48_000, channels: 1, seconds: 1 });
		const six = studio.ffmpeg(wav, ['-ac', '6'], 'wav');
		expect(() => repack(six, 'Memo')).toThrow(
			'Memo has 6 channels, but a voice memo is mono or stereo',
		);
	});
});
