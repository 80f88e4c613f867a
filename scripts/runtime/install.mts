import { access, mkdir, readdir, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../npm.mts';
import { duration, type Report } from '../progress.mts';
import { nodeHeaders, proveRuntime } from './node.mts';
import type { Recipe } from './recipe.mts';

const NEEDED_BYTES = 2.6e9;

const FLAGS = [
	'--ignore-scripts',
	'--include=dev',
	'--include=optional',
	'--no-audit',
	'--no-fund',
];

/** Options of {@link installRuntime}. */
export interface InstallOptions {
	recipe: Recipe;
	/** The folder to fill; made if absent. */
	folder: string;
	logFile: string;
	report: Report;
	signal?: AbortSignal;
}

async function assertSpace(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize < NEEDED_BYTES) {
		throw new Error(`ENOSPC: ${(bavail * bsize) / 1e9} GB free in ${folder}`);
	}
}

/** npm makes the folders of all packages first and then fills them: how many there are, how many done. */
async function countPackages(folder: string): Promise<{ done: number; all: number }> {
	const modules = join(folder, 'node_modules');
	const list = async (path: string) =>
		(await readdir(path).catch(() => [])).filter((name) => !name.startsWith('.'));
	const packages = await Promise.all(
		(await list(modules)).map(async (name) =>
			name.startsWith('@')
				? (await list(join(modules, name))).map((scoped) => join(modules, name, scoped))
				: [join(modules, name)],
		),
	);
	const filled = await Promise.all(
		packages.flat().map((path) =>
			access(join(path, 'package.json')).then(
				() => true,
				() => false,
			),
		),
	);
	return { done: filled.filter(Boolean).length, all: filled.length };
}

/** Runs `work` and meanwhile reports what `state` says about it, every two seconds. */
async function watched(
	report: Report,
	state: (elapsed: string) => Promise<string>,
	work: Promise<unknown>,
): Promise<void> {
	const start = Date.now();
	const timer = setInterval(() => {
		state(duration(Date.now() - start)).then(
			(text) => report.update(text),
			() => undefined,
		);
	}, 2_000);
	try {
		await work;
	} finally {
		clearInterval(timer);
	}
}

/**
 * Installs an n8n into a folder: the packages without their install scripts (most of them
 * download things that n8n does without), then sqlite3, the one that has to be built.
 * @throws CommandError, or Error if the disk has no room
 */
export async function installRuntime(options: InstallOptions): Promise<void> {
	const { recipe, folder, logFile, report, signal } = options;
	await mkdir(folder, { recursive: true });
	await assertSpace(folder);
	const { files, command } = await recipe.prepare();
	for (const [name, text] of Object.entries(files)) {
		await writeFile(join(folder, name), text);
	}
	await watched(
		report,
		async (elapsed) => {
			const { done, all } = await countPackages(folder);
			return `${elapsed}: ${all === 0 ? 'npm is reading the list of packages' : `${done} of ${all} packages unpacked`}`;
		},
		npm([...command, ...FLAGS], { cwd: folder, logFile, signal }),
	);
	report.step('Building its database driver (sqlite3), a minute or two …');
	const headers = nodeHeaders(folder);
	await watched(
		report,
		(elapsed) => Promise.resolve(`${elapsed}: compiling`),
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: folder,
			logFile,
			signal,
			env: headers === undefined ? {} : { npm_config_nodedir: headers },
		}),
	);
	await proveRuntime(folder);
}
