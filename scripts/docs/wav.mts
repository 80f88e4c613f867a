/**
 * A WAV file of one channel.
 *
 * @param samples 8 bits without a sign, or 16 bits with one
 * @param rate samples a second
 */
export function wav(samples: Buffer, rate: number, bits: 8 | 16): Buffer {
	const width = bits / 8;
	const header = Buffer.alloc(44);
	header.write('RIFF', 0);
	header.writeUInt32LE(36 + samples.length, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * width, 28);
	header.writeUInt16LE(width, 32);
	header.writeUInt16LE(bits, 34);
	header.write('data', 36);
	header.writeUInt32LE(samples.length, 40);
	return Buffer.concat([header, samples]);
}
