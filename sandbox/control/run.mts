import { z } from 'zod';
import { verb, type Verb } from './verb.mts';

const nothing = z.object({}).strict();

/** Waits for the sandbox and sets it back. */
export const runVerbs: Verb[] = [
	verb('POST', '/settle', nothing, async (_input, world) => {
		await world.scheduler.settled();
		return { settled: true };
	}),
	verb('POST', '/reset', nothing, (_input, world) => {
		world.reset();
		return { reset: true };
	}),
];
