import { ALAW, ULAW } from './companding';
import { samplesOf, type Pcm } from './pcm';

const HEADER_SIZE = 44;

/**
 * Writes samples as a WAV file of 16 bits, the one that each player reads. What has more bits is
 * rounded, what is beyond full scale is clipped. Linear; makes one buffer of the file's size.
 */
export function pcmToWav(pcm: Pcm): Buffer {
	const { channels, sampleRate } = pcm;
	const count = samplesOf(pcm) * channels;
	const file = Buffer.alloc(HEADER_SIZE + 2 * count);
	const data = file.subarray(HEADER_SIZE);
	const block = 2 * channels;

	file.write('RIFF', 0, 'latin1');
	file.writeUInt32LE(file.length - 8, 4);
	file.write('WAVEfmt ', 8, 'latin1');
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(channels, 22);
	file.writeUInt32LE(sampleRate, 24);
	file.writeUInt32LE(sampleRate * block, 28);
	file.writeUInt16LE(block, 32);
	file.writeUInt16LE(16, 34);
	file.write('data', 36, 'latin1');
	file.writeUInt32LE(data.length, 40);

	const sample = reader(pcm);
	for (let index = 0; index < count; index++)
		data.writeInt16LE(sample(index * pcm.width), 2 * index);
	return file;
}

/** Gives the sample at a place in the data, as 16 bits. */
function reader({ encoding, width, isBigEndian, data }: Pcm): (at: number) => number {
	switch (encoding) {
		case 'alaw':
			return (at) => ALAW[data[at] ?? 0] ?? 0;
		case 'ulaw':
			return (at) => ULAW[data[at] ?? 0] ?? 0;
		case 'float': {
			if (width === 4) {
				return isBigEndian
					? (at) => clip(data.readFloatBE(at) * 0x8000)
					: (at) => clip(data.readFloatLE(at) * 0x8000);
			}
			return isBigEndian
				? (at) => clip(data.readDoubleBE(at) * 0x8000)
				: (at) => clip(data.readDoubleLE(at) * 0x8000);
		}
		default: {
			const middle = encoding === 'unsigned' ? 2 ** (8 * width - 1) : 0;
			const scale = 2 ** (16 - 8 * width);
			if (middle) {
				return isBigEndian
					? (at) => clip((data.readUIntBE(at, width) - middle) * scale)
					: (at) => clip((data.readUIntLE(at, width) - middle) * scale);
			}
			return isBigEndian
				? (at) => clip(data.readIntBE(at, width) * scale)
				: (at) => clip(data.readIntLE(at, width) * scale);
		}
	}
}

/** What is not a number is silence. */
function clip(sample: number): number {
	return Math.max(-0x8000, Math.min(0x7fff, Math.round(sample))) || 0;
}
