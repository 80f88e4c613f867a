import { request } from 'undici';
import { writeOpusCaf } from '../support/audio/caf.mts';
import { packetsOf, readPages } from '../support/audio/ogg.mts';
import { asPacket, Studio } from '../support/audio/studio.mts';
import { describeWithAudio } from '../support/audio/tools.mts';
import { Lab } from './support/lab.mts';

/* Sound that the phone plays: browsers read neither Core Audio nor AIFF. */

let lab: Lab;
beforeAll(async () => {
	lab = await Lab.start();
});
afterAll(() => lab.close());

/** Uploads a file and asks for its sound, as the phone does. */
async function soundOf(bytes: Buffer, filename: string, type: string) {
	const { attachment_id: id } = await lab.client.upload(filename, type, bytes);
	const answer = await request(`${lab.sandbox.controlUrl}/files/${id}/sound`);
	return {
		status: answer.statusCode,
		type: answer.headers['content-type'],
		bytes: Buffer.from(await answer.body.arrayBuffer()),
		durationMs: (await lab.client.files()).at(-1)?.duration_ms,
	};
}

describeWithAudio('the sound of a file', () => {
	const studio = new Studio();
	afterAll(() => studio.close());

	describe.each([1, 2] as const)('Opus of %i channels in Core Audio', (channels) => {
		const samples = 96_001;
		let packets: Buffer[];
		beforeAll(() => {
			const wav = studio.wav({ rate: 48_000, channels, seconds: 3 });
			const cut = studio.sox(wav, 'wav', ['-t', 'wav', '-', 'trim', '0', `${samples}s`]);
			packets = packetsOf(readPages(studio.opus(cut))).slice(2);
		});

		test.each([48_000, 24_000])('counted at %i Hz is Ogg, packet by packet', async (rate) => {
			const inFrames = (count: number) => Math.round((count * rate) / 48_000);
			const caf = writeOpusCaf({
				packets,
				rate,
				framesPerPacket: inFrames(960),
				channels,
				priming: inFrames(312),
				remainder: inFrames(packets.length * 960 - 312 - samples),
			});
			const sound = await soundOf(caf, 'memo.caf', 'audio/x-caf');
			expect(sound).toMatchObject({ status: 200, type: 'audio/ogg', durationMs: 2_000 });
			expect(studio.packets(sound.bytes)).toEqual(packets.map(asPacket));
			expect(Math.abs(studio.opusdecLength(sound.bytes, channels) - samples)).toBeLessThanOrEqual(
				48_000 / rate - 1,
			);
		});
	});

	test('a long recording is Ogg, too, and one that is cut ends earlier', async () => {
		const packets = Array.from({ length: 30_000 }, () => Buffer.from([0x48, 0, 0]));
		const long = {
			packets,
			rate: 48_000,
			framesPerPacket: 960,
			channels: 1,
			priming: 0,
			remainder: 0,
		};
		const caf = writeOpusCaf(long);
		const { bytes, durationMs } = await soundOf(caf, 'memo.caf', 'audio/x-caf');
		expect(durationMs).toBe(600_000);
		expect(packetsOf(readPages(bytes))).toHaveLength(2 + packets.length);
		const cut = await soundOf(caf.subarray(0, -1_501), 'memo.caf', 'audio/x-caf');
		expect(cut.durationMs).toBe(600_000 - 501 * 20);
	});

	test.each([
		['caf', 'pcm_s16be', 'audio/x-caf'],
		['caf', 'pcm_s16le', 'audio/x-caf'],
		['caf', 'pcm_s24be', 'audio/x-caf'],
		['caf', 'pcm_s32le', 'audio/x-caf'],
		['caf', 'pcm_f32be', 'audio/x-caf'],
		['caf', 'pcm_f64le', 'audio/x-caf'],
		['caf', 'pcm_s8', 'audio/x-caf'],
		['aiff', 'pcm_s16be', 'audio/aiff'],
		['aiff', 'pcm_s24be', 'audio/aiff'],
		['aiff', 'pcm_f32be', 'audio/aiff'],
		['aiff', 'pcm_s16le', 'audio/x-aiff'],
		['aiff', 'pcm_s8', 'audio/x-aiff'],
	])('PCM in %s as %s is WAV with the same samples', async (extension, codec, type) => {
		const wav = studio.wav({ rate: 22_050, channels: 2 });
		const file = studio.ffmpeg(wav, ['-c:a', codec], extension);
		const sound = await soundOf(file, `memo.${extension}`, type);
		expect(sound).toMatchObject({ status: 200, type: 'audio/wav', durationMs: 2_000 });
		const samples = (bytes: Buffer) => studio.ffmpeg(bytes, ['-f', 's32le'], 'raw');
		expect(samples(sound.bytes).equals(samples(file))).toBe(true);
	});

	test.each([
		['mp3', [], 'audio/mpeg', 'audio/mpeg'],
		['m4a', [], 'audio/x-m4a', 'audio/mp4'],
		['wav', [], 'audio/x-wav', 'audio/wav'],
	])('%s goes as it is', async (extension, args, type, name) => {
		const file = studio.ffmpeg(studio.wav({ rate: 44_100, channels: 1 }), args, extension);
		const sound = await soundOf(file, `memo.${extension}`, type);
		expect(sound).toMatchObject({ status: 200, type: name });
		expect(sound.bytes.equals(file)).toBe(true);
	});

	test('AAC without a container is MP4, packet by packet', async () => {
		const file = studio.ffmpeg(studio.wav({ rate: 44_100, channels: 2 }), [], 'aac');
		const sound = await soundOf(file, 'memo.aac', 'audio/aac');
		expect(sound).toMatchObject({ status: 200, type: 'audio/mp4' });
		// Other readers take the headers off the packets when they put them into MP4, too.
		const expected = studio.ffmpeg(file, ['-c', 'copy'], 'm4a');
		expect(studio.packets(sound.bytes)).toEqual(studio.packets(expected));
	});

	test.each([
		['AMR', Buffer.from('#!AMR\n\x3c', 'latin1'), 'a.amr', 'audio/amr'],
		['a text', Buffer.from('Hello'), 'a.txt', 'text/plain'],
		['half a header of Core Audio', Buffer.from('caff\0\x01\0\0desc'), 'a.caf', 'audio/x-caf'],
	])('%s has none', async (_what, bytes, filename, type) => {
		expect((await soundOf(bytes, filename, type)).status).toBe(404);
	});
});
