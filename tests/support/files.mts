import { wav } from '../../scripts/docs/wav.mts';

/** A picture of one pixel. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** Silence as a WAV file of 8 bits, 8,000 samples a second. */
export const silence = (seconds: number): Buffer =>
	wav(Buffer.alloc(seconds * 8_000, 128), 8_000, 8);
