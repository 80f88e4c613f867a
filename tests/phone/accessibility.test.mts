import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { CHATS, Scene } from '../../scripts/docs/scene.mts';
import { launchChromium } from '../../scripts/docs/chromium.mts';
import { BROWSER_TIMEOUT, describeInBrowser, TestBrowser } from './support/browser.mts';
import { Phone } from './support/phone.mts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious or worse findings of axe, each with the elements it is about. */
async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	const results = await page.evaluate<AxeResults>(
		`axe.run(document, { resultTypes: ['violations'] })`,
	);
	return results.violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const inScheme = (colorScheme: 'light' | 'dark') => () => {
	const browser = new TestBrowser();
	let scene: Scene;

	beforeAll(async () => {
		const painter = await launchChromium();
		scene = await Scene.set(painter);
		await painter.close();
		await browser.start();
	}, BROWSER_TIMEOUT);

	afterAll(async () => {
		await browser.close();
		await scene.close();
	});

	const open = async (path: string, width = 1440) => {
		const { url } = scene.sandbox;
		const phone = new Phone(
			await browser.open(`${url}/${path}`, {
				colorScheme,
				reducedMotion: 'reduce',
				viewport: { width, height: 900 },
			}),
		);
		await phone.page.getByRole('status').filter({ hasText: 'Live' }).waitFor({ state: 'attached' });
		return phone;
	};

	it.each(['Deliveries', 'Requests', 'Webhooks', 'Limits', 'Faults'])(
		'finds nothing serious on a chat beside the tab %s',
		async (tab) => {
			const phone = await open(`#/chats/${CHATS.ava}`);
			const panel = await phone.tab(tab);
			const entry = panel.locator('.log-entry').first();
			if (await entry.isVisible()) {
				await entry.click();
				await panel.locator('.code').first().waitFor();
			}
			expect(await violations(phone.page)).toEqual([]);
		},
	);

	it('finds nothing serious on a group with a poll, open actions, and open dialogs', async () => {
		const phone = await open(`#/chats/${CHATS.group}`);
		await phone.actions('Thursday works');
		expect(await violations(phone.page)).toEqual([]);
		await phone.page.keyboard.press('Escape');
		await phone.page.getByRole('button', { name: 'New conversation' }).click();
		expect(await violations(phone.page)).toEqual([]);
	});

	it('finds nothing serious where there is an SMS chat, a banner, a problem, or nothing', async () => {
		const phone = await open(`#/chats/${CHATS.sms}`);
		await phone.menu(/^Opt out/);
		await phone.page.getByRole('note').waitFor();
		await phone.page
			.getByLabel('Files to attach')
			.setInputFiles({ name: 'setup.exe', mimeType: 'text/plain', buffer: Buffer.from('MZ') });
		await phone.problem.waitFor();
		expect(await violations(phone.page)).toEqual([]);
		await phone.page.goto(`${scene.sandbox.url}/#/chats/none`);
		await phone.page.getByRole('heading', { name: 'This chat is gone' }).waitFor();
		expect(await violations(phone.page)).toEqual([]);
	});

	it.each(['#/', `#/chats/${CHATS.ava}`, '#/builder/requests'])(
		'finds nothing serious on a narrow screen at %s',
		async (path) => {
			const phone = await open(path, 390);
			expect(await violations(phone.page)).toEqual([]);
			const overflow = await phone.page.evaluate<number>(
				'document.documentElement.scrollWidth - document.documentElement.clientWidth',
			);
			expect(overflow).toBe(0);
		},
	);
};

describeInBrowser('axe on the page in light', inScheme('light'));
describeInBrowser('axe on the page in dark', inScheme('dark'));
