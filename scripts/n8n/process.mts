import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import getPort from 'get-port';
import { startChild, type Child } from '../childProcess.mts';
import { installPackage } from './installPackage.mts';
import { n8nEnvironment, withNodeFirst, type N8nPlace } from './environment.mts';
import { idleModules } from './features.mts';
import { requireFromN8n } from './module.mts';
import { owner, setUpOwner } from './owner.mts';
import { run } from '../run.mts';
import type { Runtime } from '../runtime/runtime.mts';
import { waitFor } from '../waitFor.mts';

/**
 * The role of an n8n process: `start` has the editor and, alone, does everything. In queue mode a
 * `worker` runs the executions, and a `webhook` processor takes incoming requests.
 */
export type N8nCommand = 'start' | 'worker' | 'webhook';

/** Options of {@link startN8n}. */
export interface N8nOptions {
	runtime: Runtime;
	/** `start` if absent. The others need an environment in queue mode. */
	command?: N8nCommand;
	/** Holds the database, the settings and the installed package; what is there is kept. */
	userFolder: string;
	/** The packed package to install first; without it, what `userFolder` holds is used. */
	tarball?: string;
	/** A free one if absent. */
	port?: number;
	/** More environment variables for n8n, or other values for those it gets anyway. */
	env?: Record<string, string>;
	/** Gets all that n8n writes. */
	logFile: string;
	/** How long it may take until it is ready, in milliseconds; two minutes if absent. */
	patience?: number;
	signal?: AbortSignal;
}

/** An n8n that answers. */
export interface RunningN8n {
	/** For instance `http://127.0.0.1:5678`. */
	url: string;
	port: number;
	userFolder: string;
	process: Child;
	/** Ends it, with all that it started. */
	stop(): Promise<void>;
}

interface Bcrypt {
	hashSync(password: string, rounds: number): string;
}

/** bcryptjs is n8n's own, so that the hash is one that this n8n reads. */
function hashPassword(runtime: Runtime): string {
	return requireFromN8n<Bcrypt>(runtime, 'bcryptjs').hashSync(owner.password, 10);
}

const freePort = () => getPort({ host: '127.0.0.1' });

async function place(options: Pick<N8nOptions, 'runtime' | 'userFolder' | 'port'>) {
	return {
		userFolder: options.userFolder,
		port: options.port ?? (await freePort()),
		brokerPort: await freePort(),
		passwordHash: hashPassword(options.runtime),
		idleModules: await idleModules(options.runtime),
	};
}

/** Node keeps what it has compiled there; n8n's next starts take about a seventh less processor time. */
const compileCache = ({ folder }: Runtime) => ({
	NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
});

const environment = (runtime: Runtime, where: N8nPlace, extra: Record<string, string> = {}) =>
	withNodeFirst(
		n8nEnvironment(where, { ...compileCache(runtime), ...extra }),
		dirname(runtime.node),
	);

/** A worker listens only to say how it is. */
const workerHealth = (port: number) => ({
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	QUEUE_HEALTH_CHECK_PORT: String(port),
	N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
});

async function answers(url: string, isRight: (body: string) => boolean): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		return response.ok && isRight(await response.text());
	} catch {
		return false;
	}
}

/**
 * Starts n8n on loopback and waits until it takes requests.
 * @throws Error with the end of n8n's output if it ends, or is not ready in time
 */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const { runtime, command = 'start', userFolder, tarball, logFile, signal } = options;
	await mkdir(userFolder, { recursive: true });
	if (tarball !== undefined) await installPackage(userFolder, tarball);
	const where = await place(options);
	const child = startChild({
		node: runtime.node,
		args: [runtime.n8n, command],
		cwd: userFolder,
		env: environment(runtime, where, {
			...(command === 'worker' && workerHealth(where.port)),
			...options.env,
		}),
		logFile,
	});
	const url = `http://127.0.0.1:${where.port}`;
	const name = command === 'start' ? 'n8n' : `n8n ${command}`;
	try {
		await waitFor(
			`${name} to be ready`,
			async () => {
				const why = child.whyEnded();
				if (why !== undefined) {
					throw new Error(`${name} ${why}. Its last words:\n${child.lastLines()}`);
				}
				if (!(await answers(`${url}/healthz/readiness`, () => true))) return false;
				// Until the migrations are through, n8n answers every path with a "starting up" page.
				return (
					command !== 'start' ||
					(await answers(`${url}/rest/settings`, (body) => body.startsWith('{"data"')))
				);
			},
			{ deadline: options.patience ?? 120_000, interval: 100, signal },
		);
		if (command === 'start') await setUpOwner(url);
	} catch (error) {
		await child.stop();
		throw error;
	}
	return { url, port: where.port, userFolder, process: child, stop: () => child.stop() };
}

/**
 * Runs one of n8n's commands (`export:nodes`, `import:workflow` …) on a folder that no n8n is
 * running on, and gives back what it wrote to stdout.
 * @throws CommandError if it exits with anything but 0
 */
export async function runN8nCommand(options: Omit<N8nOptions, 'logFile'>, args: string[]) {
	const { runtime, userFolder, tarball, env, signal } = options;
	await mkdir(userFolder, { recursive: true });
	if (tarball !== undefined) await installPackage(userFolder, tarball);
	return await run(runtime.node, [runtime.n8n, ...args], {
		cwd: userFolder,
		env: environment(runtime, await place(options), env),
		signal,
	});
}
