import type { AudioFile } from '../audioInfo';
import { hasText, textAt } from '../bytes';

/** Kilobits a second, of layer III: MPEG 1, then MPEG 2 and 2.5. */
const BIT_RATES = [
	[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	[0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const RATES = [44_100, 48_000, 32_000];
const MPEG_1 = 3;

interface Frame {
	size: number;
	samples: number;
	sampleRate: number;
	channels: number;
	/** Where the tag of encoders stands in the first frame. */
	tagAt: number;
}

/** Where the sound begins: behind the ID3 tags at the beginning. */
export function afterId3(file: Buffer): number {
	let at = 0;
	while (hasText(file, at, 'ID3') && at + 10 <= file.length) {
		let size = 0;
		for (let place = at + 6; place < at + 10; place++)
			size = size * 128 + (file.readUInt8(place) & 0x7f);
		at += 10 + size;
	}
	return at;
}

/**
 * Reads MP3 by counting its frames, so the length is right even for variable bit rate without a tag.
 * The delay and padding in LAME's tag are subtracted.
 *
 * @param from where the frames begin, after any ID3 tag
 * @returns undefined unless two consecutive frames start there
 */
export function readMp3(file: Buffer, from: number): AudioFile | undefined {
	const first = frameAt(file, from);
	if (!first || (from + first.size < file.length && !frameAt(file, from + first.size))) {
		return undefined;
	}
	let samples = 0;
	let at = from;
	for (let frame: Frame | undefined = first; frame; frame = frameAt(file, at)) {
		at += frame.size;
		if (at > file.length) break;
		samples += frame.samples;
	}
	const { sampleRate, channels } = first;
	samples -= notSound(file, from, first);
	return { container: 'mp3', codec: 'mp3', channels, sampleRate, samples: Math.max(0, samples) };
}

function frameAt(file: Buffer, at: number): Frame | undefined {
	if (at + 4 > file.length) return undefined;
	const header = file.readUInt32BE(at);
	const version = (header >>> 19) & 3;
	const isLayer3 = ((header >>> 17) & 3) === 1;
	if (header >>> 21 !== 0x7ff || version === 1 || !isLayer3) return undefined;
	const isMpeg1 = version === MPEG_1;
	const bitRate = BIT_RATES[isMpeg1 ? 0 : 1]?.[(header >>> 12) & 0xf];
	const baseRate = RATES[(header >>> 10) & 3];
	if (!bitRate || !baseRate) return undefined;
	const sampleRate = isMpeg1 ? baseRate : version === 2 ? baseRate / 2 : baseRate / 4;
	const samples = isMpeg1 ? 1152 : 576;
	const padding = (header >>> 9) & 1;
	const isMono = ((header >>> 6) & 3) === 3;
	return {
		size: Math.floor((samples / 8) * ((bitRate * 1000) / sampleRate)) + padding,
		samples,
		sampleRate,
		channels: isMono ? 1 : 2,
		tagAt: 4 + (isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17),
	};
}

/** Samples in the frames that are no sound: those of the tag's frame, the delay, the padding. */
function notSound(file: Buffer, at: number, { samples, tagAt }: Frame): number {
	const tag = at + tagAt;
	if (hasText(file, at + 36, 'VBRI')) return samples;
	if (!['Xing', 'Info'].includes(textAt(file, tag, 4)) || tag + 8 > file.length) return 0;
	const flags = file.readUInt32BE(tag + 4);
	// Frames, bytes, the table of places, and quality, each if it is there.
	const lame =
		tag +
		8 +
		(flags & 1 ? 4 : 0) +
		(flags & 2 ? 4 : 0) +
		(flags & 4 ? 100 : 0) +
		(flags & 8 ? 4 : 0);
	if (lame + 24 > file.length || !/^L(AME|avc|avf)/.test(textAt(file, lame, 4))) return samples;
	const packed = file.readUIntBE(lame + 21, 3);
	return samples + (packed >> 12) + (packed & 0xfff);
}
