/** A page of Ogg, as the tests take files apart and put them together. */
export interface Page {
	flags: number;
	granule: bigint;
	serial: number;
	sequence: number;
	/** Sizes of the segments. */
	sizes: number[];
	body: Buffer;
}

export const CONTINUED = 1;
export const BEGINS = 2;
export const ENDS = 4;
export const NO_GRANULE = -1n;

/** The pages of a file that is known to be whole. */
export function readPages(file: Buffer): Page[] {
	const pages: Page[] = [];
	let at = 0;
	while (at < file.length) {
		if (file.toString('latin1', at, at + 4) !== 'OggS') throw new Error(`no page at ${at}`);
		const count = file.readUInt8(at + 26);
		const sizes = [...file.subarray(at + 27, at + 27 + count)];
		const bodyAt = at + 27 + count;
		const end = bodyAt + sizes.reduce((sum, size) => sum + size, 0);
		pages.push({
			flags: file.readUInt8(at + 5),
			granule: file.readBigInt64LE(at + 6),
			serial: file.readUInt32LE(at + 14),
			sequence: file.readUInt32LE(at + 18),
			sizes,
			body: file.subarray(bodyAt, end),
		});
		at = end;
	}
	return pages;
}

/** With right checksums. */
export function writePages(pages: readonly Page[]): Buffer {
	return Buffer.concat(
		pages.map(({ flags, granule, serial, sequence, sizes, body }) => {
			const head = Buffer.alloc(27 + sizes.length);
			head.write('OggS', 'latin1');
			head.writeUInt8(flags, 5);
			head.writeBigInt64LE(granule, 6);
			head.writeUInt32LE(serial, 14);
			head.writeUInt32LE(sequence, 18);
			head.writeUInt8(sizes.length, 26);
			head.set(sizes, 27);
			const page = Buffer.concat([head, body]);
			page.writeUInt32LE(checksum(page), 22);
			return page;
		}),
	);
}

/** Bit by bit, as RFC 3533 has it. */
function checksum(page: Buffer): number {
	let rest = 0;
	for (const byte of page) {
		rest ^= byte << 24;
		for (let bit = 0; bit < 8; bit++) rest = (rest << 1) ^ (rest < 0 ? 0x04c11db7 : 0);
	}
	return rest >>> 0;
}

/** The packets of one stream in a whole file, its two headers first. */
export function packetsOf(pages: readonly Page[]): Buffer[] {
	const packets: Buffer[] = [];
	let parts: Buffer[] = [];
	for (const { sizes, body } of pages) {
		let at = 0;
		for (const size of sizes) {
			parts.push(body.subarray(at, at + size));
			at += size;
			if (size === 255) continue;
			packets.push(Buffer.concat(parts));
			parts = [];
		}
	}
	return packets;
}

/** The identification header of Opus. */
export function opusHead(channels: number, preSkip: number): Buffer {
	const head = Buffer.alloc(19);
	head.write('OpusHead\x01', 'latin1');
	head.writeUInt8(channels, 9);
	head.writeUInt16LE(preSkip, 10);
	head.writeUInt32LE(48_000, 12);
	return head;
}

const TAGS = Buffer.from('OpusTags\x04\0\0\0test\0\0\0\0', 'latin1');

export interface Stream {
	channels?: number;
	preSkip?: number;
	serial?: number;
	packets: readonly Buffer[];
	/** Samples of a packet. */
	length(packet: Buffer): number;
	/** Segments a page; few make packets go over pages. */
	segments?: number;
	/** Granule position at the first packet. */
	begin?: number;
	/** How many samples the last page says fewer than there are. */
	trim?: number;
}

/** A stream of Opus in Ogg. */
export function writeStream(stream: Stream): Page[] {
	const { channels = 1, preSkip = 312, serial = 1, packets, segments = 50 } = stream;
	const pages: Page[] = [
		page(serial, 0, BEGINS, 0n, [opusHead(channels, preSkip)]),
		page(serial, 1, 0, 0n, [TAGS]),
	];
	const parts = packets.flatMap((packet, index) => {
		const sizes = segmentsOf(packet);
		return sizes.map((size, place) => ({
			bytes: packet.subarray(place * 255, place * 255 + size),
			ended: place === sizes.length - 1 ? index : undefined,
		}));
	});
	let granule = BigInt(stream.begin ?? 0);
	for (let from = 0; from < parts.length; from += segments) {
		const here = parts.slice(from, from + segments);
		const ended = here.flatMap((part) => part.ended ?? []);
		for (const index of ended) granule += BigInt(stream.length(packets[index] ?? Buffer.alloc(0)));
		const isLast = from + segments >= parts.length;
		if (isLast) granule -= BigInt(stream.trim ?? 0);
		const isContinued = from > 0 && parts[from - 1]?.ended === undefined;
		pages.push({
			flags: (isContinued ? CONTINUED : 0) | (isLast ? ENDS : 0),
			granule: ended.length > 0 ? granule : NO_GRANULE,
			serial,
			sequence: pages.length,
			sizes: here.map(({ bytes }) => bytes.length),
			body: Buffer.concat(here.map(({ bytes }) => bytes)),
		});
	}
	return pages;
}

function page(
	serial: number,
	sequence: number,
	flags: number,
	granule: bigint,
	packets: Buffer[],
): Page {
	const sizes = packets.flatMap(segmentsOf);
	return { flags, granule, serial, sequence, sizes, body: Buffer.concat(packets) };
}

function segmentsOf(packet: Buffer): number[] {
	const sizes = Array<number>(Math.floor(packet.length / 255)).fill(255);
	return [...sizes, packet.length % 255];
}
