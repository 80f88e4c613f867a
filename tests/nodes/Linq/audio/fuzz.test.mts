import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from '../../../support/properties.mts';
import { probe } from '../../../../nodes/Linq/audio/probe.ts';
import { repack } from '../../../../nodes/Linq/audio/repack.ts';
import { fileTypeOf } from '../../../../nodes/Linq/files/fileType.ts';
import { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';
import { readCaf } from '../../../support/audio/caf.mts';
import { readPages, writePages, type Page } from '../../../support/audio/ogg.mts';
import { Studio } from '../../../support/audio/studio.mts';
import { describeWithAudio } from '../../../support/audio/tools.mts';
import { element } from '../../../support/audio/webm.mts';

/** Whatever the bytes are: nothing but a refusal is thrown, and what comes out is right in itself. */
function expectSound(file: Buffer): void {
	fileTypeOf(file);
	const audio = probe(file);
	if (audio?.samples !== undefined) expect(audio.samples).toBeGreaterThanOrEqual(0);
	try {
		const memo = repack(file, 'Memo');
		if (memo.change === 'repacked') {
			const caf = readCaf(memo.bytes);
			expect(caf.valid).toBe(audio?.samples);
			expect(caf.packets.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(
				file.length,
			);
			expect(caf.priming).toBeGreaterThanOrEqual(0);
			expect(caf.remainder).toBeGreaterThanOrEqual(0);
		} else if (memo.change === 'rewritten') {
			expect(memo.bytes.length).toBeLessThanOrEqual(44 + 2 * file.length);
			expect(probe(memo.bytes)?.samples).toBe(audio?.samples);
		} else {
			expect(memo.bytes).toBe(file);
		}
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
	}
}

/** One way to spoil a file. Places are parts of its length, small ones for its headers. */
const spoiling = fc.oneof(
	fc.record({
		kind: fc.constant('set' as const),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		value: fc.nat(255),
	}),
	fc.record({
		kind: fc.constant('head' as const),
		at: fc.nat(400),
		value: fc.constantFrom(0, 1, 127, 128, 255),
	}),
	fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
	fc.record({
		kind: fc.constant('remove' as const),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		length: fc.nat(300),
	}),
	fc.record({
		kind: fc.constant('insert' as const),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		bytes: fc.uint8Array({ maxLength: 40 }),
	}),
	fc.record({
		kind: fc.constant('repeat' as const),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		length: fc.nat(2000),
	}),
);

function spoil(
	file: Buffer,
	ways: Array<typeof spoiling extends fc.Arbitrary<infer Way> ? Way : never>,
): Buffer {
	let bytes = Buffer.from(file);
	for (const way of ways) {
		if (bytes.length === 0) break;
		const at = way.kind === 'head' ? way.at : Math.floor(way.at * bytes.length);
		const before = bytes.subarray(0, at);
		switch (way.kind) {
			case 'set':
			case 'head':
				if (at < bytes.length) bytes[at] = way.value;
				break;
			case 'cut':
				bytes = before;
				break;
			case 'remove':
				bytes = Buffer.concat([before, bytes.subarray(at + way.length)]);
				break;
			case 'insert':
				bytes = Buffer.concat([before, way.bytes, bytes.subarray(at)]);
				break;
			case 'repeat':
				bytes = Buffer.concat([bytes.subarray(0, at + way.length), bytes.subarray(at)]);
		}
	}
	return bytes;
}

const RUNS = { numRuns: 400 };
const TEN_MB = 10_000_000;

describeWithAudio('files made to break the readers', () => {
	const studio = new Studio();
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'linq-fuzz-'));
	});
	afterAll(() => {
		studio.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const wav = () => studio.wav({ rate: 16_000, channels: 1, seconds: 1 });
	const KINDS: Array<[string, () => Buffer]> = [
		['Opus in Ogg', () => studio.opus(wav())],
		['Opus in WebM', () => studio.ffmpeg(studio.opus(wav()), ['-c', 'copy'], 'webm')],
		['Vorbis', () => studio.ffmpeg(wav(), ['-c:a', 'libvorbis'], 'ogg')],
		['WAV of 24 bits', () => studio.ffmpeg(wav(), ['-c:a', 'pcm_s24le'], 'wav')],
		['W64', () => studio.ffmpeg(wav(), ['-f', 'w64'], 'w64')],
		['AIFC', () => studio.ffmpeg(wav(), ['-c:a', 'pcm_f32be'], 'aiff')],
		['AU', () => studio.ffmpeg(wav(), [], 'au')],
		['CAF', () => studio.ffmpeg(wav(), ['-c:a', 'pcm_s16be'], 'caf')],
		['CAF with a packet table', () => studio.ffmpeg(wav(), ['-c:a', 'alac'], 'caf')],
		['MP3', () => studio.ffmpeg(wav(), [], 'mp3')],
		['M4A', () => studio.ffmpeg(wav(), [], 'm4a')],
		['AAC', () => studio.ffmpeg(wav(), [], 'aac')],
		['FLAC', () => studio.ffmpeg(wav(), [], 'flac')],
	];

	test.each(KINDS)('%s, spoiled', (_, make) => {
		const file = make();
		expectSound(file);
		fc.assert(
			fc.property(fc.array(spoiling, { minLength: 1, maxLength: 8 }), (ways) => {
				expectSound(spoil(file, ways));
			}),
			RUNS,
		);
	});

	test('Ogg whose pages are spoiled and have right checksums', () => {
		const pages = readPages(studio.opus(wav(), ['--bitrate', '20']));
		const change = fc.record({
			page: fc.nat(pages.length - 1),
			flags: fc.option(fc.nat(7)),
			granule: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
			small: fc.option(fc.nat(100_000)),
			serial: fc.option(fc.nat(2)),
			sequence: fc.option(fc.nat(9)),
			sizes: fc.option(fc.array(fc.constantFrom(0, 1, 2, 30, 254, 255), { maxLength: 60 })),
			byte: fc.option(fc.tuple(fc.nat(200), fc.nat(255))),
			drop: fc.boolean(),
			twice: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
				const changed = pages.flatMap((page, index): Page[] => {
					const mine = changes.find((candidate) => candidate.page === index);
					if (!mine) return [page];
					const sizes = mine.sizes ?? page.sizes;
					const body = Buffer.alloc(sizes.reduce((sum, size) => sum + size, 0));
					page.body.copy(body);
					if (mine.byte && mine.byte[0] < body.length) body[mine.byte[0]] = mine.byte[1];
					const now: Page = {
						flags: mine.flags ?? page.flags,
						granule: mine.small === null ? (mine.granule ?? page.granule) : BigInt(mine.small),
						serial: mine.serial ?? page.serial,
						sequence: mine.sequence ?? page.sequence,
						sizes,
						body,
					};
					if (mine.drop) return [];
					return mine.twice ? [now, page] : [now];
				});
				expectSound(writePages(changed));
			}),
			{ numRuns: 1500 },
		);
	});

	test('random bytes behind each mark', () => {
		const marks = [
			'OggS',
			'\x1aE\xdf\xa3',
			'RIFF1234WAVE',
			'RF641234WAVE',
			'FORM1234AIFC',
			'.snd',
			'caff\0\x01\0\0',
			'\0\0\0\x08ftyp',
			'\0\0\0\0moov',
			'#!AMR\n',
			'fLaC',
			'ID3',
			'\xff\xfb',
			'\xff\xf1',
			'riff',
		];
		fc.assert(
			fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }), (mark, bytes) => {
				expectSound(Buffer.concat([Buffer.from(mark, 'latin1'), bytes]));
			}),
			{ numRuns: 3000 },
		);
	});

	/** The file, with room for few objects: one for each packet or element would end the process. */
	const inSmallHeap = (file: Buffer): string => {
		const path = join(folder, 'file');
		writeFileSync(path, file);
		const script = join(__dirname, '../../../support/audio/smallHeap.mts');
		const args = ['--max-old-space-size=64', '--import', 'tsx', script, path];
		return execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 25_000 });
	};

	const filled = (unit: Buffer, size = TEN_MB): Buffer =>
		Buffer.alloc(size - (size % unit.length), unit);

	test('ten megabytes of headers of pages, each as long as can be', () => {
		const header = Buffer.alloc(27 + 255, 255);
		header.write('OggS\0\0', 'latin1');
		expect(inSmallHeap(filled(header))).toBe('InvalidInput');
		expect(inSmallHeap(filled(header.subarray(0, 27)))).toBe('InvalidInput');
	});

	test('ten megabytes of packets of one byte, in Ogg', () => {
		const [head, tags] = readPages(studio.opus(wav()));
		if (!head || !tags) throw new Error('no headers');
		const sound = Array.from(
			{ length: 19_000 },
			(_, index): Page => ({
				flags: 0,
				granule: BigInt(255 * 960 * (index + 1)),
				serial: 7,
				sequence: index + 2,
				sizes: Array<number>(255).fill(1),
				body: Buffer.alloc(255, 0x78),
			}),
		);
		const file = writePages([head, tags, ...sound]);
		expect(file.length).toBeGreaterThan(TEN_MB);
		// 255 packets a page: a byte each, and a byte each in the table.
		expect(inSmallHeap(file)).toBe(`repacked ${4_845_000 * 2 + 8 + 4 * 12 + 32 + 12 + 24 + 4}`);
	});

	test.each([
		['empty elements', Buffer.from('ec80', 'hex')],
		['empty tracks', Buffer.from('ae80', 'hex')],
		['empty groups', Buffer.from('a080', 'hex')],
		['clusters of unknown size', Buffer.from('1f43b675ff', 'hex')],
		['what is no element', Buffer.from('00', 'hex')],
	])('ten megabytes of %s, in WebM', (_, unit) => {
		const start = element(0x1a45dfa3, element(0x4282, Buffer.from('webm')));
		expect(inSmallHeap(Buffer.concat([start, filled(unit)]))).toBe('InvalidInput');
		const tracks = element(0x1654ae6b, filled(unit));
		expect(inSmallHeap(Buffer.concat([start, tracks]))).toBe('InvalidInput');
	});

	test.each([
		['empty boxes', Buffer.concat([Buffer.from('0000000866747970', 'hex')])],
		['empty movies', Buffer.from('\0\0\0\x08moov', 'latin1')],
		['boxes as long as the file', Buffer.from('\0\0\0\0moov', 'latin1')],
		['ID3 tags', Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')],
		['frames of MP3', Buffer.concat([Buffer.from('fff310c4', 'hex'), Buffer.alloc(20)])],
	])('ten megabytes of %s', (_, unit) => {
		expect(inSmallHeap(filled(unit))).toMatch(/^(InvalidInput|none \d+)$/);
	});

	test('ten megabytes of empty chunks', () => {
		for (const start of ['RIFF1234WAVE', 'FORM1234AIFF', 'caff\0\x01\0\0']) {
			const file = Buffer.concat([
				Buffer.from(start, 'latin1'),
				filled(Buffer.from('abcd\0\0\0\0', 'latin1')),
			]);
			expect(inSmallHeap(file)).toBe('InvalidInput');
		}
	});
});
