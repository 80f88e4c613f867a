import type { AudioFile } from '../audioInfo';
import { hasText, textAt, uint64BE } from '../bytes';
import { isRate, samplesOf, type Pcm } from '../pcm/pcm';

const DESCRIPTION_SIZE = 32;
const TABLE_HEADER = 24;
const EDIT_COUNT = 4;

const IS_FLOAT = 1;
const IS_LITTLE_ENDIAN = 2;

interface Description {
	sampleRate: number;
	format: string;
	flags: number;
	bytesPerPacket: number;
	framesPerPacket: number;
	channels: number;
}

/**
 * Reads CAF (Apple's Core Audio Format Specification 1.0).
 *
 * @returns nothing if it is none
 */
export function readCaf(file: Buffer): AudioFile | undefined {
	if (!hasText(file, 0, 'caff')) return undefined;
	let description: Description | undefined;
	let samples: number | undefined;
	let data: Buffer | undefined;
	let at = 8;
	while (at + 12 <= file.length) {
		const chunk = textAt(file, at, 4);
		const start = at + 12;
		const size = uint64BE(file, at + 4);
		if (chunk === 'desc' && start + DESCRIPTION_SIZE <= file.length) {
			description = readDescription(file, start);
		} else if (chunk === 'pakt' && start + TABLE_HEADER <= file.length) {
			samples = uint64BE(file, start + 8);
		} else if (chunk === 'data') {
			// A size of −1, to the end of the file, is as good as one that is too large.
			data = file.subarray(start + EDIT_COUNT, start + size);
		}
		at = start + size;
	}
	return description && describe(description, data, samples);
}

function readDescription(file: Buffer, at: number): Description {
	return {
		sampleRate: file.readDoubleBE(at),
		format: textAt(file, at + 8, 4),
		flags: file.readUInt32BE(at + 12),
		bytesPerPacket: file.readUInt32BE(at + 16),
		framesPerPacket: file.readUInt32BE(at + 20),
		channels: file.readUInt32BE(at + 24),
	};
}

function describe(
	description: Description,
	data: Buffer | undefined,
	samples: number | undefined,
): AudioFile {
	const { format, channels, bytesPerPacket, framesPerPacket } = description;
	const sampleRate = isRate(description.sampleRate)
		? Math.round(description.sampleRate)
		: undefined;
	const audio: AudioFile = { container: 'caf', codec: codecOf(format), channels, sampleRate };
	const pcm = data && readPcm(description, data);
	if (pcm) return { ...audio, pcm, samples: samplesOf(pcm) };
	if (samples !== undefined) return { ...audio, samples };
	// Packets of one size need no table.
	if (!data || bytesPerPacket === 0) return audio;
	return { ...audio, samples: Math.floor(data.length / bytesPerPacket) * framesPerPacket };
}

function codecOf(format: string): string {
	switch (format) {
		case 'lpcm':
			return 'pcm';
		case '.mp3':
			return 'mp3';
		case 'samr':
			return 'amr';
		default:
			return format.trim();
	}
}

function readPcm(description: Description, data: Buffer): Pcm | undefined {
	const { format, flags, channels } = description;
	const width = description.bytesPerPacket / channels;
	const sampleRate = Math.round(description.sampleRate);
	if (!Number.isInteger(width) || width < 1 || description.framesPerPacket !== 1) return undefined;
	if (!isRate(sampleRate)) return undefined;
	const pcm = { width, isBigEndian: (flags & IS_LITTLE_ENDIAN) === 0, channels, sampleRate, data };
	if (format === 'alaw' || format === 'ulaw') {
		return width === 1 ? { ...pcm, encoding: format } : undefined;
	}
	if (format !== 'lpcm') return undefined;
	if (flags & IS_FLOAT)
		return width === 4 || width === 8 ? { ...pcm, encoding: 'float' } : undefined;
	return width <= 4 ? { ...pcm, encoding: 'signed' } : undefined;
}
