import { sleep } from 'n8n-workflow';

/** The clock of the send path, in one place so that tests can turn it. Milliseconds. */
export const clock = {
	now: (): number => Date.now(),
	/** Rejects when the signal fires first (n8n-workflow's sleep). */
	sleep: (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, signal),
	/** 0 to 1, for the jitter of waits. */
	random: (): number => Math.random(),
};
