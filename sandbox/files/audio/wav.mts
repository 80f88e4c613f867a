/** Sound as plain numbers. */
export interface Pcm {
	rate: number;
	channels: number;
	/** Of a sample: 8, 16, 24, 32 or 64. Integers are signed. */
	bits: number;
	isFloat: boolean;
	isLittleEndian: boolean;
	data: Buffer;
}

/** Whether WAV has such samples. */
export const hasWavSamples = ({ bits, isFloat }: Pick<Pcm, 'bits' | 'isFloat'>): boolean =>
	(isFloat ? [32, 64] : [8, 16, 24, 32]).includes(bits);

const HEADER_BYTES = 44;
const INTEGERS = 1;
const FLOATS = 3;

/** Writes PCM as WAV, which browsers play; {@link hasWavSamples} says which. */
export function toWav({ rate, channels, bits, isFloat, isLittleEndian, data }: Pcm): Buffer {
	const width = bits / 8;
	const samples = Buffer.from(data.subarray(0, data.length - (data.length % (width * channels))));
	// WAV has bytes without a sign, unlike all else.
	if (width === 1) for (const [at, byte] of samples.entries()) samples[at] = byte ^ 0x80;
	else if (!isLittleEndian) turn(samples, width);

	const header = Buffer.alloc(HEADER_BYTES);
	header.write('RIFF', 0, 'latin1');
	header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
	header.write('WAVEfmt ', 8, 'latin1');
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(isFloat ? FLOATS : INTEGERS, 20);
	header.writeUInt16LE(channels, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * channels * width, 28);
	header.writeUInt16LE(channels * width, 32);
	header.writeUInt16LE(bits, 34);
	header.write('data', 36, 'latin1');
	header.writeUInt32LE(samples.length, 40);
	return Buffer.concat([header, samples]);
}

/** The other end of each sample first, in place. */
function turn(samples: Buffer, width: number): void {
	if (width === 2) samples.swap16();
	else if (width === 4) samples.swap32();
	else if (width === 8) samples.swap64();
	else
		for (let at = 0; at < samples.length; at += width) samples.subarray(at, at + width).reverse();
}
