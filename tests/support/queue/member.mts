import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startN8n, type N8nCommand, type RunningN8n } from '../../../scripts/n8n/process.mts';
import { installedRuntime } from '../runtime.mts';
import { layPackage } from '../tarball.mts';

/**
 * Five processes of n8n start in about half a minute on two cores; where others are at work, they may
 * take many times as long.
 */
export const QUEUE_START_TIMEOUT = 600_000;

/** One of the n8n processes that share a database; it can be ended and started again. */
export class Member {
	#n8n: RunningN8n | undefined;
	#starts = 0;
	#port: number | undefined;
	readonly #logs: string[] = [];

	/**
	 * @param folder of its own: user folder and logs
	 * @param env more environment variables for n8n
	 */
	constructor(
		readonly name: string,
		private readonly command: N8nCommand,
		private readonly folder: string,
		private readonly env: Record<string, string>,
	) {}

	get n8n(): RunningN8n {
		if (!this.#n8n) throw new Error(`${this.name} has not been started`);
		return this.#n8n;
	}

	/** Starts it, on the same port and data as before. */
	async start(): Promise<void> {
		if (this.#starts === 0) await layPackage(this.folder);
		const logFile = join(this.folder, `log-${++this.#starts}.txt`);
		this.#n8n = await startN8n({
			runtime: await installedRuntime(),
			command: this.command,
			userFolder: this.folder,
			port: this.#port,
			logFile,
			env: this.env,
			patience: QUEUE_START_TIMEOUT,
		});
		this.#port = this.#n8n.port;
		this.#logs.push(logFile);
	}

	/** Ends it as an operating system does that shuts down. */
	async stop(): Promise<void> {
		await this.#n8n?.stop();
	}

	/** Ends it without a warning, as a power cut does. */
	async kill(): Promise<void> {
		process.kill(this.n8n.process.pid, 'SIGKILL');
		await this.n8n.process.ended;
	}

	/** All that it has written so far, over all its starts. */
	async log(): Promise<string> {
		return (await Promise.all(this.#logs.map((file) => readFile(file, 'utf8')))).join('');
	}
}
