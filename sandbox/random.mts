import { randomBytes, randomUUID } from 'node:crypto';

/** A fresh id of any resource. */
export const newId = (): string => randomUUID();

/** A trace id: 32 lower-case hex digits (contract/behaviour.md section 3). */
export const newTraceId = (): string => randomBytes(16).toString('hex');

/**
 * A row of numbers in [0, 1) that is the same for the same seed (mulberry32), so that a test with
 * random faults can be repeated.
 */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}
