import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { requireFromN8n } from '../../../scripts/n8n/module.mts';
import type { Runtime } from '../../../scripts/runtime/runtime.mts';
import { waitFor } from '../../../scripts/waitFor.mts';

/** Where the tests look for Redis. */
const SERVER = {
	host: process.env.REDIS_HOST ?? '127.0.0.1',
	port: Number(process.env.REDIS_PORT ?? 6379),
};

/** A connection that is told every command that the server gets. */
interface Monitor {
	on(event: 'monitor', listener: (time: string, command: string[]) => void): void;
	disconnect(): void;
}

/** The parts of the driver, `ioredis`, that are used. */
interface Client {
	connect(): Promise<void>;
	on(event: 'error', listener: () => void): void;
	monitor(): Promise<Monitor>;
	exists(key: string): Promise<number>;
	keys(pattern: string): Promise<string[]>;
	del(...keys: string[]): Promise<number>;
	llen(key: string): Promise<number>;
	disconnect(): void;
}

type Driver = new (
	options: typeof SERVER & { lazyConnect: boolean; retryStrategy: () => null },
) => Client;

async function connect(runtime: Runtime): Promise<Client> {
	const Driver = requireFromN8n<Driver>(runtime, 'ioredis');
	const client = new Driver({ ...SERVER, lazyConnect: true, retryStrategy: () => null });
	// connect() reports the same errors; without a listener the driver prints them.
	client.on('error', () => undefined);
	await client.connect();
	return client;
}

/** Why there is no Redis to test with, in words, or undefined. */
export async function lacksRedis(runtime: Runtime): Promise<string | undefined> {
	return await connect(runtime).then(
		(client) => void client.disconnect(),
		() => `no Redis at ${SERVER.host}:${SERVER.port}`,
	);
}

/** All keys of Redis under one prefix, for one stage. */
export class RedisKeys {
	private constructor(
		private readonly client: Client,
		private readonly prefix: string,
		private readonly monitor: Monitor,
		private readonly log: WriteStream,
	) {
		monitor.on('monitor', (_, command) => {
			if (command.some((word) => word.includes(prefix))) log.write(`${command.join(' ')}\n`);
		});
	}

	/**
	 * @param logFile gets every command about these keys and channels, so all that has ever stood in
	 *   them and all that was ever published
	 */
	static async under(runtime: Runtime, prefix: string, logFile: string): Promise<RedisKeys> {
		const client = await connect(runtime);
		const log = createWriteStream(logFile);
		return new RedisKeys(client, prefix, await client.monitor(), log);
	}

	/** Waits until the log has all commands so far. */
	async isAllLogged(): Promise<void> {
		const marker = `${this.prefix}:${randomUUID()}`;
		await this.client.exists(marker);
		await waitFor('the log of Redis', async () => {
			return (await readFile(this.log.path)).includes(marker);
		});
	}

	/** Environment variables for n8n. */
	get environment(): Record<string, string> {
		return {
			QUEUE_BULL_REDIS_HOST: SERVER.host,
			QUEUE_BULL_REDIS_PORT: String(SERVER.port),
			QUEUE_BULL_PREFIX: `${this.prefix}:bull`,
			N8N_REDIS_KEY_PREFIX: this.prefix,
		};
	}

	/** Jobs of n8n's queue that wait for a worker, or that one has and has not done. */
	async openJobs(): Promise<number> {
		const lists = ['wait', 'active'].map((list) => `${this.prefix}:bull:jobs:${list}`);
		const lengths = await Promise.all(lists.map((list) => this.client.llen(list)));
		return lengths.reduce((sum, length) => sum + length, 0);
	}

	/** Removes all keys and disconnects. */
	async drop(): Promise<void> {
		const keys = await this.client.keys(`*${this.prefix}*`);
		if (keys.length > 0) await this.client.del(...keys);
		this.monitor.disconnect();
		this.client.disconnect();
		await new Promise<void>((resolve) => this.log.end(resolve));
	}
}
