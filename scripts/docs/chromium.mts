import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where this machine has Chromium, or Chrome; `CHROMIUM` names another place. */
export function findChromium(): string | undefined {
	const { CHROMIUM: named } = process.env;
	return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path));
}

/**
 * Starts Chromium without a window.
 *
 * @throws Error where there is none
 */
export async function launchChromium(args: string[] = []): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath) {
		throw new Error('There is no Chromium. Install it, or set CHROMIUM to its path.');
	}
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...args,
		],
	});
}
