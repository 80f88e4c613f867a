/** The same bytes as a Buffer, which has the readers of numbers and `indexOf`; nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A few bytes as text, such as the four letters of a chunk; shorter where the file ends. */
export function textAt(file: Buffer, at: number, length: number): string {
	return file.toString('latin1', at, Math.min(at + length, file.length));
}

/** Whether these letters stand there. */
export function hasText(file: Buffer, at: number, text: string): boolean {
	return textAt(file, at, text.length) === text;
}

/** An unsigned number of eight bytes; what is beyond 2^53 is rounded, and longer than any file. */
export function uint64BE(file: Buffer, at: number): number {
	return file.readUInt32BE(at) * 2 ** 32 + file.readUInt32BE(at + 4);
}

/** As uint64BE, low byte first. */
export function uint64LE(file: Buffer, at: number): number {
	return file.readUInt32LE(at + 4) * 2 ** 32 + file.readUInt32LE(at);
}
