import type { AudioFile } from '../audioInfo';
import { hasText, textAt, uint64LE } from '../bytes';
import { isRate, samplesOf, type Pcm } from '../pcm/pcm';

/** Codes of WAVE formats (mmreg.h) that are read here. */
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

const CODECS: Readonly<Record<number, string>> = {
	[PCM]: 'pcm',
	[FLOAT]: 'pcm',
	2: 'adpcm',
	6: 'alaw',
	7: 'ulaw',
	0x11: 'adpcm',
	0x31: 'gsm',
	0x50: 'mp2',
	0x55: 'mp3',
	0xff: 'aac',
};

/** The size in the header of a file that was streamed and never completed. */
const UNKNOWN = 0xffffffff;

interface Format {
	code: number;
	isExtensible: boolean;
	channels: number;
	sampleRate: number;
	/** Bytes of the samples of all channels. */
	block: number;
}

/**
 * Reads WAV, also with sizes of 64 bits (RF64, BW64), or with sizes that were never filled in, as
 * speech that is streamed has them.
 *
 * @returns nothing if it is none
 */
export function readWav(file: Buffer): AudioFile | undefined {
	const kind = textAt(file, 0, 4);
	if (!['RIFF', 'RF64', 'BW64'].includes(kind) || !hasText(file, 8, 'WAVE')) return undefined;
	let format: Format | undefined;
	let longSize: number | undefined;
	let at = 12;
	while (at + 8 <= file.length) {
		const chunk = textAt(file, at, 4);
		const size = file.readUInt32LE(at + 4);
		const start = at + 8;
		if (chunk === 'fmt ' && !format) {
			format = readFormat(file, start, start + size);
		} else if (chunk === 'ds64' && start + 16 <= file.length) {
			longSize = uint64LE(file, start + 8);
		} else if (chunk === 'data' && format) {
			const end = start + (size === UNKNOWN && longSize !== undefined ? longSize : size);
			const isRight = kind === 'RIFF' && end <= file.length && size > 0;
			const data = file.subarray(start, size > 0 ? end : file.length);
			return describe(format, data, isRight);
		}
		at = start + size + (size % 2);
	}
	return format && describe(format, undefined, false);
}

/** Reads Sony's WAV with sizes of 64 bits: each chunk has 16 bytes of name, of which four count. */
export function readW64(file: Buffer): AudioFile | undefined {
	if (!hasText(file, 0, 'riff') || !hasText(file, 24, 'wave')) return undefined;
	let format: Format | undefined;
	let at = 40;
	while (at + 24 <= file.length) {
		const chunk = textAt(file, at, 4);
		const end = at + Math.max(24, uint64LE(file, at + 16));
		if (chunk === 'fmt ') {
			format = readFormat(file, at + 24, end);
		} else if (chunk === 'data' && format) {
			return { ...describe(format, file.subarray(at + 24, end), false), container: 'w64' };
		}
		at = Math.ceil(end / 8) * 8;
	}
	return undefined;
}

function readFormat(file: Buffer, at: number, end: number): Format | undefined {
	if (at + 16 > Math.min(end, file.length)) return undefined;
	const code = file.readUInt16LE(at);
	const isExtensible = code === EXTENSIBLE && at + 26 <= Math.min(end, file.length);
	return {
		code: isExtensible ? file.readUInt16LE(at + 24) : code,
		isExtensible,
		channels: file.readUInt16LE(at + 2),
		sampleRate: file.readUInt32LE(at + 4),
		block: file.readUInt16LE(at + 12),
	};
}

function describe(format: Format, data: Buffer | undefined, isRight: boolean): AudioFile {
	const { code, isExtensible, channels, sampleRate } = format;
	const audio: AudioFile = {
		container: 'wav',
		codec: CODECS[code] ?? `WAVE format ${code}`,
		channels,
		sampleRate,
	};
	const pcm = data && readPcm(format, data);
	if (!pcm) return audio;
	const isPlainPcm = isRight && code === PCM && !isExtensible && pcm.width <= 2 && channels <= 2;
	return { ...audio, pcm, samples: samplesOf(pcm), isPlainPcm };
}

function readPcm({ code, channels, sampleRate, block }: Format, data: Buffer): Pcm | undefined {
	const width = block / channels;
	if (!Number.isInteger(width) || !isRate(sampleRate)) return undefined;
	const pcm = { width, isBigEndian: false, channels, sampleRate, data };
	if (code === PCM && width >= 1 && width <= 4) {
		return { ...pcm, encoding: width === 1 ? 'unsigned' : 'signed' };
	}
	if (code === FLOAT && (width === 4 || width === 8)) return { ...pcm, encoding: 'float' };
	if (code === 6 && width === 1) return { ...pcm, encoding: 'alaw' };
	if (code === 7 && width === 1) return { ...pcm, encoding: 'ulaw' };
	return undefined;
}
