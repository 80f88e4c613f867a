import type { AudioFile } from '../audioInfo';

const RATES = [
	96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
	7350,
];
const HEADER_SIZE = 7;
const BLOCK = 1024;

/**
 * Reads AAC as a stream of frames (ADTS, ISO/IEC 13818-7). Players that know HE-AAC play it at twice
 * the rate, which the frames do not say; the length is the same.
 *
 * @param from where the frames begin, behind an ID3 tag
 */
export function readAdts(file: Buffer, from: number): AudioFile | undefined {
	let audio: AudioFile | undefined;
	let samples = 0;
	let at = from;
	while (at + HEADER_SIZE <= file.length) {
		// Twelve bits of sync; layer 0 tells it from MP3.
		if (file.readUInt8(at) !== 0xff || (file.readUInt8(at + 1) & 0xf6) !== 0xf0) break;
		const sampleRate = RATES[(file.readUInt8(at + 2) >> 2) & 0xf];
		const size =
			((file.readUInt8(at + 3) & 3) << 11) |
			(file.readUInt8(at + 4) << 3) |
			(file.readUInt8(at + 5) >> 5);
		if (!sampleRate || size < HEADER_SIZE) break;
		at += size;
		if (at > file.length) break;
		const bits = (file.readUInt8(at - size + 2) << 8) | file.readUInt8(at - size + 3);
		const channels = (bits >> 6) & 7;
		audio ??= {
			container: 'aac',
			codec: 'aac',
			channels: channels === 7 ? 8 : channels,
			sampleRate,
		};
		samples += ((file.readUInt8(at - size + 6) & 3) + 1) * BLOCK;
	}
	return audio && { ...audio, samples };
}
