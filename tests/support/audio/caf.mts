/** A CAF file, read by the letter of Apple's specification. */
export interface Caf {
	chunks: string[];
	sampleRate: number;
	format: string;
	framesPerPacket: number;
	channels: number;
	layout: number;
	valid: number;
	priming: number;
	remainder: number;
	packets: Array<{ bytes: Buffer; frames: number }>;
}

/** @throws Error if a size, or the account of the frames, is not right */
export function readCaf(bytes: Uint8Array): Caf {
	const file = Buffer.from(bytes);
	expect(file.subarray(0, 8).toString('hex')).toBe('6361666600010000');
	const chunks = new Map<string, Buffer>();
	let at = 8;
	while (at < file.length) {
		const size = Number(file.readBigInt64BE(at + 4));
		chunks.set(file.toString('latin1', at, at + 4), file.subarray(at + 12, at + 12 + size));
		at += 12 + size;
	}
	expect(at).toBe(file.length);
	const chunk = (name: string): Buffer => {
		const found = chunks.get(name);
		if (!found) throw new Error(`no chunk ${name}`);
		return found;
	};

	const desc = chunk('desc');
	expect(desc).toHaveLength(32);
	const table = chunk('pakt');
	let place = 24;
	const variable = (): number => {
		let value = 0;
		for (;;) {
			const byte = table.readUInt8(place++);
			value = value * 128 + (byte & 0x7f);
			if (byte < 0x80) return value;
		}
	};
	const framesPerPacket = desc.readUInt32BE(20);
	const data = chunk('data');
	expect(data.readUInt32BE(0)).toBe(0);
	let from = 4;
	const packets = Array.from({ length: Number(table.readBigInt64BE(0)) }, () => {
		const size = variable();
		const frames = framesPerPacket || variable();
		from += size;
		return { bytes: data.subarray(from - size, from), frames };
	});
	expect(place).toBe(table.length);
	expect(from).toBe(data.length);

	const valid = Number(table.readBigInt64BE(8));
	const priming = table.readInt32BE(16);
	const remainder = table.readInt32BE(20);
	const frames = packets.reduce((sum, packet) => sum + packet.frames, 0);
	expect(priming + valid + remainder).toBe(frames);
	return {
		chunks: [...chunks.keys()],
		sampleRate: desc.readDoubleBE(0),
		format: desc.toString('latin1', 8, 12),
		framesPerPacket,
		channels: desc.readUInt32BE(24),
		layout: chunk('chan').readUInt32BE(0),
		valid,
		priming,
		remainder,
		packets,
	};
}

export interface OpusCaf {
	/** The packets. */
	packets: readonly Buffer[];
	/** Frames a second; the counts of frames below go by it. */
	rate: number;
	framesPerPacket: number;
	channels: number;
	priming: number;
	remainder: number;
}

/** A CAF file of Opus, as iPhones write voice memos. */
export function writeOpusCaf(caf: OpusCaf): Buffer {
	const { packets, rate, framesPerPacket, channels, priming, remainder } = caf;
	const chunk = (name: string, content: Buffer): Buffer => {
		const head = Buffer.alloc(12);
		head.write(name, 'latin1');
		head.writeBigInt64BE(BigInt(content.length), 4);
		return Buffer.concat([head, content]);
	};
	const description = Buffer.alloc(32);
	description.writeDoubleBE(rate, 0);
	description.write('opus', 8, 'latin1');
	description.writeUInt32BE(framesPerPacket, 20);
	description.writeUInt32BE(channels, 24);
	const table = Buffer.alloc(24);
	table.writeBigInt64BE(BigInt(packets.length), 0);
	table.writeBigInt64BE(BigInt(packets.length * framesPerPacket - priming - remainder), 8);
	table.writeInt32BE(priming, 16);
	table.writeInt32BE(remainder, 20);
	return Buffer.concat([
		Buffer.from('caff\0\x01\0\0', 'latin1'),
		chunk('desc', description),
		chunk('pakt', Buffer.concat([table, ...packets.map(({ length }) => variable(length))])),
		chunk('data', Buffer.concat([Buffer.alloc(4), ...packets])),
	]);
}

/** A number in groups of seven bits. */
function variable(value: number): Buffer {
	const bytes = [value & 0x7f];
	for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f));
	return Buffer.from(bytes);
}
