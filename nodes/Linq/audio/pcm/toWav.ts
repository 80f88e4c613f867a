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

	const out = new DataView(data.buffer, data.byteOffset, data.length);
	const sample = reader(pcm);
	for (let index = 0; index < count; index++) {
		out.setInt16(2 * index, sample(index * pcm.width), true);
	}
	return file;
}

/** Gives the sample at a place in the data, as 16 bits. */
function reader({ encoding, width, isBigEndian, data }: Pcm): (at: number) => number {
	const view = new DataView(data.buffer, data.byteOffset, data.length);
	const isLittle = !isBigEndian;
	switch (encoding) {
		case 'alaw':
			return (at) => ALAW[view.getUint8(at)] ?? 0;
		case 'ulaw':
			return (at) => ULAW[view.getUint8(at)] ?? 0;
		case 'float':
			return width === 4
				? (at) => clip(view.getFloat32(at, isLittle) * 0x8000)
				: (at) => clip(view.getFloat64(at, isLittle) * 0x8000);
		case 'unsigned': {
			const signed = signedReader(view, width, isLittle);
			// Silence is the middle value, which has only the highest bit set.
			return (at) => clip((signed(at) ^ 0x80000000) / 0x10000);
		}
		default: {
			const signed = signedReader(view, width, isLittle);
			return (at) => clip(signed(at) / 0x10000);
		}
	}
}

/** Gives a whole number, shifted to the top of 32 bits. */
function signedReader(view: DataView, width: number, isLittle: boolean): (at: number) => number {
	switch (width) {
		case 1:
			return (at) => view.getUint8(at) << 24;
		case 2:
			return (at) => view.getInt16(at, isLittle) << 16;
		case 3:
			return isLittle
				? (at) => (view.getUint16(at + 1, true) << 16) | (view.getUint8(at) << 8)
				: (at) => (view.getUint16(at) << 16) | (view.getUint8(at + 2) << 8);
		default:
			return (at) => view.getInt32(at, isLittle);
	}
}

/** NaN becomes silence. */
function clip(sample: number): number {
	return Math.max(-0x8000, Math.min(0x7fff, Math.round(sample))) || 0;
}
