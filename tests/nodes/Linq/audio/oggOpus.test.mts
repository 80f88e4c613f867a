import { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';
import { probe } from '../../../../nodes/Linq/audio/probe.ts';
import { repack } from '../../../../nodes/Linq/audio/repack.ts';
import { readCaf, type Caf } from '../../../support/audio/caf.mts';
import {
	CONTINUED,
	ENDS,
	NO_GRANULE,
	packetsOf,
	readPages,
	writePages,
	writeStream,
	type Page,
} from '../../../support/audio/ogg.mts';
import { asPacket, Studio, type Sound } from '../../../support/audio/studio.mts';
import { describeWithAudio } from '../../../support/audio/tools.mts';

const cafOf = (file: Buffer): Caf => readCaf(repack(file, 'Memo').bytes);
const bytesOf = (caf: Caf) => caf.packets.map(({ bytes }) => bytes.toString('hex'));
const hex = (packets: readonly Buffer[]) => packets.map((packet) => packet.toString('hex'));

/** The packets with sound in a whole file with one stream. */
const soundOf = (file: Buffer): Buffer[] => packetsOf(readPages(file)).slice(2);

describeWithAudio('Opus in Ogg becomes Opus in CAF', () => {
	const studio = new Studio();
	afterAll(() => studio.close());

	/** Twenty milliseconds a packet, as WhatsApp and Telegram send it. */
	let note: Buffer;
	/** Its packets, as many as leave many of them on the last of several pages. */
	let sound: Buffer[];
	beforeAll(() => {
		note = studio.opus(studio.wav({ rate: 16_000, channels: 1 }));
		sound = soundOf(note).slice(0, 95);
		expect(sound).toHaveLength(95);
	});

	/** Expects players to get the same packets, and every sample to the last one. */
	function expectSame(file: Buffer, channels: number): Caf {
		const { bytes, seconds } = repack(file, 'Memo');
		const caf = readCaf(bytes);
		expect(caf.packets.map((packet) => asPacket(packet.bytes))).toEqual(studio.packets(file));
		expect(studio.packets(Buffer.from(bytes))).toEqual(studio.packets(file));
		expect(caf.valid).toBe(studio.opusdecLength(file, channels));
		expect(seconds).toBe(caf.valid / 48_000);
		const before = studio.decode(file, channels);
		const after = studio.decode(Buffer.from(bytes), channels);
		const from = 2 * channels * caf.priming;
		expect(before).toHaveLength(2 * channels * caf.valid);
		expect(after.subarray(from, from + before.length).equals(before)).toBe(true);
		return caf;
	}

	const RATES = [8000, 12_000, 16_000, 24_000, 44_100, 48_000];
	const FRAMES = [2.5, 5, 10, 20, 40, 60];
	const MATRIX = FRAMES.flatMap((frame, index) =>
		([1, 2] as const).flatMap((channels) =>
			[0, 3].map((step) => ({ frame, channels, rate: RATES[(index + step) % 6] ?? 8000 })),
		),
	);

	test.each(MATRIX)('frames of $frame ms, $channels channel(s), from $rate Hz', (what) => {
		const { frame, channels, rate } = what;
		const wav = studio.wav({ rate, channels });
		const caf = expectSame(studio.opus(wav, ['--framesize', String(frame)]), channels);
		expect(caf).toMatchObject({
			chunks: ['desc', 'chan', 'pakt', 'data'],
			sampleRate: 48_000,
			format: 'opus',
			// The reference encoder ends with a shorter packet where that is enough.
			framesPerPacket: frame <= 20 ? frame * 48 : 0,
			channels,
			layout: ((99 + channels) << 16) | channels,
		});
	});

	test.each<[string, Sound, string[]]>([
		['speech at 6 kbit/s', { rate: 8000, channels: 1 }, ['--bitrate', '6']],
		[
			'speech with a constant rate',
			{ rate: 48_000, channels: 1 },
			['--hard-cbr', '--framesize', '60'],
		],
		['noise at 510 kbit/s', { rate: 48_000, channels: 2, kind: 'noise' }, ['--bitrate', '510']],
		[
			'noise at 256 kbit/s, 60 ms',
			{ rate: 48_000, channels: 2, kind: 'noise' },
			['--bitrate', '256', '--framesize', '60'],
		],
		['music', { rate: 44_100, channels: 2, kind: 'noise' }, ['--music', '--framesize', '40']],
	])('%s', (_, what, args) => {
		expectSame(studio.opus(studio.wav(what), args), what.channels);
	});

	test('pauses that are not sent (DTX), down to packets of a single byte', () => {
		const wav = studio.wav({ rate: 16_000, channels: 1, kind: 'pauses', seconds: 12 });
		const file = studio.opus(wav, ['--speech', '--bitrate', '12', '--set-ctl-int', '4016=1']);
		const caf = expectSame(file, 1);
		expect(caf.packets.filter(({ bytes }) => bytes.length <= 2).length).toBeGreaterThan(50);
	});

	test('twelve minutes', () => {
		const wav = studio.wav({ rate: 24_000, channels: 1, seconds: 720 });
		const file = studio.opus(wav, ['--bitrate', '16']);
		expect(expectSame(file, 1).valid).toBe(720 * 48_000);
	});

	test('it is what ffmpeg writes, but for the frames that are not played', () => {
		const ours = cafOf(note);
		const theirs = readCaf(studio.ffmpeg(note, ['-c', 'copy'], 'caf'));
		// ffmpeg gives the mean length of a packet, which the cut at the end makes a strange number.
		const { sampleRate, format, channels, layout } = theirs;
		expect(ours).toMatchObject({ sampleRate, format, channels, layout });
		expect(bytesOf(ours)).toEqual(bytesOf(theirs));
	});

	test('packets of different lengths have theirs in the table', () => {
		const wav = studio.wav({ rate: 48_000, channels: 1, seconds: 1 });
		const kinds = [2.5, 10, 20, 60, 5, 40].map((frame) =>
			soundOf(studio.opus(wav, ['--framesize', String(frame)])).map(
				(packet) => [packet, frame * 48] as const,
			),
		);
		const mixed = Array.from({ length: 90 }, (_, index) => kinds[index % 6]?.[index] ?? []).filter(
			(entry) => entry.length === 2,
		);
		const lengths = new Map(mixed.map(([packet, length]) => [packet, length]));
		const packets = mixed.map(([packet]) => packet);
		const pages = writeStream({ packets, length: (packet) => lengths.get(packet) ?? 0, trim: 77 });
		const caf = expectSame(writePages(pages), 1);
		expect(caf.framesPerPacket).toBe(0);
		expect(caf.packets.map(({ frames }) => frames)).toEqual(mixed.map(([, length]) => length));
		expect(caf.remainder).toBe(77);
	});

	test.each([1, 2, 3, 7])('packets over several pages of %d segment(s)', (segments) => {
		const wav = studio.wav({ rate: 48_000, channels: 2, kind: 'noise', seconds: 1 });
		const packets = soundOf(studio.opus(wav, ['--bitrate', '450', '--framesize', '20']));
		expect(Math.min(...packets.map(({ length }) => length))).toBeGreaterThan(600);
		const pages = writeStream({ channels: 2, packets, length: () => 960, segments, trim: 5 });
		expect(pages.some(({ flags }) => flags & CONTINUED)).toBe(true);
		const caf = expectSame(writePages(pages), 2);
		expect(hex(packets)).toEqual(bytesOf(caf));
	});

	test('a recording that begins in the midst of a broadcast', () => {
		const pages = writeStream({ packets: sound, length: () => 960, begin: 10 ** 10, trim: 100 });
		const file = writePages(pages);
		const caf = cafOf(file);
		expect(caf.valid).toBe(sound.length * 960 - 312 - 100);
		expect(caf.remainder).toBe(100);
		expect(caf.valid).toBe(studio.opusdecLength(file, 1));
	});

	describe('the end', () => {
		const end = (trim: number, more: Partial<Parameters<typeof writeStream>[0]> = {}) =>
			writePages(writeStream({ packets: sound, length: () => 960, trim, ...more }));

		test.each([0, 1, 959])('of which %d samples are cut', (trim) => {
			expect(expectSame(end(trim), 1).remainder).toBe(trim);
		});

		test.each([960, 961, 3000])('of which %d samples are cut loses whole packets', (trim) => {
			const file = end(trim);
			const caf = cafOf(file);
			expect(bytesOf(caf)).toEqual(hex(sound.slice(0, sound.length - Math.floor(trim / 960))));
			expect(caf.remainder).toBe(trim % 960);
			expect(caf.valid).toBe(studio.opusdecLength(file, 1));
		});

		test('cannot be before its page', () => {
			const file = end(20_000, { segments: 10 });
			const last =
				readPages(file)
					.at(-1)
					?.sizes.filter((size) => size < 255).length ?? 0;
			expect(last).toBeGreaterThan(0);
			expect(bytesOf(cafOf(file))).toEqual(hex(sound.slice(0, -last)));
		});

		test('of a short file that is cut on its only page', () => {
			const file = end(500, { packets: sound.slice(0, 5) });
			expect(expectSame(file, 1).valid).toBe(5 * 960 - 312 - 500);
		});

		test('is not cut where the stream does not say that it ends', () => {
			const pages = readPages(end(500)).map((page) => ({ ...page, flags: page.flags & ~ENDS }));
			const caf = cafOf(writePages(pages));
			expect(caf.remainder).toBe(0);
			expect(bytesOf(caf)).toEqual(hex(sound));
		});

		test('may be a page without packets', () => {
			const pages = readPages(end(0));
			const last = pages.at(-1);
			if (!last) throw new Error('no pages');
			last.flags = 0;
			const empty = {
				...last,
				flags: ENDS,
				sequence: last.sequence + 1,
				sizes: [],
				body: Buffer.alloc(0),
			};
			expect(bytesOf(cafOf(writePages([...pages, empty])))).toEqual(hex(sound));
		});
	});

	test('times that say more than there is are not believed', () => {
		const pages = writeStream({ packets: sound, length: () => 960, segments: 20, trim: 30 });
		const later = pages.map((page, index) =>
			index < 4 ? page : { ...page, granule: page.granule + 48_000n },
		);
		const caf = cafOf(writePages(later));
		expect(caf).toMatchObject({ valid: sound.length * 960 - 312 - 30, remainder: 30 });
	});

	describe('streams one after the other', () => {
		const total = (packets: number) => packets * 960;

		test('are joined, whatever their numbers', () => {
			const other = studio.opus(studio.wav({ rate: 24_000, channels: 1, seconds: 1 }), [
				'--serial',
				'8',
			]);
			for (const second of [note, other]) {
				const caf = cafOf(Buffer.concat([note, second]));
				const last = cafOf(second);
				expect(bytesOf(caf)).toEqual(hex([...soundOf(note), ...soundOf(second)]));
				expect(caf.priming).toBe(cafOf(note).priming);
				expect(caf.remainder).toBe(last.remainder);
				expect(caf.valid).toBe(total(caf.packets.length) - caf.priming - caf.remainder);
				studio.decode(Buffer.from(repack(Buffer.concat([note, second]), 'Memo').bytes), 1);
			}
		});

		test('lose the packets in between of which nothing is played', () => {
			const first = writePages(
				writeStream({ packets: sound, length: () => 960, segments: 45, trim: 2000 }),
			);
			const caf = cafOf(Buffer.concat([first, note]));
			expect(bytesOf(caf)).toEqual(hex([...sound.slice(0, -2), ...soundOf(note)]));
		});

		test('are stereo if one of them is', () => {
			const stereo = studio.opus(studio.wav({ rate: 48_000, channels: 2, seconds: 1 }));
			const caf = cafOf(Buffer.concat([note, stereo]));
			expect(caf).toMatchObject({ channels: 2, layout: (101 << 16) | 2 });
			studio.decode(Buffer.from(repack(Buffer.concat([note, stereo]), 'Memo').bytes), 2);
		});
	});

	describe('other streams beside it', () => {
		test('are left out', () => {
			const film = studio.ffmpeg(
				note,
				[
					'-f',
					'lavfi',
					'-i',
					'testsrc=d=2:s=64x48',
					'-map',
					'1',
					'-map',
					'0',
					'-c:v',
					'libtheora',
					'-c:a',
					'copy',
				],
				'ogv',
			);
			expect(bytesOf(cafOf(film))).toEqual(hex(soundOf(note)));
			const songs = studio.ffmpeg(
				note,
				['-map', '0', '-map', '0', '-c:a:0', 'libvorbis', '-c:a:1', 'copy'],
				'ogg',
			);
			expect(bytesOf(cafOf(songs))).toEqual(hex(soundOf(note)));
		});

		test('are left out if they are Opus, too', () => {
			const mine = writeStream({ packets: sound, length: () => 960, segments: 5 });
			const others = writeStream({
				packets: [...sound].reverse(),
				length: () => 960,
				segments: 4,
				serial: 2,
			});
			const mixed = mine.flatMap((page, index) => [
				page,
				...(others[index] ? [others[index]] : []),
			]);
			expect(bytesOf(cafOf(writePages(mixed)))).toEqual(hex(sound));
		});
	});

	describe('damage', () => {
		/** A page in bytes, with a wrong byte in it. */
		const spoil = (page: Page, place: number): Buffer => {
			const bytes = writePages([page]);
			bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
			return bytes;
		};

		const pages = () => writeStream({ packets: sound, length: () => 960, segments: 10, trim: 40 });

		// A byte of the number, the checksum, the sizes, the body.
		test.each([19, 22, 28, 60])(
			'leaves out the page with a wrong byte at %d, and says so',
			(place) => {
				const file = Buffer.concat(
					pages().map((page, index) => (index === 4 ? spoil(page, place) : writePages([page]))),
				);
				const { bytes, lost } = repack(file, 'Memo');
				const caf = readCaf(bytes);
				expect(bytesOf(caf)).toEqual(hex([...sound.slice(0, 20), ...sound.slice(30)]));
				expect(caf.valid).toBe((sound.length - 10) * 960 - 312 - 40);
				expect(lost).toBe(1);
				studio.decode(Buffer.from(bytes), 1);
			},
		);

		test('leaves out packets whose other page is damaged', () => {
			const wav = studio.wav({ rate: 48_000, channels: 1, kind: 'noise', seconds: 1 });
			const packets = soundOf(studio.opus(wav, ['--bitrate', '200', '--framesize', '60']));
			const whole = writeStream({ packets, length: () => 2880, segments: 4 });
			for (const index of [2, 3, 4, 5]) {
				const file = Buffer.concat(
					whole.map((page, at) => (at === index ? spoil(page, 50) : writePages([page]))),
				);
				const left = bytesOf(cafOf(file));
				expect(left.length).toBeLessThan(packets.length);
				expect(hex(packets)).toEqual(expect.arrayContaining(left));
				expect(new Set(left).size).toBe(left.length);
			}
		});

		test('of every single page never makes noise', () => {
			const whole = pages();
			const all = hex(sound);
			for (const [index] of whole.entries()) {
				const file = Buffer.concat(
					whole.map((page, at) => (at === index ? spoil(page, 6) : writePages([page]))),
				);
				if (index === 0) {
					expect(() => repack(file, 'Memo')).toThrow(InvalidInput);
					continue;
				}
				expect(all).toEqual(expect.arrayContaining(bytesOf(cafOf(file))));
			}
		});

		test('of all pages is refused', () => {
			const file = Buffer.concat(pages().map((page) => spoil(page, 23)));
			expect(() => repack(file, 'Memo')).toThrow(InvalidInput);
		});

		test('in front of the pages and between them is passed over', () => {
			const [first, ...rest] = pages().map((page) => writePages([page]));
			const junk = Buffer.from('this is OggS and not a page, OggS');
			const file = Buffer.concat([first ?? junk, ...rest.flatMap((page) => [junk, page])]);
			expect(bytesOf(cafOf(file))).toEqual(hex(sound));
		});

		test('that ends the file anywhere leaves the packets before it', () => {
			const file = writePages(pages());
			const headers = writePages(pages().slice(0, 2)).length;
			const all = hex(sound);
			let most = 0;
			for (let end = 0; end <= file.length; end += 13) {
				const cut = file.subarray(0, end);
				if (end < headers) {
					expect(() => repack(cut, 'Memo')).toThrow(InvalidInput);
					continue;
				}
				const samples = probe(cut)?.samples;
				if (!samples) {
					expect(() => repack(cut, 'Memo')).toThrow('Memo has no sound');
					continue;
				}
				const caf = cafOf(cut);
				expect(bytesOf(caf)).toEqual(all.slice(0, caf.packets.length));
				expect(caf.packets.length).toBeGreaterThanOrEqual(most);
				expect(caf.valid).toBe(samples);
				expect(caf.valid).toBe(caf.packets.length * 960 - 312 - caf.remainder);
				most = caf.packets.length;
			}
			expect(most).toBeGreaterThan(sound.length - 3);
		});

		test('that cuts a page off leaves the whole packets on it', () => {
			const whole = pages();
			const before = writePages(whole.slice(0, 4)).length;
			// Behind the header and the sizes of ten packets: four packets and a part of the fifth.
			const four = sound.slice(20, 24).reduce((sum, packet) => sum + packet.length, 0);
			const cut = writePages(whole).subarray(0, before + 27 + 10 + four + 5);
			expect(bytesOf(cafOf(cut))).toEqual(hex(sound.slice(0, 24)));
			expect(repack(cut, 'Memo').lost).toBe(1);
		});

		test('that makes a page claim to reach beyond the file does not let it in', () => {
			const whole = pages();
			const at = writePages(whole.slice(0, 4)).length;
			const file = writePages(whole);
			file.fill(255, at + 27, at + 37);
			file.writeUInt8(200, at + 26);
			expect(hex(sound)).toEqual(expect.arrayContaining(bytesOf(cafOf(file))));
			expect(bytesOf(cafOf(file))).toEqual(hex([...sound.slice(0, 20), ...sound.slice(30)]));
		});

		test('of packets leaves these out', () => {
			const bad = [Buffer.alloc(0), Buffer.from([3]), Buffer.from([3, 0]), Buffer.alloc(1300, 0)];
			const packets = [...sound.slice(0, 10), ...bad, ...sound.slice(10, 20)];
			const file = writePages(writeStream({ packets, length: () => 960 }));
			const { bytes, lost } = repack(file, 'Memo');
			expect(bytesOf(readCaf(bytes))).toEqual(hex(sound.slice(0, 20)));
			expect(lost).toBe(4);
		});
	});

	test('pages that say no time leave the packets as they are', () => {
		const pages = readPages(note).map((page) => ({ ...page, granule: NO_GRANULE }));
		expect(bytesOf(cafOf(writePages(pages)))).toEqual(hex(soundOf(note)));
	});

	test('six channels are refused', () => {
		const wav = studio.ffmpeg(studio.wav({ rate: 48_000, channels: 1 }), ['-ac', '6'], 'wav');
		const file = studio.ffmpeg(wav, ['-c:a', 'libopus', '-b:a', '128k'], 'ogg');
		expect(() => repack(file, 'Memo')).toThrow(
			'Memo has more than two channels, or channels in a special arrangement',
		);
		expect(probe(file)).toMatchObject({ codec: 'opus', channels: 6 });
	});

	test('a file with headers alone is refused', () => {
		const headers = writePages(readPages(note).slice(0, 2));
		expect(() => repack(headers, 'Memo')).toThrow('Memo has no sound');
	});

	test('the bytes that came in stay as they were', () => {
		const before = Buffer.from(note);
		repack(note, 'Memo');
		expect(note.equals(before)).toBe(true);
	});
});
