import { setTimeout as pause } from 'node:timers/promises';

/** Options of {@link waitFor} besides the probe. */
export interface WaitOptions {
	/** How long to try, in milliseconds; 15 seconds if absent. */
	deadline?: number;
	/** The pause between two tries, in milliseconds; 50 if absent. */
	interval?: number;
	signal?: AbortSignal;
}

/**
 * Calls `probe` until it gives something other than `undefined` or `false`, and gives that back.
 * @param what completes the sentence "Waited … seconds for …"
 * @throws Error once the deadline has passed; an error thrown by the probe passes through at once
 */
export async function waitFor<Found>(
	what: string,
	probe: () => Promise<Found | undefined | false> | Found | undefined | false,
	{ deadline = 15_000, interval = 50, signal }: WaitOptions = {},
): Promise<Found> {
	const end = Date.now() + deadline;
	for (;;) {
		const found = await probe();
		if (found !== undefined && found !== false) return found;
		if (Date.now() > end) {
			throw new Error(`Waited ${deadline / 1000} seconds for ${what}, in vain.`);
		}
		await pause(interval, undefined, { signal });
	}
}
