import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../../scripts/docs/chromium.mts';
import { WAY_OUT } from './chromium.mts';

/** Chromium can be slow to start beside other tests. */
export const BROWSER_TIMEOUT = 60_000;

const isThere = findChromium() !== undefined || process.env.CI === 'true';

/** `describe`, or on a machine without Chromium a skip that says so; never where CI is true. */
export const describeInBrowser = (name: string, tests: () => void): void => {
	if (isThere) describe(name, tests);
	else describe.skip(`${name} (${WAY_OUT})`, tests);
};

/** Chromium for one test file, whose pages note what goes wrong in them. */
export class TestBrowser {
	/** Errors of all pages: on the console, thrown, or refused by the page's policy. */
	readonly errors: string[] = [];
	#browser: Browser | undefined;

	async start(args: string[] = []): Promise<void> {
		this.#browser = await launchChromium(args);
	}

	async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
		if (!this.#browser) throw new Error('The browser runs only during tests');
		const context = await this.#browser.newContext({
			viewport: { width: 1440, height: 900 },
			...options,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(20_000);
		page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') this.errors.push(message.text());
		});
		await page.goto(url);
		return page;
	}

	async close(): Promise<void> {
		await this.#browser?.close();
	}
}
