// npm start: a sandbox and an n8n with this package, ready to be tried.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setEditorFilesAside } from './editorFiles.mts';
import { furnish } from './furnish.mts';
import { guide } from './guide.mts';
import { startN8n } from '../n8n/process.mts';
import { N8nApi } from '../n8n/api.mts';
import { packPackage } from '../n8n/pack.mts';
import getPort from 'get-port';
import { reportTo } from '../progress.mts';
import { ensureRuntime } from '../runtime/runtime.mts';
import { portsFrom, startSandboxProcess } from './sandboxProcess.mts';
import { acquireLock } from '../lock.mts';
import { HELP, readStartOptions, type StartOptions } from './options.mts';

const TOKEN = 'sandbox-token';
const report = reportTo(process.stdout);

async function choosePort(what: string, wanted: number): Promise<number> {
	const port = await getPort({ host: '127.0.0.1', port: portsFrom(wanted) });
	if (port !== wanted) report.step(`Port ${wanted} is taken; ${what} gets ${port}.`);
	return port;
}

/**
 * Makes sure that only one n8n works on a folder's database.
 * @returns what gives the folder free again
 * @throws Error in words for the user if another start has it
 */
async function lockFolder(folder: string): Promise<() => Promise<void>> {
	const file = join(folder, 'start.lock');
	const lock = await acquireLock(file, {
		done: () => Promise.resolve(false),
		onDead: () => Promise.resolve(),
		onWait: (pid) => {
			throw new Error(
				`npm start is already running in this folder (process ${pid}). End that one first; if there is none, remove ${file}.`,
			);
		},
	});
	return async () => await lock?.release();
}

/** Runs until `signal` aborts, or one of the servers ends; then throws. */
async function start(options: StartOptions, signal: AbortSignal): Promise<void> {
	const { folder } = options;
	const stops: Array<() => Promise<void>> = [];
	try {
		await mkdir(folder, { recursive: true });
		stops.unshift(await lockFolder(folder));
		if (options.fresh) {
			for (const name of ['n8n', 'node_modules', 'package', 'examples.json']) {
				await rm(join(folder, name), { recursive: true, force: true });
			}
		}
		const runtime = await ensureRuntime({ report, signal });
		report.step('Building the package …');
		const tarball = await packPackage(join(folder, 'package'), signal);
		const sandbox = await startSandboxProcess({
			port: await choosePort('the sandbox', options.sandboxPort),
			token: TOKEN,
			logFile: join(folder, 'sandbox.log'),
			signal,
		});
		stops.unshift(() => sandbox.process.stop());
		report.step(`Starting n8n ${runtime.version} …`);
		const userFolder = join(folder, 'n8n');
		await setEditorFilesAside(folder, userFolder);
		const n8n = await startN8n({
			runtime,
			tarball,
			userFolder,
			port: await choosePort('n8n', options.port),
			logFile: join(folder, 'n8n.log'),
			signal,
			// The sandbox forgets its subscriptions when it ends. With its publication service, n8n 2.41
			// takes the triggers it published before a restart as still registered and never looks; without
			// it, a restart calls each trigger's checkExists() and create(), which registers them anew.
			env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' },
		});
		stops.unshift(() => n8n.stop());
		const api = await N8nApi.login(n8n.url);
		await furnish(api, sandbox, join(folder, 'examples.json'), report);
		process.stdout.write(guide({ n8nUrl: n8n.url, sandboxUrl: sandbox.url, ...sandbox, folder }));
		const ended = await Promise.race([
			sandbox.process.ended.then((why) => `The sandbox ${why}:\n${sandbox.process.lastLines()}`),
			n8n.process.ended.then((why) => `n8n ${why}:\n${n8n.process.lastLines()}`),
			new Promise<undefined>((resolve) => {
				if (signal.aborted) resolve(undefined);
				signal.addEventListener('abort', () => resolve(undefined));
			}),
		]);
		if (ended !== undefined) throw new Error(`${ended}\nThe logs are in ${folder}`);
	} finally {
		for (const stop of stops) await stop();
	}
}

/** Ctrl-C, an end of the terminal, or a kill; the second one does not wait any more. */
function interruption(): AbortSignal {
	const controller = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => {
			if (controller.signal.aborted) process.exit(1); // the servers end with this process
			process.stdout.write('\nStopping …\n');
			controller.abort();
		});
	}
	return controller.signal;
}

async function main(): Promise<number> {
	const signal = interruption();
	try {
		const options = readStartOptions(process.argv.slice(2));
		if (options.help) process.stdout.write(HELP);
		else await start(options, signal);
		return 0;
	} catch (error) {
		if (signal.aborted) return 0;
		process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	}
}

process.exitCode = await main();
