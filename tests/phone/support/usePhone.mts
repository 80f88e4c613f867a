import type { BrowserContextOptions } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../../sandbox/server.mts';
import { SandboxClient } from '../../support/sandboxClient.mts';
import { BROWSER_TIMEOUT, TestBrowser } from './browser.mts';
import { Phone } from './phone.mts';

/**
 * A sandbox and a browser for the tests of a `describe`, back at the seed before each. Each test
 * opens the page once, and nothing may go wrong in it.
 *
 * @param args of Chromium
 * @param defaults for every page
 */
export function usePhone(args: string[] = [], defaults: BrowserContextOptions = {}) {
	const browser = new TestBrowser();
	let sandbox: Sandbox;
	let phone: Phone;

	beforeAll(async () => {
		sandbox = await startSandbox();
		await browser.start(args);
	}, BROWSER_TIMEOUT);

	beforeEach(() => {
		browser.errors.length = 0;
		sandbox.world.reset();
	});

	afterEach(async () => {
		await phone.page.context().close();
		expect(browser.errors).toEqual([]);
	});

	afterAll(async () => {
		await browser.close();
		await sandbox.close();
	});

	/** @param path below the sandbox's address, e.g. `#/chats/…`; resolves when the page is live */
	const open = async (path: string, options: BrowserContextOptions = {}): Promise<Phone> => {
		phone = new Phone(await browser.open(`${sandbox.url}/${path}`, { ...defaults, ...options }));
		await phone.page.getByText('Live', { exact: true }).waitFor();
		return phone;
	};

	return {
		open,
		/** The page that the test has opened. */
		phone: () => phone,
		sandbox: () => sandbox,
		client: () => new SandboxClient(sandbox),
	};
}
