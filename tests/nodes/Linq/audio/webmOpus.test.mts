import { probe } from '../../../../nodes/Linq/audio/probe.ts';
import { repack } from '../../../../nodes/Linq/audio/repack.ts';
import { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';
import { readCaf, type Caf } from '../../../support/audio/caf.mts';
import { opusHead, packetsOf, readPages } from '../../../support/audio/ogg.mts';
import { Studio } from '../../../support/audio/studio.mts';
import { describeWithAudio } from '../../../support/audio/tools.mts';
import {
	block,
	BLOCK,
	BLOCK_GROUP,
	DISCARD_PADDING,
	element,
	signed,
	simpleBlock,
	unsigned,
	writeWebm,
	type Lacing,
	type Recording,
} from '../../../support/audio/webm.mts';

const cafOf = (file: Buffer): Caf => readCaf(repack(file, 'Memo').bytes);
const bytesOf = (caf: Caf) => caf.packets.map(({ bytes }) => bytes.toString('hex'));
const hex = (packets: readonly Buffer[]) => packets.map((packet) => packet.toString('hex'));

const SAMPLE = 1e9 / 48_000;

describeWithAudio('Opus in WebM becomes Opus in CAF', () => {
	const studio = new Studio();
	afterAll(() => studio.close());

	let note: Buffer;
	let sound: Buffer[];
	beforeAll(() => {
		note = studio.opus(studio.wav({ rate: 16_000, channels: 1 }));
		sound = packetsOf(readPages(note)).slice(2);
	});

	test.each([
		{ channels: 1, frame: 2.5, rate: 48_000 },
		{ channels: 2, frame: 10, rate: 24_000 },
		{ channels: 1, frame: 20, rate: 16_000 },
		{ channels: 2, frame: 20, rate: 44_100 },
		{ channels: 1, frame: 60, rate: 8000 },
	] as const)(
		'files of ffmpeg: frames of $frame ms, $channels channel(s), from $rate Hz',
		({ channels, frame, rate }) => {
			const ogg = studio.opus(studio.wav({ rate, channels }), ['--framesize', String(frame)]);
			for (const [args, extension] of [
				[[], 'webm'],
				[[], 'mka'],
				[['-live', '1', '-f', 'webm'], 'webm'],
				[['-cluster_time_limit', '100', '-f', 'webm'], 'webm'],
			] as const) {
				const webm = studio.ffmpeg(ogg, ['-c', 'copy', ...args], extension);
				const caf = cafOf(webm);
				const same = cafOf(ogg);
				expect(bytesOf(caf)).toEqual(bytesOf(same));
				expect(caf).toMatchObject({ priming: same.priming, valid: same.valid, channels });
				expect(probe(webm)).toMatchObject({
					container: 'webm',
					codec: 'opus',
					samples: same.valid,
				});
				studio.decode(Buffer.from(repack(webm, 'Memo').bytes), channels);
			}
		},
	);

	const recording = (more: Partial<Recording> = {}): Recording => ({
		head: opusHead(1, 312),
		clusters: [sound.slice(0, 40), sound.slice(40)].map((packets) =>
			packets.map((packet) => simpleBlock([packet])),
		),
		...more,
	});

	test('segments and clusters of unknown size, as browsers record', () => {
		const live = writeWebm(recording({ known: false }));
		expect(bytesOf(cafOf(live))).toEqual(hex(sound));
		expect(cafOf(live)).toEqual(cafOf(writeWebm(recording())));
	});

	test.each<Lacing>(['none', 'xiph', 'ebml'])('%s lacing', (lacing) => {
		const groups = [1, 2, 5, 8, 30].map((count, index) =>
			sound.slice(index * 10, index * 10 + count),
		);
		const blocks = lacing === 'none' ? groups.map(([first]) => (first ? [first] : [])) : groups;
		const clusters = [blocks.map((packets) => simpleBlock(packets, lacing))];
		expect(bytesOf(cafOf(writeWebm(recording({ clusters }))))).toEqual(hex(blocks.flat()));
	});

	test('lacing of large packets, which take more than one byte of size', () => {
		const wav = studio.wav({ rate: 48_000, channels: 2, kind: 'noise', seconds: 1 });
		const large = packetsOf(readPages(studio.opus(wav, ['--bitrate', '300']))).slice(2);
		expect(Math.max(...large.map(({ length }) => length))).toBeGreaterThan(510);
		for (const lacing of ['xiph', 'ebml'] as const) {
			const clusters = [
				[simpleBlock(large.slice(0, 10), lacing), simpleBlock(large.slice(10, 25), lacing)],
			];
			const caf = cafOf(writeWebm(recording({ clusters })));
			expect(bytesOf(caf)).toEqual(hex(large.slice(0, 25)));
		}
	});

	test('fixed lacing', () => {
		const wav = studio.wav({ rate: 48_000, channels: 1 });
		const equal = packetsOf(readPages(studio.opus(wav, ['--hard-cbr', '--bitrate', '32']))).slice(
			2,
			42,
		);
		expect(new Set(equal.map(({ length }) => length)).size).toBe(1);
		const clusters = [
			[simpleBlock(equal.slice(0, 7), 'fixed'), simpleBlock(equal.slice(7), 'fixed')],
		];
		expect(bytesOf(cafOf(writeWebm(recording({ clusters }))))).toEqual(hex(equal));
	});

	const group = (packets: Buffer[], padding?: number, lacing?: Lacing) =>
		element(BLOCK_GROUP, [
			element(BLOCK, block(packets, lacing)),
			element(0x9b, unsigned(20)),
			...(padding === undefined ? [] : [element(DISCARD_PADDING, signed(padding))]),
		]);

	test.each([0, 1, 500, 959])('a DiscardPadding of %d samples at the end', (samples) => {
		const blocks = sound.map((packet, index) =>
			group([packet], index === sound.length - 1 ? Math.round(samples * SAMPLE) : undefined),
		);
		const caf = cafOf(writeWebm(recording({ clusters: [blocks] })));
		expect(bytesOf(caf)).toEqual(hex(sound));
		expect(caf.remainder).toBe(samples);
	});

	test('a DiscardPadding counts where the sound ends, and may take whole packets', () => {
		const laced = group(sound.slice(10, 20), Math.round(2000 * SAMPLE), 'ebml');
		const first = sound.slice(0, 10).map((packet) => group([packet], Math.round(5 * SAMPLE)));
		const caf = cafOf(writeWebm(recording({ clusters: [[...first, laced]] })));
		expect(bytesOf(caf)).toEqual(hex(sound.slice(0, 18)));
		expect(caf.remainder).toBe(80);
		const inside = group([sound[10] ?? Buffer.alloc(0)], 20_000_000);
		const last = group(sound.slice(11, 12));
		const shorter = cafOf(writeWebm(recording({ clusters: [[...first, inside, last]] })));
		expect(bytesOf(shorter)).toEqual(hex([...sound.slice(0, 10), ...sound.slice(11, 12)]));
		const negative = recording({ clusters: [[group(sound.slice(0, 1), -20_000)]] });
		expect(cafOf(writeWebm(negative)).remainder).toBe(0);
	});

	test('CodecDelay counts before the pre-skip of the header', () => {
		const { clusters } = recording();
		expect(cafOf(writeWebm(recording({ codecDelay: 6_500_000 }))).priming).toBe(312);
		expect(cafOf(writeWebm(recording({ codecDelay: 80_000_000 }))).priming).toBe(3840);
		expect(cafOf(writeWebm(recording())).priming).toBe(312);
		expect(cafOf(writeWebm({ clusters }))).toMatchObject({ priming: 0, channels: 1 });
	});

	test('other tracks are left out', () => {
		const video = element(0xae, [
			element(0xd7, unsigned(2)),
			element(0x83, unsigned(1)),
			element(0x86, Buffer.from('V_VP8')),
		]);
		const clusters = [
			sound.flatMap((packet) => [
				simpleBlock([Buffer.alloc(90, 0x78)], 'none', 2),
				simpleBlock([packet]),
			]),
		];
		const file = writeWebm(recording({ tracks: [video], clusters }));
		expect(bytesOf(cafOf(file))).toEqual(hex(sound));
		expect(probe(file)).toMatchObject({ codec: 'opus', hasVideo: true });
	});

	test('recordings one after the other are joined', () => {
		const caf = cafOf(
			Buffer.concat([writeWebm(recording()), writeWebm(recording({ known: false }))]),
		);
		expect(bytesOf(caf)).toEqual(hex([...sound, ...sound]));
		expect(caf.priming).toBe(312);
	});

	test('a file that was cut anywhere ends with its last whole packet', () => {
		const file = writeWebm(recording({ known: false }));
		const all = hex(sound);
		let most = 0;
		for (let end = 0; end <= file.length; end += 17) {
			const cut = file.subarray(0, end);
			if (!probe(cut)?.samples) {
				expect(() => repack(cut, 'Memo')).toThrow(InvalidInput);
				continue;
			}
			const caf = cafOf(cut);
			expect(bytesOf(caf)).toEqual(all.slice(0, caf.packets.length));
			expect(caf.valid).toBe(caf.packets.length * 960 - 312);
			most = Math.max(most, caf.packets.length);
		}
		expect(most).toBeGreaterThan(sound.length - 3);
	});

	test('invalid bytes are skipped up to the next cluster, and counted', () => {
		const file = writeWebm(recording());
		const second = file.lastIndexOf(Buffer.from('1f43b675', 'hex'));
		const spoiled = Buffer.concat([
			file.subarray(0, second),
			Buffer.alloc(50),
			file.subarray(second),
		]);
		const { bytes, lost } = repack(spoiled, 'Memo');
		expect(bytesOf(readCaf(bytes))).toEqual(hex(sound));
		expect(lost).toBe(1);
	});

	test('frames with sizes beyond their block are left out', () => {
		const [a = Buffer.alloc(0), b = a, c = a] = sound;
		const bad = simpleBlock([a, b, c], 'xiph');
		bad.writeUInt8(255, bad.length - a.length - b.length - c.length - 2);
		const clusters = [[simpleBlock([a]), bad, simpleBlock([b])]];
		const { bytes, lost } = repack(writeWebm(recording({ clusters })), 'Memo');
		expect(bytesOf(readCaf(bytes))).toEqual(hex([a, b]));
		expect(lost).toBeGreaterThan(0);
	});

	test('encryption, and a second compression, are refused', () => {
		const file = writeWebm(recording({ track: [element(0x6d80, Buffer.alloc(3))] }));
		expect(() => repack(file, 'Memo')).toThrow('Memo is compressed a second time, or encrypted');
	});

	test('more than two channels are refused', () => {
		const head = opusHead(6, 312);
		head.writeUInt8(1, 18);
		expect(() => repack(writeWebm(recording({ head })), 'Memo')).toThrow('more than two channels');
	});

	test('a recording without sound is refused', () => {
		expect(() => repack(writeWebm(recording({ clusters: [] })), 'Memo')).toThrow(
			'Memo has no sound',
		);
	});
});
