const TABLE = new Uint32Array(256).map((_, byte) => {
	let rest = byte << 24;
	for (let bit = 0; bit < 8; bit++) rest = (rest << 1) ^ (rest < 0 ? 0x04c11db7 : 0);
	return rest;
});

const CHECKSUM_AT = 22;
const AFTER_CHECKSUM = 26;

/** The checksum of a page, which is counted with four zeros in its own place (RFC 3533, section 6). */
export function oggChecksum(page: Uint8Array): number {
	let rest = checksumOf(page.subarray(0, CHECKSUM_AT), 0);
	for (let zeros = CHECKSUM_AT; zeros < AFTER_CHECKSUM; zeros++) {
		rest = (rest << 8) ^ (TABLE[rest >>> 24] ?? 0);
	}
	return checksumOf(page.subarray(AFTER_CHECKSUM), rest) >>> 0;
}

function checksumOf(bytes: Uint8Array, before: number): number {
	let rest = before;
	for (let at = 0; at < bytes.length; at++) {
		rest = (rest << 8) ^ (TABLE[(rest >>> 24) ^ (bytes[at] ?? 0)] ?? 0);
	}
	return rest;
}
