import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Installs Debian packages, and says so, where CI is true, there is apt and this process may. A
 * machine of somebody's own does not get packages for running tests: there, it does nothing.
 */
export async function installPackages(packages: readonly string[]): Promise<void> {
	if (process.env.CI !== 'true' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		return;
	process.stderr.write(`Installing ${packages.join(', ')} …\n`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const wait = ['-o', 'DPkg::Lock::Timeout=300'];
	await run('apt-get', ['update'], { env });
	await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], {
		env,
		maxBuffer: 64 * 1024 * 1024,
	});
}
