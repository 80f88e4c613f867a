import { playedSamples, type OpusAudio } from './opusAudio';
import { OPUS_RATE } from './packet';

/** Apple's tags for a layout are its number, and how many channels it has. */
const LAYOUTS = [0, (100 << 16) | 1, (101 << 16) | 2];

const FILE_HEADER = 8;
const CHUNK_HEADER = 12;
const DESCRIPTION = 32;
const LAYOUT = 12;
const TABLE_HEADER = 24;
const EDIT_COUNT = 4;

/**
 * Writes Opus into CAF, as iMessage's own voice notes are (Apple's Core Audio Format
 * Specification 1.0).
 *
 * The packets are what they were, byte for byte. The packet table has their sizes, and their lengths
 * where these vary, and says what is not played: the pre-skip as priming frames, what the end cuts as
 * remainder frames. There is no magic cookie; ffmpeg writes none either, and the packets say all.
 *
 * @returns one buffer of exactly the file's size; nothing else of that size is made
 */
export function opusToCaf(audio: OpusAudio): Buffer {
	const { packets } = audio;
	const length = commonLength(audio);
	const tableSize = TABLE_HEADER + entriesSize(audio, length);
	const dataSize = EDIT_COUNT + packets.bytes;
	const size = FILE_HEADER + 4 * CHUNK_HEADER + DESCRIPTION + LAYOUT + tableSize + dataSize;
	const file = Buffer.alloc(size);

	let at = file.write('caff', 'latin1');
	at = file.writeUInt16BE(1, at);
	at = file.writeUInt16BE(0, at);

	at = writeChunkHeader(file, at, 'desc', DESCRIPTION);
	at = file.writeDoubleBE(OPUS_RATE, at);
	at += file.write('opus', at, 'latin1');
	at = file.writeUInt32BE(0, at); // no flags
	at = file.writeUInt32BE(0, at); // bytes of a packet: they vary
	at = file.writeUInt32BE(length, at);
	at = file.writeUInt32BE(audio.channels, at);
	at = file.writeUInt32BE(0, at); // bits of a sample: it is compressed

	at = writeChunkHeader(file, at, 'chan', LAYOUT);
	at = file.writeUInt32BE(LAYOUTS[audio.channels] ?? 0, at);
	at = file.writeUInt32BE(0, at); // no bitmap
	at = file.writeUInt32BE(0, at); // no descriptions

	at = writeChunkHeader(file, at, 'pakt', tableSize);
	at = writeUInt64(file, at, packets.length);
	at = writeUInt64(file, at, playedSamples(audio));
	at = file.writeUInt32BE(audio.priming, at);
	at = file.writeUInt32BE(audio.remainder, at);
	for (let index = 0; index < packets.length; index++) {
		at = writeVariable(file, at, packets.size(index));
		if (length === 0) at = writeVariable(file, at, packets.samplesOf(index));
	}

	at = writeChunkHeader(file, at, 'data', dataSize);
	at = file.writeUInt32BE(0, at); // edit count
	packets.copyTo(file, at);
	return file;
}

/** Samples of each packet, or 0 if they vary. */
function commonLength({ packets }: OpusAudio): number {
	const first = packets.samplesOf(0);
	for (let index = 1; index < packets.length; index++) {
		if (packets.samplesOf(index) !== first) return 0;
	}
	return first;
}

function entriesSize({ packets }: OpusAudio, length: number): number {
	let size = 0;
	for (let index = 0; index < packets.length; index++) {
		size += variableSize(packets.size(index));
		if (length === 0) size += variableSize(packets.samplesOf(index));
	}
	return size;
}

function writeChunkHeader(file: Buffer, at: number, type: string, size: number): number {
	return writeUInt64(file, at + file.write(type, at, 'latin1'), size);
}

function writeUInt64(file: Buffer, at: number, value: number): number {
	return file.writeUInt32BE(value >>> 0, file.writeUInt32BE(Math.floor(value / 2 ** 32), at));
}

/** Seven bits a byte, highest first; all but the last byte have the highest bit set. */
function writeVariable(file: Buffer, at: number, value: number): number {
	const end = at + variableSize(value);
	let rest = value;
	for (let place = end - 1; place >= at; place--) {
		file[place] = (rest & 0x7f) | (place === end - 1 ? 0 : 0x80);
		rest >>>= 7;
	}
	return end;
}

function variableSize(value: number): number {
	return value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : value < 2 ** 21 ? 3 : value < 2 ** 28 ? 4 : 5;
}
