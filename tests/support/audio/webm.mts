/** An element of EBML; what is left out of a size makes it unknown, as live recordings have it. */
export function element(id: number, content: Buffer | Buffer[], known = true): Buffer {
	const body = Buffer.concat([content].flat());
	const name = Buffer.from(id.toString(16).padStart(2, '0'), 'hex');
	const size = Buffer.alloc(8);
	size.writeBigUInt64BE(known ? BigInt(body.length) | (1n << 56n) : 0x01ffffffffffffffn);
	return Buffer.concat([name, size, body]);
}

export function unsigned(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return bytes;
}

export function signed(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigInt64BE(BigInt(value));
	return bytes;
}

export type Lacing = 'none' | 'xiph' | 'fixed' | 'ebml';

/** The content of a block, or a simple one. */
export function block(packets: readonly Buffer[], lacing: Lacing = 'none', track = 1): Buffer {
	const flags = { none: 0, xiph: 2, fixed: 4, ebml: 6 }[lacing];
	const head = Buffer.from([0x80 | track, 0, 0, flags]);
	if (lacing === 'none') return Buffer.concat([head, ...packets]);
	const sizes = packets.map(({ length }) => length);
	const count = Buffer.from([packets.length - 1]);
	return Buffer.concat([head, count, laced(sizes, lacing), ...packets]);
}

function laced(sizes: number[], lacing: Lacing): Buffer {
	const all = sizes.slice(0, -1);
	if (lacing === 'fixed') return Buffer.alloc(0);
	if (lacing === 'xiph') {
		return Buffer.from(
			all.flatMap((size) => [...Array<number>(Math.floor(size / 255)).fill(255), size % 255]),
		);
	}
	const numbers = all.map((size, index) =>
		index === 0 ? size | 0x4000 : size - (sizes[index - 1] ?? 0) + 0x1fff + 0x4000,
	);
	return Buffer.concat(
		numbers.map((number) => {
			const bytes = Buffer.alloc(2);
			bytes.writeUInt16BE(number);
			return bytes;
		}),
	);
}

export const SIMPLE_BLOCK = 0xa3;
export const BLOCK_GROUP = 0xa0;
export const BLOCK = 0xa1;
export const DISCARD_PADDING = 0x75a2;

export const simpleBlock = (packets: readonly Buffer[], lacing?: Lacing, track?: number): Buffer =>
	element(SIMPLE_BLOCK, block(packets, lacing, track));

export interface Recording {
	/** The header of Opus. */
	head?: Buffer;
	/** Nanoseconds. */
	codecDelay?: number;
	/** Content of each cluster. */
	clusters: Buffer[][];
	/** Whether segment and clusters say how long they are. */
	known?: boolean;
	/** More elements of the track, or more tracks. */
	track?: Buffer[];
	tracks?: Buffer[];
}

/** A WebM file with one track of Opus, numbered 1. */
export function writeWebm(recording: Recording): Buffer {
	const { head, codecDelay, clusters, known = true, track = [], tracks = [] } = recording;
	const entry = element(0xae, [
		element(0xd7, unsigned(1)),
		element(0x83, unsigned(2)),
		element(0x86, Buffer.from('A_OPUS')),
		...(head ? [element(0x63a2, head)] : []),
		...(codecDelay === undefined ? [] : [element(0x56aa, unsigned(codecDelay))]),
		element(0x56bb, unsigned(80_000_000)),
		element(0xe1, [
			element(0xb5, Buffer.from('40e7700000000000', 'hex')),
			element(0x9f, unsigned(1)),
		]),
		...track,
	]);
	return Buffer.concat([
		element(0x1a45dfa3, element(0x4282, Buffer.from('webm'))),
		element(
			0x18538067,
			[
				element(0xec, Buffer.alloc(20)),
				element(0x1549a966, element(0x2ad7b1, unsigned(1_000_000))),
				element(0x1654ae6b, [...tracks, entry]),
				...clusters.map((blocks) =>
					element(0x1f43b675, [element(0xe7, unsigned(0)), ...blocks], known),
				),
			],
			known,
		),
	]);
}
