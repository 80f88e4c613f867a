import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.mts';
import { exampleCredential } from '../../scripts/start/examples.mts';
import { startN8n, type RunningN8n } from '../../scripts/n8n/process.mts';
import { N8nApi } from '../../scripts/n8n/api.mts';
import { featuresOf, PUBLICATION_SERVICE } from '../../scripts/n8n/features.mts';
import { N8nApiError } from '../../scripts/n8n/rest.mts';
import { features, installedRuntime } from './runtime.mts';
import { SandboxClient } from './sandboxClient.mts';
import { Sqlite } from './sqlite.mts';
import { layPackage } from './tarball.mts';

/** Starting n8n takes about ten seconds on two cores, more while other tests run. */
export const START_TIMEOUT = 300_000;

/** A token that must not show up anywhere it does not belong. */
export const TOKEN = 'e2e-token-5f1c';

const Subscriptions = z.object({
	subscriptions: z.array(z.object({ id: z.string(), target_url: z.string() })),
});

/** Options of {@link Stage.start}. */
export interface StageOptions {
	/**
	 * Whether workflows are activated in the background, by n8n's publication service, as 2.41 does;
	 * without effect in an n8n that has none.
	 */
	publicationService: boolean;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
	/** How Linq is. */
	sandbox?: SandboxOptions;
}

/** The ways in which this n8n can activate workflows, for `describe.each`. */
export const activationModes = (): Array<[string, boolean]> => [
	...(features().publicationService ? [IN_BACKGROUND] : []),
	['while the request waits, as by 1.x', false],
];

const IN_BACKGROUND: [string, boolean] = ['in the background, as by 2.41', true];

/** A real n8n with the packed package, beside a sandbox that the credential "Linq account" leads to. */
export class Stage {
	private constructor(
		private readonly folder: string,
		private readonly options: StageOptions,
		public sandbox: Sandbox,
		public n8n: RunningN8n,
		public api: N8nApi,
	) {}

	static async start(options: StageOptions): Promise<Stage> {
		const folder = await mkdtemp(join(tmpdir(), 'linq-e2e-'));
		const sandbox = await startSandbox({ token: TOKEN, ...options.sandbox });
		try {
			await layPackage(folder);
			const n8n = await launch(folder, options);
			const api = await N8nApi.login(n8n.url);
			await giveCredential(api, sandbox);
			return new Stage(folder, options, sandbox, n8n, api);
		} catch (error) {
			await sandbox.close();
			throw error;
		}
	}

	/** The sandbox as a contact, and as a witness. */
	get control(): SandboxClient {
		return new SandboxClient(this.sandbox);
	}

	/** Activates a workflow, and waits until its triggers are registered. */
	async publish(id: string): Promise<void> {
		await this.api.activate(id);
		if (await this.publishesInBackground()) await this.api.waitForPublication(id, 'published');
	}

	/** Activates a workflow with a trigger that cannot be registered. @returns what n8n says of it */
	async publishInVain(id: string): Promise<string> {
		if (await this.publishesInBackground()) {
			await this.api.activate(id);
			const { triggers } = await this.api.waitForPublication(id, 'failed');
			return triggers.map(({ errorMessage }) => errorMessage).join('\n');
		}
		try {
			await this.api.activate(id);
		} catch (error) {
			if (error instanceof N8nApiError) return error.body;
			throw error;
		}
		throw new Error(`Workflow ${id} could be activated`);
	}

	private async publishesInBackground(): Promise<boolean> {
		const { publicationService } = await featuresOf(await installedRuntime());
		return this.options.publicationService && publicationService;
	}

	/** All that n8n has written so far. */
	async log(): Promise<string> {
		return await readFile(join(this.folder, 'n8n.log'), 'utf8');
	}

	/** n8n's database, if it uses SQLite. */
	get database(): Sqlite {
		return new Sqlite(this.folder);
	}

	/** The webhook subscriptions that Linq has now. */
	async subscriptions() {
		return Subscriptions.parse(await this.control.ask('GET', '/v3/webhook-subscriptions'))
			.subscriptions;
	}

	/** Ends n8n and starts it again on the same data and the same port. */
	async restartN8n(): Promise<void> {
		await this.n8n.stop();
		await this.startN8n();
	}

	/** Ends n8n without a warning, as a power cut does. */
	async killN8n(): Promise<void> {
		process.kill(this.n8n.process.pid, 'SIGKILL');
		await this.n8n.process.ended;
	}

	/** Starts an n8n that has ended, on the same data and the same port. */
	async startN8n(): Promise<void> {
		this.n8n = await launch(this.folder, this.options, this.n8n.port);
		this.api = await N8nApi.login(this.n8n.url);
	}

	/** Ends the sandbox and starts one at the same address, which knows nothing of the old one. */
	async replaceSandbox(): Promise<void> {
		const port = Number(new URL(this.sandbox.url).port);
		await this.sandbox.close();
		this.sandbox = await startSandbox({ token: TOKEN, port });
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.close();
		await rm(this.folder, { recursive: true, force: true });
	}
}

/** Makes the credential that the examples ask for, leading to the sandbox. */
export async function giveCredential(api: N8nApi, sandbox: Sandbox): Promise<void> {
	const { name, type } = exampleCredential;
	const data = { apiToken: TOKEN, baseUrl: sandbox.apiBaseUrl };
	await api.createCredential(name, type, data);
}

async function launch(
	folder: string,
	{ publicationService, env }: StageOptions,
	port?: number,
): Promise<RunningN8n> {
	return await startN8n({
		runtime: await installedRuntime(),
		userFolder: folder,
		port,
		logFile: join(folder, 'n8n.log'),
		patience: START_TIMEOUT,
		env: {
			[PUBLICATION_SERVICE]: String(publicationService),
			// No Code node is run, so there is no need for a process that would run its code.
			N8N_RUNNERS_MODE: 'external',
			N8N_RUNNERS_AUTH_TOKEN: 'e2e',
			...env,
		},
	});
}
