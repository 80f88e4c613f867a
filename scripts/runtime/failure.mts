import { CommandError } from '../run.mts';

/**
 * Patterns in npm's output, with advice for the user. The first match counts: sqlite3 looks for a
 * prebuilt file on the network before it compiles, so the network comes after the compiler.
 */
const KNOWN: Array<[RegExp, string]> = [
	[
		/ENOSPC|no space left/i,
		'The disk is full: n8n needs about 2.5 GB in the cache folder and 1 GB in npm’s own cache. Free some space, or set XDG_CACHE_HOME to a folder on another disk, and run the command again.',
	],
	[
		/gyp ERR!|node-gyp|not found: make|Could not find any Python/i,
		'n8n’s database driver (sqlite3) has no prebuilt file for this machine and could not be compiled. Install a C++ compiler (g++ 10 or newer), make and Python 3 (Debian/Ubuntu: apt install g++ make python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools) and run the command again.',
	],
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
		'The npm registry could not be reached. The first start needs it once, to download n8n; check the connection (and the proxy, if there is one) and run the command again.',
	],
	[
		/EACCES|EPERM|EROFS/,
		'The cache folder cannot be written to. Check who owns it, or set XDG_CACHE_HOME to a folder of yours, and run the command again.',
	],
];

/** Turns what went wrong during the installation into a sentence with the way out. */
export function explainInstallFailure(error: unknown, logFile: string): Error {
	if (!(error instanceof CommandError)) {
		const message = error instanceof Error ? error.message : String(error);
		const known = KNOWN.find(([pattern]) => pattern.test(message));
		return new Error(`n8n could not be installed. ${known?.[1] ?? message}`, { cause: error });
	}
	const known = KNOWN.find(([pattern]) => pattern.test(error.output));
	const advice =
		known?.[1] ?? `npm's last words:\n${error.output.trimEnd().split('\n').slice(-15).join('\n')}`;
	return new Error(`n8n could not be installed. ${advice}\nEverything npm said is in ${logFile}`, {
		cause: error,
	});
}
