import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mts';
import { acquireLock } from '../lock.mts';
import { duration, type Report } from '../progress.mts';
import { explainInstallFailure } from './failure.mts';
import { installRuntime } from './install.mts';
import { assertNodeForN8n, nodeForN8n } from './node.mts';
import { recipeFor, type Recipe } from './recipe.mts';

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

/** Options of {@link ensureRuntime}. */
export interface RuntimeOptions {
	report: Report;
	/** The exact version; the pinned one if absent. */
	version?: string;
	/** Ends an installation under way; what it left is cleared up. */
	signal?: AbortSignal;
}

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

async function install(folder: string, recipe: Recipe, options: RuntimeOptions): Promise<void> {
	const { report, signal } = options;
	const { version } = recipe;
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
			recipe,
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
 * Gives an n8n, and installs it first where it is missing: into the user's cache folder, which all
 * clones of this repository share. The name of its folder has the version in it, and for the pinned
 * one the lockfile's hash; an interrupted installation never counts as one.
 * @throws Error in words for the user
 */
export async function ensureRuntime(options: RuntimeOptions): Promise<Runtime> {
	assertNodeForN8n();
	const recipe = await recipeFor(options.version);
	const folder = join(cacheFolder(), recipe.name);
	if (!(await isWhole(folder))) {
		await mkdir(cacheFolder(), { recursive: true });
		await install(folder, recipe, options);
	}
	return {
		folder,
		node: await nodeForN8n(folder),
		n8n: command(folder),
		version: recipe.version,
	};
}
