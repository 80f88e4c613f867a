import type { AudioFile } from '../audioInfo';
import { hasText, textAt } from '../bytes';
import { isRate, samplesOf, type Pcm } from '../pcm/pcm';

const COMMON_SIZE = 18;

interface Common {
	channels: number;
	sampleRate: number;
	samples: number;
	bits: number;
	/** As AIFC calls it; `NONE` in AIFF. */
	compression: string;
}

/**
 * Reads AIFF and AIFC.
 *
 * @returns nothing if it is none
 */
export function readAiff(file: Buffer): AudioFile | undefined {
	const kind = textAt(file, 8, 4);
	if (!hasText(file, 0, 'FORM') || (kind !== 'AIFF' && kind !== 'AIFC')) return undefined;
	let common: Common | undefined;
	let sound: Buffer | undefined;
	let isRight = kind === 'AIFF';
	let at = 12;
	while (at + 8 <= file.length && !(common && sound)) {
		const chunk = textAt(file, at, 4);
		const size = file.readUInt32BE(at + 4);
		const start = at + 8;
		const end = start + size;
		if (chunk === 'COMM' && start + COMMON_SIZE <= file.length) {
			common = readCommon(file, start, kind === 'AIFC' && size > COMMON_SIZE);
		} else if (chunk === 'SSND' && start + 8 <= file.length) {
			// Before the samples: where they begin, and a block size that nothing uses.
			sound = file.subarray(start + 8 + file.readUInt32BE(start), end);
			isRight &&= end <= file.length;
		}
		at = end + (size % 2);
	}
	return common && describe(common, sound, isRight);
}

function readCommon(file: Buffer, at: number, isCompressed: boolean): Common {
	return {
		channels: file.readUInt16BE(at),
		samples: file.readUInt32BE(at + 2),
		bits: file.readUInt16BE(at + 6),
		sampleRate: extendedAt(file, at + 8),
		compression: isCompressed ? textAt(file, at + COMMON_SIZE, 4) : 'NONE',
	};
}

/** A positive number of 80 bits, rounded. */
function extendedAt(file: Buffer, at: number): number {
	const exponent = file.readUInt16BE(at) & 0x7fff;
	const value = Math.round(file.readUInt32BE(at + 2) * 2 ** (exponent - 16383 - 31));
	return value < 2 ** 32 ? value : 0;
}

function describe(common: Common, sound: Buffer | undefined, isRight: boolean): AudioFile {
	const { channels, sampleRate, samples } = common;
	const pcm = sound && readPcm(common, sound);
	const audio: AudioFile = {
		container: 'aiff',
		codec: codecOf(common.compression),
		channels,
		sampleRate,
		samples,
	};
	if (!pcm) return audio;
	const held = samplesOf(pcm);
	const isPlainPcm = isRight && pcm.width <= 2 && channels <= 2 && held === samples;
	return { ...audio, pcm, samples: held, isPlainPcm };
}

function codecOf(compression: string): string {
	switch (compression.toLowerCase()) {
		case 'alaw':
		case 'ulaw':
			return compression.toLowerCase();
		case 'none':
		case 'twos':
		case 'sowt':
		case 'raw ':
		case 'in24':
		case 'in32':
		case 'fl32':
		case 'fl64':
			return 'pcm';
		default:
			return compression.trim();
	}
}

function readPcm(common: Common, sound: Buffer): Pcm | undefined {
	const { channels, sampleRate, samples, bits } = common;
	const compression = common.compression.toLowerCase();
	const isFloat = compression === 'fl32' || compression === 'fl64';
	const isCompanded = compression === 'alaw' || compression === 'ulaw';
	const width = isCompanded ? 1 : isFloat ? Number(compression.slice(2)) / 8 : Math.ceil(bits / 8);
	const isKnown = isFloat || isCompanded || codecOf(compression) === 'pcm';
	if (!isKnown || channels === 0 || !isRate(sampleRate) || width < 1 || (!isFloat && width > 4)) {
		return undefined;
	}
	return {
		encoding: isFloat
			? 'float'
			: isCompanded
				? compression
				: compression === 'raw '
					? 'unsigned'
					: 'signed',
		width,
		isBigEndian: compression !== 'sowt',
		channels,
		sampleRate,
		// A recording that was never closed says that it has no samples.
		data: samples > 0 ? sound.subarray(0, samples * channels * width) : sound,
	};
}
