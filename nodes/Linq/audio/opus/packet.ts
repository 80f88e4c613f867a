/** Opus is counted at this rate, whatever the rate of the recording was (RFC 7845, section 4). */
export const OPUS_RATE = 48_000;

/** All frames last a multiple of 2.5 ms. */
export const SHORTEST_FRAME = 120;

const LONGEST_PACKET = 5760;
const LARGEST_FRAME = 1275;

/**
 * How long a packet lasts (RFC 6716, section 3).
 *
 * @returns samples at 48 kHz; 0 for what is not an Opus packet, which decoders refuse
 */
export function packetSamples(packet: Uint8Array): number {
	const toc = packet[0];
	if (toc === undefined) return 0;
	const frame = frameSamples(toc >> 3);
	switch (toc & 3) {
		case 0:
			return packet.length - 1 <= LARGEST_FRAME ? frame : 0;
		case 1: {
			const rest = packet.length - 1;
			return rest % 2 === 0 && rest / 2 <= LARGEST_FRAME ? 2 * frame : 0;
		}
		case 2:
			return areFramesWhole(packet, 1, packet.length, 2, true) ? 2 * frame : 0;
		default:
			return manyFrames(packet, frame);
	}
}

/** Samples of one frame of this configuration (RFC 6716, table 2). */
function frameSamples(configuration: number): number {
	if (configuration < 12) return [480, 960, 1920, 2880][configuration & 3] ?? 0;
	if (configuration < 16) return configuration & 1 ? 960 : 480;
	return SHORTEST_FRAME << (configuration & 3);
}

/** Code 3: a number of frames, of one size or each with its own, and padding. */
function manyFrames(packet: Uint8Array, frame: number): number {
	const header = packet[1];
	if (header === undefined) return 0;
	const frames = header & 0x3f;
	const samples = frames * frame;
	if (frames === 0 || samples > LONGEST_PACKET) return 0;
	let at = 2;
	let end = packet.length;
	if (header & 0x40) {
		let part: number | undefined;
		do {
			part = packet[at++];
			if (part === undefined) return 0;
			end -= part === 255 ? 254 : part;
		} while (part === 255);
	}
	return areFramesWhole(packet, at, end, frames, (header & 0x80) !== 0) ? samples : 0;
}

/** Whether the frames between `at` and `end` have possible sizes; `sized`: all but the last say theirs. */
function areFramesWhole(
	packet: Uint8Array,
	at: number,
	end: number,
	frames: number,
	sized: boolean,
): boolean {
	if (!sized) {
		const size = (end - at) / frames;
		return end >= at && Number.isInteger(size) && size <= LARGEST_FRAME;
	}
	let total = 0;
	for (let frame = 1; frame < frames; frame++) {
		let size = packet[at++];
		if (size === undefined) return false;
		if (size >= 252) {
			const more = packet[at++];
			if (more === undefined) return false;
			size += 4 * more;
		}
		total += size;
	}
	const last = end - at - total;
	return last >= 0 && last <= LARGEST_FRAME;
}
