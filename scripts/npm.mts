import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run, type RunOptions } from './run.mts';

/**
 * Settings of an npm that runs us (`npm start`, or the user's own shell) which must not reach an npm
 * that we run: they would install into the wrong place, or leave out what is needed.
 */
const INHERITED =
	/^npm_config_(ignore_scripts|omit|include|production|only|global|prefix|local_prefix|workspaces?|package_lock|package_lock_only|dry_run)$/i;

/**
 * npm's own script, if npm started us, or the one that comes with Node on Windows: there, `npm` in the
 * PATH is a .cmd file, which only a shell runs, and a shell takes a path with blanks for several.
 */
function npmScript(): string | undefined {
	const started = process.env.npm_execpath;
	if (started !== undefined && basename(started) === 'npm-cli.js') return started;
	const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
	return process.platform === 'win32' && existsSync(beside) ? beside : undefined;
}

/**
 * Runs the user's npm and gives back its stdout.
 * @throws CommandError as {@link run}
 */
export async function npm(args: string[], options: RunOptions): Promise<string> {
	const env = Object.fromEntries(
		Object.entries({ ...process.env, ...options.env }).filter(
			([name]) => !INHERITED.test(name) && name !== 'NODE_ENV' && name !== 'NODE_OPTIONS',
		),
	);
	const script = npmScript();
	return script === undefined
		? await run('npm', args, { ...options, env })
		: await run(process.execPath, [script, ...args], { ...options, env });
}
