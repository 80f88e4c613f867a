import type { AudioFile } from '../audioInfo';
import { hasText } from '../bytes';
import { isRate, samplesOf, type Pcm } from '../pcm/pcm';

const HEADER_SIZE = 24;

/** Encodings by their number in the header. */
const ENCODINGS: Readonly<Record<number, [Pcm['encoding'], number]>> = {
	1: ['ulaw', 1],
	2: ['signed', 1],
	3: ['signed', 2],
	4: ['signed', 3],
	5: ['signed', 4],
	6: ['float', 4],
	7: ['float', 8],
	27: ['alaw', 1],
};

/**
 * Reads Sun's AU.
 *
 * @returns nothing if it is none
 */
export function readAu(file: Buffer): AudioFile | undefined {
	if (!hasText(file, 0, '.snd') || file.length < HEADER_SIZE) return undefined;
	const start = file.readUInt32BE(4);
	const size = file.readUInt32BE(8);
	const number = file.readUInt32BE(12);
	const sampleRate = file.readUInt32BE(16);
	const channels = file.readUInt32BE(20);
	const [encoding, width] = ENCODINGS[number] ?? [];
	if (!encoding || !width || channels === 0 || !isRate(sampleRate)) {
		return { container: 'au', codec: `AU encoding ${number}`, channels, sampleRate };
	}
	// All ones: the size is not known; then, and when it is too large, the file's end is the end.
	const data = file.subarray(start, start + size);
	const pcm = { encoding, width, isBigEndian: true, channels, sampleRate, data };
	const isCompanded = encoding === 'alaw' || encoding === 'ulaw';
	const codec = isCompanded ? encoding : 'pcm';
	return { container: 'au', codec, channels, sampleRate, pcm, samples: samplesOf(pcm) };
}
