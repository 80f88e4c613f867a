import { basename } from 'node:path';
import { run, type RunOptions } from './run.mts';

/**
 * Settings of an npm that runs us (`npm start`, or the user's own shell) which must not reach an npm
 * that we run: they would install into the wrong place, or leave out what is needed.
 */
const INHERITED =
	/^npm_config_(ignore_scripts|omit|include|production|only|global|prefix|local_prefix|workspaces?|package_lock|package_lock_only|dry_run)$/i;

/** npm's own file when npm started us, since `npm` in the PATH is a .cmd file on Windows. */
function npmScript(): string | undefined {
	const path = process.env.npm_execpath;
	return path !== undefined && basename(path) === 'npm-cli.js' ? path : undefined;
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
		? await run('npm', args, { ...options, env, shell: process.platform === 'win32' })
		: await run(process.execPath, [script, ...args], { ...options, env });
}
