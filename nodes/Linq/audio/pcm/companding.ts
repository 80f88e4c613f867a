/** The 256 samples that A-law and µ-law stand for, as 16 bits (ITU-T G.711). */
export const ALAW = Int16Array.from({ length: 256 }, (_, code) => {
	const bits = code ^ 0x55;
	const segment = (bits >> 4) & 7;
	const step = ((bits & 0x0f) << 4) + 8;
	const size = segment === 0 ? step : (step + 0x100) << (segment - 1);
	return bits & 0x80 ? size : -size;
});

export const ULAW = Int16Array.from({ length: 256 }, (_, code) => {
	const bits = ~code & 0xff;
	const size = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7);
	return bits & 0x80 ? 0x84 - size : size - 0x84;
});
