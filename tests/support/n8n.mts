import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import { exampleCredential } from '../../scripts/examples.mts';
import { startN8n, type RunningN8n } from '../../scripts/n8n.mts';
import { N8nApi } from '../../scripts/n8nApi.mts';
import { installedRuntime } from './runtime.mts';
import { SandboxControl } from './sandboxControl.mts';
import { packedTarball } from './tarball.mts';

/** Starting n8n takes about ten seconds on two cores, more while other tests run. */
export const START_TIMEOUT = 120_000;

/** A token that must not show up anywhere it does not belong. */
export const TOKEN = 'e2e-token-5f1c';

const Subscriptions = z.object({
	subscriptions: z.array(z.object({ id: z.string(), target_url: z.string() })),
});

/** What {@link Stage.start} takes. */
export interface StageOptions {
	/** n8n's N8N_USE_WORKFLOW_PUBLICATION_SERVICE: true is what n8n 2.41 does, false what 1.x did. */
	publicationService: boolean;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
}

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
		const sandbox = await startSandbox({ token: TOKEN });
		try {
			const n8n = await launch(folder, options, packedTarball());
			const api = await N8nApi.login(n8n.url);
			await giveCredential(api, sandbox);
			return new Stage(folder, options, sandbox, n8n, api);
		} catch (error) {
			await sandbox.close();
			throw error;
		}
	}

	/** The sandbox as a contact, and as a witness. */
	get control(): SandboxControl {
		return new SandboxControl(this.sandbox.controlUrl);
	}

	/** The webhook subscriptions that Linq has now. */
	async subscriptions() {
		const response = await fetch(`${this.sandbox.apiBaseUrl}/v3/webhook-subscriptions`, {
			headers: { authorization: `Bearer ${TOKEN}` },
		});
		return Subscriptions.parse(await response.json()).subscriptions;
	}

	/** Ends n8n and starts it again on the same data and the same port. */
	async restartN8n(): Promise<void> {
		await this.n8n.stop();
		this.n8n = await launch(this.folder, this.options, undefined, this.n8n.port);
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
	tarball?: string,
	port?: number,
): Promise<RunningN8n> {
	return await startN8n({
		runtime: await installedRuntime(),
		userFolder: folder,
		tarball,
		port,
		logFile: join(folder, 'n8n.log'),
		env: {
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: String(publicationService),
			// No Code node is run, so there is no need for a process that would run its code.
			N8N_RUNNERS_MODE: 'external',
			N8N_RUNNERS_AUTH_TOKEN: 'e2e',
			...env,
		},
	});
}
