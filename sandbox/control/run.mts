import { z } from 'zod';
import { verb, type Verb } from './verb.mts';

const nothing = z.object({}).strict();

/** Webhooks that are tried again and again are pending too, for half an hour at most. */
const settle = z.object({ timeout_ms: z.number().int().min(0).default(30_000) }).strict();

/** Waits for the sandbox and sets it back. */
export const runVerbs: Verb[] = [
	verb('POST', '/settle', settle, async ({ timeout_ms }, world) => ({
		settled: await world.scheduler.settled(timeout_ms),
	})),
	verb('POST', '/reset', nothing, (_input, world) => {
		world.reset();
		return { reset: true };
	}),
];
