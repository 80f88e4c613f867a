import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from './cacheFolder.mts';
import { acquireLock } from './installLock.mts';
import { duration, type Report } from './progress.mts';
import { projectFolder } from './project.mts';
import { explainInstallFailure } from './runtimeFailure.mts';
import { installRuntime } from './runtimeInstall.mts';
import { assertNodeForN8n, nodeForN8n } from './runtimeNode.mts';

/** An n8n that is ready to be started. */
export interface Runtime {
	/** The folder whose node_modules holds n8n. */
	folder: string;
	/** The Node to run it with. */
	node: string;
	/** n8n's command, a script for that Node. */
	n8n: string;
	version: string;
}

/** What {@link ensureRuntime} takes. */
export interface RuntimeOptions {
	report: Report;
	/** Ends an installation under way; what it left is cleared up. */
	signal?: AbortSignal;
}

const Manifest = z.object({ devDependencies: z.object({ n8n: z.string() }) });

async function exists(path: string): Promise<boolean> {
	return await access(path).then(
		() => true,
		() => false,
	);
}

const command = (folder: string) => join(folder, 'node_modules', 'n8n', 'bin', 'n8n');

/** A cache cleaner may have taken parts of an installation; two of its files stand for it all. */
async function isWhole(folder: string): Promise<boolean> {
	const driver = join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	return (await exists(command(folder))) && (await exists(driver));
}

/** An npm that lost its parent may still write into the folder, hence the retries. */
const remove = (folder: string) =>
	rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });

/** Puts a finished installation in its place, or drops it if somebody else's is there already. */
async function settle(finished: string, folder: string): Promise<void> {
	try {
		await rename(finished, folder);
	} catch (error) {
		if (!(await isWhole(folder))) throw error;
		await remove(finished);
	}
}

async function install(folder: string, version: string, options: RuntimeOptions): Promise<void> {
	const { report, signal } = options;
	const logFile = `${folder}.log`;
	const temporary = (id: string) => `${folder}.installing-${id}`;
	const lock = await acquireLock(`${folder}.lock`, {
		signal,
		done: () => isWhole(folder),
		onWait: (pid) => {
			report.step(`Another process (${pid}) is installing n8n ${version}; waiting for it …`);
		},
		onDead: (id) => remove(temporary(id)),
	});
	if (lock === undefined) return;
	const start = Date.now();
	const target = temporary(lock.id);
	try {
		report.step(
			`Installing n8n ${version}, once for this machine: about 2,000 packages, 2.3 GB, some 4 minutes.\n` +
				`It goes to ${folder}`,
		);
		await remove(folder); // not whole, or it would not be installed
		await rm(logFile, { force: true });
		await installRuntime({
			source: join(projectFolder, 'runtime'),
			folder: target,
			logFile,
			report,
			signal,
		});
		await settle(target, folder);
		report.step(`n8n ${version} is installed (${duration(Date.now() - start)}).`);
	} catch (error) {
		if (signal?.aborted === true) throw error;
		throw explainInstallFailure(error, logFile);
	} finally {
		await remove(target);
		await lock.release();
	}
}

/**
 * Gives the n8n that runtime/package-lock.json pins, and installs it first where it is missing: into
 * the user's cache folder, under a name made from the lockfile's hash, so that all clones of this
 * repository share it and an interrupted installation never counts as one.
 * @throws Error in words for the user
 */
export async function ensureRuntime(options: RuntimeOptions): Promise<Runtime> {
	assertNodeForN8n();
	const source = join(projectFolder, 'runtime');
	const lockfile = await readFile(join(source, 'package-lock.json'));
	const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as unknown;
	const version = Manifest.parse(manifest).devDependencies.n8n;
	const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
	const folder = join(cacheFolder(), `n8n-${version}-${hash}`);
	if (!(await isWhole(folder))) {
		await mkdir(cacheFolder(), { recursive: true });
		await install(folder, version, options);
	}
	return { folder, node: await nodeForN8n(folder), n8n: command(folder), version };
}
