/** How one try of a delivery ended. */
export interface Outcome {
	/** HTTP status, or null where there was no answer. */
	status: number | null;
	/** The error in place of an answer, e.g. `timeout` or `ECONNREFUSED`. */
	error: string | null;
}

const WINDOW_MS = 30 * 60_000;
const FIRST_GAP_MS = 2_000;
const LONGEST_GAP_MS = 10 * 60_000;

/** Any 2xx. */
export const isSuccess = ({ status }: Outcome): boolean =>
	status !== null && status >= 200 && status < 300;

/**
 * Whether Linq tries again: after 5xx, 429, a timeout or a connection that was refused or cut; not
 * after other answers, nor where the host does not exist (contract/behaviour.md section 11).
 */
export function isRetried({ status, error }: Outcome): boolean {
	if (status !== null) return status >= 500 || status === 429;
	return error !== 'ENOTFOUND' && error !== 'EAI_AGAIN' && error !== 'ERR_INVALID_URL';
}

/**
 * The wait before the next try: doubling from 2 s to 10 minutes, with a fifth of jitter, as long as
 * all waits together stay within half an hour.
 *
 * @param triesSoFar 1 after the first try
 * @param waitedMs sum of the waits so far
 * @param random in [0, 1)
 * @returns milliseconds, or null when the event is given up
 */
export function nextGap(triesSoFar: number, waitedMs: number, random: number): number | null {
	const base = Math.min(FIRST_GAP_MS * 2 ** (triesSoFar - 1), LONGEST_GAP_MS);
	const gap = base * (0.8 + 0.4 * random);
	return waitedMs + gap > WINDOW_MS ? null : gap;
}
