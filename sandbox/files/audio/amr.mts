const FRAME_MS = 20;

/** Bytes of a frame by its mode, the first byte included (RFC 4867 section 5.3). */
const NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];

/** How long an AMR file of one channel plays, in milliseconds. */
export function amrLength(file: Buffer): number {
	const isWide = file.toString('latin1', 0, 9) === '#!AMR-WB\n';
	const sizes = isWide ? WIDE : NARROW;
	let frames = 0;
	for (let at = isWide ? 9 : 6; at < file.length; frames++) {
		const size = sizes[(file.readUInt8(at) >> 3) & 0x0f] ?? 0;
		if (size === 0) break;
		at += size;
	}
	return frames * FRAME_MS;
}
