import type { Pcm } from './wav.mts';

/** The sound in an AIFF or AIFF-C file (Apple, "Audio Interchange File Format"). */
export interface Aiff {
	rate: number;
	/** Audible frames. */
	frames: number;
	/** Undefined where it is compressed. */
	pcm?: Pcm;
}

/** How AIFF-C names PCM. */
const PCM: Record<string, Pick<Pcm, 'isFloat' | 'isLittleEndian'>> = {
	NONE: { isFloat: false, isLittleEndian: false },
	twos: { isFloat: false, isLittleEndian: false },
	sowt: { isFloat: false, isLittleEndian: true },
	fl32: { isFloat: true, isLittleEndian: false },
	FL32: { isFloat: true, isLittleEndian: false },
};

const FIRST_CHUNK = 12;
const CHUNK_HEAD = 8;
const DATA_HEAD = 8;

/** @throws RangeError where the file is cut, or says of itself what cannot be */
export function readAiff(file: Buffer): Aiff {
	let common: Buffer | undefined;
	let sound: Buffer | undefined;
	for (let at = FIRST_CHUNK; at + CHUNK_HEAD <= file.length; ) {
		const name = file.toString('latin1', at, at + 4);
		const size = file.readUInt32BE(at + 4);
		const chunk = file.subarray(at + CHUNK_HEAD, at + CHUNK_HEAD + size);
		if (name === 'COMM') common = chunk;
		if (name === 'SSND') sound = chunk.subarray(DATA_HEAD + chunk.readUInt32BE(0));
		at += CHUNK_HEAD + size + (size % 2);
	}
	if (!common) throw new RangeError('An AIFF file without COMM');
	const rate = extended(common.subarray(8, 18));
	const frames = common.readUInt32BE(2);
	const kind = PCM[common.length >= 22 ? common.toString('latin1', 18, 22) : 'NONE'];
	if (!kind || !sound) return { rate, frames };
	const [channels, bits] = [common.readUInt16BE(0), common.readUInt16BE(6)];
	return { rate, frames, pcm: { ...kind, rate, channels, bits, data: sound } };
}

/** A number of 80 bits: sign and exponent, then the mantissa with its first bit. */
function extended(bytes: Buffer): number {
	const exponent = (bytes.readUInt16BE(0) & 0x7fff) - 16_383;
	return (bytes.readUInt32BE(2) + bytes.readUInt32BE(6) / 2 ** 32) * 2 ** (exponent - 31);
}
