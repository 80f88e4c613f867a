import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server.mts';
import { N8nApi } from '../../../scripts/n8n/api.mts';
import type { N8nCommand } from '../../../scripts/n8n/process.mts';
import { waitFor } from '../../../scripts/waitFor.mts';
import { giveCredential, TOKEN } from '../n8n.mts';
import { installedRuntime } from '../runtime.mts';
import { SandboxClient } from '../sandboxClient.mts';
import { Balancer } from './balancer.mts';
import { Database } from './database.mts';
import { Member } from './member.mts';
import { RedisKeys } from './redis.mts';

/**
 * For how long a worker's claim to a job holds, how often the worker renews it, and how often others
 * look for claims that have run out; in milliseconds. n8n's defaults are 60,000, 10,000 and 30,000.
 */
export const claims = (holds: number, renewed: number, checked: number) => ({
	QUEUE_WORKER_LOCK_DURATION: String(holds),
	QUEUE_WORKER_LOCK_RENEW_TIME: String(renewed),
	QUEUE_WORKER_STALLED_INTERVAL: String(checked),
});

/** n8n as companies run it: main, two workers and two webhook processors behind a load balancer. */
export class QueueStage {
	private constructor(
		readonly folder: string,
		readonly sandbox: Sandbox,
		readonly database: Database,
		readonly redis: RedisKeys,
		readonly balancer: Balancer,
		readonly main: Member,
		readonly workers: Member[],
		readonly processors: Member[],
		public api: N8nApi,
	) {}

	/**
	 * Starts all of it, with the credential "Linq account", which leads to the sandbox.
	 *
	 * @param env more environment variables for all processes
	 * @param linq how Linq is
	 */
	static async start(
		env: Record<string, string> = {},
		linq: SandboxOptions = {},
	): Promise<QueueStage> {
		const opened: Array<() => Promise<unknown>> = [];
		const open = <Thing,>(thing: Thing, close: () => Promise<unknown>) => {
			opened.unshift(close);
			return thing;
		};
		try {
			const runtime = await installedRuntime();
			const folder = await mkdtemp(join(tmpdir(), 'linq-queue-'));
			open(folder, () => rm(folder, { recursive: true, force: true }));
			// Linq repeats over half an hour; here that is half a minute.
			const sandbox = await startSandbox({ token: TOKEN, retryScale: 1 / 60, ...linq });
			open(sandbox, () => sandbox.close());
			const database = await Database.create(runtime);
			open(database, () => database.drop());
			const redis = await RedisKeys.under(runtime, database.name, join(folder, 'redis.txt'));
			open(redis, () => redis.drop());
			const balancer = await Balancer.start();
			open(balancer, () => balancer.close());
			const shared = {
				...database.environment,
				...redis.environment,
				// A tenth of n8n's defaults, so that a test soon learns that a worker is dead.
				...claims(6_000, 1_000, 3_000),
				EXECUTIONS_MODE: 'queue',
				// n8n reads the credential from the database for each request of a node, and lets a request
				// fail that has to wait for a connection for 20 seconds, as on an overloaded machine.
				DB_POSTGRESDB_POOL_SIZE: '10',
				OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
				N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
				N8N_ENCRYPTION_KEY: randomUUID(),
				N8N_WEBHOOK_URL: `${balancer.url}/`,
				// No Code node is run, so there is no need for a process that would run its code.
				N8N_RUNNERS_MODE: 'external',
				N8N_RUNNERS_AUTH_TOKEN: 'e2e',
				...env,
			};
			const member = (name: string, command: N8nCommand) => {
				const made = new Member(name, command, join(folder, name), shared);
				return open(made, () => made.stop());
			};
			const main = member('main', 'start');
			const workers = ['worker1', 'worker2'].map((name) => member(name, 'worker'));
			const processors = ['processor1', 'processor2'].map((name) => member(name, 'webhook'));
			await main.start();
			await Promise.all([...workers, ...processors].map((one) => one.start()));
			balancer.servers = processors.map(({ n8n }) => n8n.url);
			const api = await N8nApi.login(main.n8n.url);
			await giveCredential(api, sandbox);
			const stage = new QueueStage(
				folder,
				sandbox,
				database,
				redis,
				balancer,
				main,
				workers,
				processors,
				api,
			);
			stage.#opened = opened;
			return stage;
		} catch (error) {
			for (const close of opened) await close();
			throw error;
		}
	}

	/** Cleanup at the end, in this order. */
	#opened: Array<() => Promise<unknown>> = [];

	/** The sandbox as a contact, and as a witness. */
	get control(): SandboxClient {
		return new SandboxClient(this.sandbox);
	}

	get members(): Member[] {
		return [this.main, ...this.workers, ...this.processors];
	}

	/** Ends a process in order and starts it again. */
	async restart(member: Member): Promise<void> {
		await member.stop();
		await member.start();
		if (member === this.main) this.api = await N8nApi.login(member.n8n.url);
	}

	/** The worker that an execution was given to. */
	async workerOf(executionId: string): Promise<Member | undefined> {
		for (const worker of this.workers) {
			if ((await worker.log()).includes(`Worker started execution ${executionId} `)) return worker;
		}
		return undefined;
	}

	/** Ends a process as a power cut does and starts it again. */
	async crash(member: Member): Promise<void> {
		await member.kill();
		await member.start();
		if (member === this.main) this.api = await N8nApi.login(member.n8n.url);
	}

	/** Waits until Linq has nothing to deliver and no worker anything to do. */
	async settle(): Promise<void> {
		await this.sandbox.settled();
		await waitFor('the workers to be done', async () => (await this.redis.openJobs()) === 0, {
			deadline: 600_000,
		});
	}

	async close(): Promise<void> {
		const running = this.members.map((member) => member.stop());
		await Promise.all(running);
		for (const close of this.#opened) await close();
	}
}
