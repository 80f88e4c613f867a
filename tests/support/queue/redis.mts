import { requireFromN8n } from '../../../scripts/n8nModule.mts';
import type { Runtime } from '../../../scripts/runtime.mts';

/** Where the tests look for Redis. */
const SERVER = { host: '127.0.0.1', port: 6379 };

/** What is used of the driver, `ioredis`. */
interface Client {
	connect(): Promise<void>;
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
	) {}

	static async under(runtime: Runtime, prefix: string): Promise<RedisKeys> {
		return new RedisKeys(await connect(runtime), prefix);
	}

	/** What n8n needs to know. */
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
		this.client.disconnect();
	}
}
