import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { findChromium } from '../../../scripts/chromium.mts';

const run = promisify(execFile);

/**
 * Global setup: installs Debian's Chromium where it is missing and this process may.
 *
 * @throws Error where there is no Chromium and CI is true; elsewhere the tests skip by name
 */
export async function bringChromium(): Promise<void> {
	if (findChromium()) return;
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (mayInstall) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update'], { env });
		await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
			env,
			maxBuffer: 64 * 1024 * 1024,
		});
	}
	if (!findChromium() && process.env.CI === 'true') throw new Error(WAY_OUT);
}

/** How to get what is missing. */
export const WAY_OUT =
	'There is no Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.';
