import { textAt } from '../bytes';
import {
	elementAt,
	elementsIn,
	fractionOf,
	unsignedOf,
	variableAt,
	widthAt,
	type Element,
} from './ebml';

/** IDs of the WebM and Matroska elements that are read here (RFC 9559, section 5). */
export const ID = {
	EBML: 0x1a45dfa3,
	Segment: 0x18538067,
	Info: 0x1549a966,
	TimestampScale: 0x2ad7b1,
	Duration: 0x4489,
	Tracks: 0x1654ae6b,
	TrackEntry: 0xae,
	TrackNumber: 0xd7,
	TrackType: 0x83,
	CodecID: 0x86,
	CodecPrivate: 0x63a2,
	CodecDelay: 0x56aa,
	Audio: 0xe1,
	SamplingFrequency: 0xb5,
	Channels: 0x9f,
	ContentEncodings: 0x6d80,
	Cluster: 0x1f43b675,
	SimpleBlock: 0xa3,
	BlockGroup: 0xa0,
	Block: 0xa1,
	DiscardPadding: 0x75a2,
} as const;

const STEPPED_INTO: ReadonlySet<number> = new Set([ID.Segment, ID.Cluster]);
const CLUSTER_MARK = Buffer.from('1f43b675', 'hex');

/** The elements of a WebM file that are of use, in their order. */
export class WebmElements {
	/** How many stretches of the file were no elements. */
	damaged = 0;

	constructor(private readonly file: Buffer) {}

	/**
	 * Segments and clusters are stepped into, whatever their size says, because live recordings do
	 * not know it. Behind what is no element the search goes on with the next cluster. An element
	 * that the file ends within is not given.
	 */
	*[Symbol.iterator](): Generator<Element> {
		const { file } = this;
		let at = 0;
		while (at < file.length) {
			const element = elementAt(file, at);
			if (element && STEPPED_INTO.has(element.id)) {
				at = element.at;
			} else if (element && element.end <= file.length) {
				yield element;
				at = element.end;
			} else {
				this.damaged++;
				const next = file.indexOf(CLUSTER_MARK, at + 1);
				if (next < 0) return;
				at = next;
			}
		}
	}
}

export interface Track {
	number: number;
	/** 1 for moving pictures, 2 for sound. */
	type: number;
	codec: string;
	/** The decoder's set-up data; for Opus, the header. */
	setup?: Buffer;
	/** Nanoseconds that are decoded and not played. */
	delay?: number;
	channels: number;
	sampleRate: number;
	/** Whether its packets are compressed once more, or encrypted. */
	isWrapped: boolean;
}

/** The tracks in a Tracks element, one after the other. */
export function* tracksIn(file: Buffer, { at, end }: Element): Generator<Track> {
	for (const entry of elementsIn(file, at, end)) {
		if (entry.id === ID.TrackEntry) yield readTrack(file, entry);
	}
}

function readTrack(file: Buffer, entry: Element): Track {
	const track: Track = {
		number: 0,
		type: 0,
		codec: '',
		channels: 1,
		sampleRate: 8000,
		isWrapped: false,
	};
	for (const element of elementsIn(file, entry.at, entry.end)) {
		const { id, at, end } = element;
		if (id === ID.TrackNumber) track.number = unsignedOf(file, element);
		else if (id === ID.TrackType) track.type = unsignedOf(file, element);
		else if (id === ID.CodecID) track.codec = textAt(file, at, Math.min(64, end - at));
		else if (id === ID.CodecPrivate) track.setup = file.subarray(at, end);
		else if (id === ID.CodecDelay) track.delay = unsignedOf(file, element);
		else if (id === ID.ContentEncodings) track.isWrapped = true;
		else if (id === ID.Audio) readAudio(file, element, track);
	}
	return track;
}

function readAudio(file: Buffer, audio: Element, track: Track): void {
	for (const element of elementsIn(file, audio.at, audio.end)) {
		if (element.id === ID.Channels) track.channels = unsignedOf(file, element);
		else if (element.id === ID.SamplingFrequency) track.sampleRate = fractionOf(file, element);
	}
}

/** A block's track, and where its frames begin and end, in turn (RFC 9559, section 10). */
export interface Block {
	track: number;
	/** Missing if the sizes of the frames make no sense. */
	frames?: number[];
}

/** @returns nothing if the block's header is not whole */
export function readBlock(file: Buffer, at: number, end: number): Block | undefined {
	// Behind the number of the track: two bytes of time, one of flags.
	const start = at + widthAt(file, at) + 3;
	if (start > end) return undefined;
	const lacing = (file.readUInt8(start - 1) >> 1) & 3;
	return {
		track: variableAt(file, at),
		frames: lacing === 0 ? [start, end] : readLacedFrames(file, start, end, lacing),
	};
}

const XIPH = 1;
const FIXED = 2;

function readLacedFrames(
	file: Buffer,
	start: number,
	end: number,
	lacing: number,
): number[] | undefined {
	if (start >= end) return undefined;
	const sized = file.readUInt8(start);
	const count = sized + 1;
	const from = start + 1;
	if (lacing === FIXED) {
		const size = (end - from) / count;
		return Number.isInteger(size)
			? placesOf(from, Array<number>(count).fill(size), end)
			: undefined;
	}
	const sizes =
		lacing === XIPH ? xiphSizes(file, from, end, sized) : ebmlSizes(file, from, end, sized);
	return sizes && placesOf(sizes.end, sizes.values, end, true);
}

interface Sizes {
	values: number[];
	end: number;
}

function xiphSizes(file: Buffer, from: number, end: number, sized: number): Sizes | undefined {
	const values: number[] = [];
	let at = from;
	while (values.length < sized) {
		let size = 0;
		let part: number;
		do {
			if (at >= end) return undefined;
			part = file.readUInt8(at++);
			size += part;
		} while (part === 255);
		values.push(size);
	}
	return { values, end: at };
}

/** The first size, then each as the difference to the one before. */
function ebmlSizes(file: Buffer, from: number, end: number, sized: number): Sizes | undefined {
	const values: number[] = [];
	let at = from;
	let size = 0;
	while (values.length < sized) {
		const width = widthAt(file, at);
		if (at + width > end) return undefined;
		const number = variableAt(file, at);
		size = values.length === 0 ? number : size + number - 2 ** (7 * width - 1) + 1;
		at += width;
		if (size < 0) return undefined;
		values.push(size);
	}
	return { values, end: at };
}

/** `hasLast`: the last frame has no size and takes what is left. */
function placesOf(
	from: number,
	sizes: readonly number[],
	end: number,
	hasLast = false,
): number[] | undefined {
	const places: number[] = [];
	let at = from;
	for (const size of sizes) {
		places.push(at, at + size);
		at += size;
	}
	if (hasLast) places.push(at, end);
	return at <= end ? places : undefined;
}
