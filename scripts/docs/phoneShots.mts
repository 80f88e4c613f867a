import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CHATS, MOMENT, Scene } from './scene.mts';

const SIZES = {
	wide: { width: 1360, height: 850 },
	narrow: { width: 390, height: 844 },
	short: { width: 390, height: 500 },
};

interface Shot {
	name: string;
	size: keyof typeof SIZES;
	path: string;
	/** Changes the scene before the shot; later shots show the change too. */
	prepare?: (scene: Scene) => Promise<void>;
	/** Sets up the page before the shot. */
	set?: (page: Page) => Promise<void>;
}

const openTab = (name: string) => async (page: Page) => {
	await page.getByRole('tab', { name }).click();
};

const SHOTS: Shot[] = [
	{ name: 'phone-wide', size: 'wide', path: `#/chats/${CHATS.ava}` },
	{
		name: 'group-wide',
		size: 'wide',
		path: `#/chats/${CHATS.group}`,
		set: async (page) => {
			await openTab('Faults')(page);
			await page.getByRole('switch', { name: /^Too many messages/ }).click();
			await page.getByRole('switch', { name: /^Too many messages/, checked: true }).waitFor();
		},
	},
	{ name: 'phone-narrow', size: 'narrow', path: `#/chats/${CHATS.ava}` },
	{
		name: 'effect-narrow',
		size: 'narrow',
		path: `#/chats/${CHATS.ava}`,
		set: (page) => page.getByRole('button', { name: 'Sent with Confetti · Replay' }).click(),
	},
	{ name: 'voice-short', size: 'short', path: `#/chats/${CHATS.mia}` },
	{ name: 'chats-narrow', size: 'narrow', path: '#/' },
	{ name: 'builder-narrow', size: 'narrow', path: '#/builder/requests' },
	{
		name: 'formatting-narrow',
		size: 'narrow',
		path: `#/chats/${CHATS.noah}`,
		prepare: (scene) => scene.answerInMarkdown(),
	},
];

/** Takes the pictures of the phone, each in light and dark. */
export async function shootPhone(browser: Browser, folder: string): Promise<void> {
	const scene = await Scene.set(browser);
	for (const shot of SHOTS) {
		await shot.prepare?.(scene);
		for (const scheme of ['light', 'dark'] as const) {
			await shoot(browser, scene, shot, scheme, folder);
		}
	}
	await scene.close();
}

async function shoot(
	browser: Browser,
	scene: Scene,
	shot: Shot,
	scheme: 'light' | 'dark',
	folder: string,
) {
	const context = await browser.newContext({
		viewport: SIZES[shot.size],
		colorScheme: scheme,
		locale: 'en-US',
		timezoneId: 'America/New_York',
		reducedMotion: 'reduce',
	});
	const page = await context.newPage();
	await page.clock.setFixedTime(MOMENT + 30_000);
	await page.goto(`${scene.sandbox.url}/${shot.path}`);
	await page.getByText('Live', { exact: true }).waitFor();
	await shot.set?.(page);
	for (const image of await page.locator('img:visible').all()) {
		await image.evaluate((element: { decode: () => Promise<void> }) => element.decode());
	}
	await page.mouse.move(0, 0);
	await page.screenshot({ path: join(folder, `${shot.name}-${scheme}.png`) });
	await context.close();
	await scene.client.control('DELETE', '/faults');
}
