import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { waitFor } from '../scripts/waitFor.mts';

/** How an n8n felt to everybody else while it was at work. */
export interface Responsiveness {
	/** Milliseconds of the longest block of n8n's event loop. */
	longestBlockMs: number;
	/** Promises that failed without anybody looking. */
	unhandled: number;
	/** Milliseconds that `/healthz` took, at the 95th percentile and at worst. */
	healthP95Ms: number;
	healthWorstMs: number;
}

/** Milliseconds between two requests to `/healthz`, whether or not the last one is answered. */
const INTERVAL = 100;

/** Asks a running n8n all the while how it is; from inside (loop.mjs) and from outside. */
export class ResponsivenessMeter {
	#timer?: NodeJS.Timeout;
	#asked: Array<Promise<number>> = [];

	constructor(
		private readonly pid: number,
		private readonly url: string,
		private readonly loopFile: string,
	) {}

	/** The environment of an n8n that can be measured. */
	static environment(folder: string): { loopFile: string; env: Record<string, string> } {
		const loopFile = join(folder, 'loop.json');
		const preload = join(import.meta.dirname, 'loop.mjs');
		return { loopFile, env: { NODE_OPTIONS: `--import ${preload}`, BENCH_LOOP_FILE: loopFile } };
	}

	async start(): Promise<void> {
		await this.#loop();
		this.#asked = [];
		this.#timer = setInterval(() => this.#asked.push(this.#ask()), INTERVAL);
	}

	async stop(): Promise<Responsiveness> {
		clearInterval(this.#timer);
		const times = (await Promise.all(this.#asked)).sort((a, b) => a - b);
		const { longestMs, unhandled } = await this.#loop();
		return {
			longestBlockMs: longestMs,
			unhandled,
			healthP95Ms: times[Math.floor(times.length * 0.95)] ?? NaN,
			healthWorstMs: times.at(-1) ?? NaN,
		};
	}

	/** Milliseconds until n8n answers, or until it is too late to connect to it. */
	async #ask(): Promise<number> {
		const start = performance.now();
		try {
			const response = await fetch(`${this.url}/healthz`, { headers: { connection: 'close' } });
			await response.arrayBuffer();
		} catch (error) {
			const { code } = ((error as Error).cause ?? {}) as { code?: string };
			if (code !== 'UND_ERR_CONNECT_TIMEOUT') throw error;
		}
		return performance.now() - start;
	}

	/** Figures of the event loop since the last call. */
	async #loop(): Promise<{ longestMs: number; unhandled: number }> {
		await rm(this.loopFile, { force: true });
		process.kill(this.pid, 'SIGUSR2');
		const text = await waitFor(
			'the event loop’s figures',
			() => readFile(this.loopFile, 'utf8').catch(() => undefined),
			{ deadline: 300_000, interval: 50 },
		);
		return JSON.parse(text) as { longestMs: number; unhandled: number };
	}
}
