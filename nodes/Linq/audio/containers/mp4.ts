import type { AudioFile } from '../audioInfo';
import { hasText, textAt, uint64BE } from '../bytes';

/** A box, as places in the file: where its content begins and ends. */
interface Box {
	type: string;
	at: number;
	end: number;
}

interface Track {
	/** `soun` or `vide`. */
	kind: string;
	codec: string;
	sampleRate: number;
	/** Parts of a second that `duration` is counted in. */
	timescale: number;
	duration: number;
	/** Length of the part that is played, in the timescale of the whole file. */
	edited?: number;
}

const CODECS: Readonly<Record<string, string>> = {
	mp4a: 'aac',
	'.mp3': 'mp3',
	samr: 'amr',
	sawb: 'amr-wb',
	Opus: 'opus',
	fLaC: 'flac',
	sowt: 'pcm',
	twos: 'pcm',
	lpcm: 'pcm',
};

/**
 * Reads MP4, M4A, QuickTime and 3GP: the first track with sound, and whether there is a picture. The
 * length of live recordings, whose parts have their own headers, is not told, nor are the channels,
 * where the header says 2 whatever there is.
 *
 * @returns nothing if it is none, or has no sound
 */
export function readMp4(file: Buffer): AudioFile | undefined {
	if (!hasText(file, 4, 'ftyp') && !hasText(file, 4, 'moov') && !hasText(file, 4, 'mdat')) {
		return undefined;
	}
	const movie = find(file, { type: '', at: 0, end: file.length }, 'moov');
	if (!movie) return undefined;
	let sound: Track | undefined;
	let hasVideo = false;
	for (const box of boxesIn(file, movie)) {
		if (box.type !== 'trak') continue;
		const track = readTrack(file, box);
		if (track?.kind === 'soun') sound ??= track;
		if (track?.kind === 'vide') hasVideo = true;
	}
	if (!sound) return undefined;
	const { codec, sampleRate } = sound;
	const samples = samplesOf(sound, timescaleOf(file, find(file, movie, 'mvhd')));
	return { container: 'mp4', codec, sampleRate, samples, hasVideo };
}

function samplesOf(track: Track, movieTimescale: number): number | undefined {
	const seconds =
		track.edited && movieTimescale
			? track.edited / movieTimescale
			: track.duration / track.timescale;
	return seconds > 0 && Number.isFinite(seconds)
		? Math.round(seconds * track.sampleRate)
		: undefined;
}

function* boxesIn(file: Buffer, parent: Box): Generator<Box> {
	let at = parent.at;
	while (at + 8 <= parent.end) {
		let size = file.readUInt32BE(at);
		let header = 8;
		if (size === 1 && at + 16 <= parent.end) {
			size = uint64BE(file, at + 8);
			header = 16;
		} else if (size === 0) {
			size = parent.end - at;
		}
		if (size < header) return;
		const end = Math.min(at + size, parent.end);
		yield { type: textAt(file, at + 4, 4), at: at + header, end };
		at = end;
	}
}

function find(file: Buffer, parent: Box, ...path: string[]): Box | undefined {
	let box: Box | undefined = parent;
	for (const type of path) {
		let found: Box | undefined;
		for (const child of boxesIn(file, box)) {
			if (child.type === type) {
				found = child;
				break;
			}
		}
		if (!found) return undefined;
		box = found;
	}
	return box;
}

function readTrack(file: Buffer, track: Box): Track | undefined {
	const media = find(file, track, 'mdia');
	const handler = media && find(file, media, 'hdlr');
	const header = media && find(file, media, 'mdhd');
	const descriptions = media && find(file, media, 'minf', 'stbl', 'stsd');
	if (!handler || !header || !descriptions) return undefined;
	const kind = textAt(file, handler.at + 8, 4);
	const [first] = boxesIn(file, { ...descriptions, at: descriptions.at + 8 });
	if (!first || first.at + 28 > first.end) return undefined;
	return {
		kind,
		codec: CODECS[first.type] ?? first.type.trim(),
		sampleRate: file.readUInt16BE(first.at + 24),
		timescale: timescaleOf(file, header),
		duration: durationOf(file, header),
		edited: editedLength(file, find(file, track, 'edts', 'elst')),
	};
}

/** Of an mvhd or mdhd: their times have four bytes, or eight. */
function timescaleOf(file: Buffer, header: Box | undefined): number {
	if (!header || header.at + 32 > file.length) return 0;
	return file.readUInt32BE(header.at + (file.readUInt8(header.at) === 1 ? 20 : 12));
}

function durationOf(file: Buffer, header: Box): number {
	if (header.at + 32 > file.length) return 0;
	if (file.readUInt8(header.at) === 1) return uint64BE(file, header.at + 24);
	const duration = file.readUInt32BE(header.at + 16);
	return duration === 0xffffffff ? 0 : duration;
}

/** The length of what an edit list plays; empty edits are silence that players leave out. */
function editedLength(file: Buffer, list: Box | undefined): number | undefined {
	if (!list || list.at + 8 > list.end) return undefined;
	const isLong = file.readUInt8(list.at) === 1;
	const size = isLong ? 20 : 12;
	let length = 0;
	for (let at = list.at + 8; at + size <= list.end; at += size) {
		const isEmpty = file.readInt32BE(at + (isLong ? 8 : 4)) === -1;
		if (!isEmpty) length += isLong ? uint64BE(file, at) : file.readUInt32BE(at);
	}
	return length;
}
