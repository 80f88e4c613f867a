/** The sound in a Core Audio file (Apple, "Core Audio Format Specification 1.0"). */
export interface Caf {
	/** Four letters, e.g. `opus`, `lpcm`. */
	format: string;
	/** Frames a second; all counts of frames go by it. */
	rate: number;
	channels: number;
	/** Of `lpcm`. */
	bits: number;
	isFloat: boolean;
	isLittleEndian: boolean;
	/** Number of audible frames. */
	frames: number;
	/** Frames before those, which are not audible. */
	priming: number;
	data: Buffer;
	/** One after the other, since a long recording has very many. */
	packets: () => Iterable<Packet>;
}

export interface Packet {
	bytes: Buffer;
	frames: number;
}

const FIRST_CHUNK = 8;
const CHUNK_HEAD = 12;
const DATA_HEAD = 4;
const TABLE_HEAD = 24;

/** @throws RangeError where the file is cut, or says of itself what cannot be */
export function readCaf(file: Buffer): Caf {
	const chunks = chunksOf(file);
	const chunk = (name: string): Buffer => {
		const found = chunks.get(name);
		if (!found) throw new RangeError(`A Core Audio file without ${name}`);
		return found;
	};
	const description = chunk('desc');
	const flags = description.readUInt32BE(12);
	const bytesPerPacket = description.readUInt32BE(16);
	const framesPerPacket = description.readUInt32BE(20);
	const data = chunk('data').subarray(DATA_HEAD);
	const table = chunks.get('pakt');
	const packets = (): Iterable<Packet> =>
		table && (bytesPerPacket === 0 || framesPerPacket === 0)
			? listed(table, data, bytesPerPacket, framesPerPacket)
			: alike(data, bytesPerPacket, framesPerPacket);
	const priming = table?.readInt32BE(16) ?? 0;
	// ffmpeg writes a remainder below 0 where it counts more frames than there are.
	const remainder = Math.max(0, table?.readInt32BE(20) ?? 0);
	let frames = -priming - remainder;
	for (const packet of packets()) frames += packet.frames;
	return {
		rate: description.readDoubleBE(0),
		format: description.toString('latin1', 8, 12),
		isFloat: (flags & 1) !== 0,
		isLittleEndian: (flags & 2) !== 0,
		channels: description.readUInt32BE(24),
		bits: description.readUInt32BE(28),
		frames: Math.max(0, frames),
		priming,
		data,
		packets,
	};
}

function chunksOf(file: Buffer): Map<string, Buffer> {
	const chunks = new Map<string, Buffer>();
	let at = FIRST_CHUNK;
	while (at + CHUNK_HEAD <= file.length) {
		const size = Number(file.readBigInt64BE(at + 4));
		const from = at + CHUNK_HEAD;
		// The data of a live recording may have -1: until the end of the file.
		const end = size < 0 ? file.length : from + size;
		chunks.set(file.toString('latin1', at, at + 4), file.subarray(from, end));
		at = end;
	}
	return chunks;
}

/** Packets of one size: the whole of them as one, since PCM has one for each frame. */
function alike(data: Buffer, bytesPerPacket: number, framesPerPacket: number): Packet[] {
	if (bytesPerPacket === 0) return [];
	const count = Math.floor(data.length / bytesPerPacket);
	const bytes = data.subarray(0, count * bytesPerPacket);
	return [{ bytes, frames: count * framesPerPacket }];
}

/** Packets by their table: the size, or the frames, or both of each. One that is cut is left out. */
function* listed(table: Buffer, data: Buffer, size: number, frames: number): Generator<Packet> {
	const count = Number(table.readBigInt64BE(0));
	let [place, from] = [TABLE_HEAD, 0];
	const next = (): number => {
		let value = 0;
		for (;;) {
			const byte = table.readUInt8(place++);
			value = value * 128 + (byte & 0x7f);
			if (byte < 0x80) return value;
		}
	};
	for (let index = 0; index < count; index++) {
		const end = from + (size || next());
		const packet = { bytes: data.subarray(from, end), frames: frames || next() };
		if (end > data.length) return;
		yield packet;
		from = end;
	}
}
