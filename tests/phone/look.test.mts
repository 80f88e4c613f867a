import type { BrowserContextOptions, Locator } from 'playwright-core';
import { tone } from '../../scripts/docs/scene.mts';
import { describeInBrowser } from './support/browser.mts';
import { outlineOf } from './support/outline.mts';
import { usePhone } from './support/usePhone.mts';

const AVA = '+12025550111';
const CHAT = '22222222-0000-4000-8000-000000000001';
const SMS_CHAT = '22222222-0000-4000-8000-000000000003';
const GROUP = '22222222-0000-4000-8000-000000000004';
const WIDE = { width: 1360, height: 850 };
const NARROW = { width: 390, height: 844 };

/** One white pixel, as PNG. */
const WHITE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
	'base64',
);

/** A global of browsers, for functions of this file that run in one. */
declare const getComputedStyle: (node: unknown, pseudo: string) => Record<string, string>;

/** How a browser computes a style of an element. */
const styleOf = (element: Locator, name: string, pseudo = ''): Promise<string> =>
	element.evaluate(
		(node, [asked = '', part = '']) => getComputedStyle(node, part)[asked] ?? '',
		[name, pseudo],
	);

const boxOf = async (element: Locator) => {
	const box = await element.boundingBox();
	if (!box) throw new Error('It is not to be seen');
	return { ...box, right: box.x + box.width, bottom: box.y + box.height };
};

describeInBrowser('the look of the phone', () => {
	const { client, open: show, phone } = usePhone([], { viewport: WIDE, reducedMotion: 'reduce' });

	const open = async (path: string, options: BrowserContextOptions = {}) =>
		(await show(path, options)).page;

	it.each([1360, 900, 390])('has room for New conversation, %i pixels wide', async (width) => {
		const page = await open('#/', { viewport: { width, height: 800 } });
		const button = page.getByRole('button', { name: 'New conversation' });
		for (const font of ['', 'Inter', 'DejaVu Serif', 'monospace']) {
			await page.evaluate(`document.documentElement.style.setProperty('--font', '${font}')`);
			const pane = await boxOf(page.locator('.list-pane'));
			expect((await boxOf(button)).right).toBeLessThanOrEqual(pane.right);
		}
	});

	it('opens the latest chat at the start, and the list where there is room for one', async () => {
		await client().receive(AVA, 'The latest');
		const page = await open('#/');
		await phone().message('The latest').waitFor();
		expect(new URL(page.url()).hash).toBe(`#/chats/${CHAT}`);
		await page.context().close();
		const small = await open('', { viewport: NARROW });
		await small.getByRole('navigation', { name: 'Chats' }).waitFor();
		expect(new URL(small.url()).hash).toBe('');
	});

	it.each(['Great, thank you!', 'It left this morning'])(
		'draws bubble and tail as one outline: %s',
		async (text) => {
			await open(`#/chats/${CHAT}`);
			await client().receive(AVA, 'Great, thank you!');
			const message = phone().message(text).last();
			await message.waitFor();
			const { corner, steps, bite } = await outlineOf(message);
			// Nothing of the bubble's own corner stands out, and nothing is bitten out of the bottom.
			expect({ corner, steps }).toEqual({ corner: 0, steps: 0 });
			expect(bite).toBeLessThanOrEqual(3);
		},
	);

	it.each(['light', 'dark'] as const)(
		'has the blue of iMessage and the green of SMS, on which white can be read, in %s',
		async (colorScheme) => {
			const page = await open(`#/chats/${CHAT}`, { colorScheme });
			const colorOf = async () =>
				colorFrom(await styleOf(page.locator('.mine .bubble').first(), 'backgroundColor'));
			const blue = await colorOf();
			await page.getByRole('link', { name: /Cleo Tran/ }).click();
			await phone().message('Do you open on Sundays?').waitFor();
			const green = await colorOf();
			for (const { contrast, saturation } of [blue, green]) {
				expect(contrast).toBeGreaterThanOrEqual(4.5);
				expect(saturation).toBeGreaterThan(0.8);
			}
			// #007AFF and #34C759, a little darker.
			expect(Math.abs(blue.hue - 211)).toBeLessThan(3);
			expect(Math.abs(green.hue - 135)).toBeLessThan(3);
		},
	);

	it('has round ticks in polls', async () => {
		await open(`#/chats/${GROUP}`);
		await client().ask('POST', `/v3/chats/${GROUP}/polls`, {
			poll: { options: [{ text: 'Tacos' }, { text: 'Sushi' }] },
		});
		const tick = phone().feed.getByRole('checkbox', { name: 'Tacos' });
		await tick.click();
		await phone().feed.getByText('1 person voted').waitFor();
		expect(await tick.isChecked()).toBe(true);
		expect(await styleOf(tick, 'appearance')).toBe('none');
		expect(await styleOf(tick, 'borderRadius')).toBe('50%');
		expect(await styleOf(tick, 'backgroundImage')).toMatch(/^url/);
	});

	it('draws the wave of a voice note in even bars', async () => {
		await open(`#/chats/${CHAT}`);
		await client().receiveFiles(AVA, [await client().attach('memo.wav', tone(3))]);
		await phone().feed.locator('.bars[data-drawn=true]').waitFor();
		const bars = await Promise.all((await phone().feed.locator('.bars i').all()).map(boxOf));
		for (const [index, bar] of bars.entries()) {
			expect(bar.width).toBe(2);
			expect(bar.x - (bars[0]?.x ?? 0)).toBeCloseTo(4 * index, 1);
		}
		expect(new Set(bars.map(({ height }) => height)).size).toBeGreaterThan(5);
	});

	it('draws a hairline round a white picture', async () => {
		await open(`#/chats/${CHAT}`);
		await client().receiveFiles(AVA, [await client().attach('white.png', WHITE)]);
		const picture = phone().feed.getByRole('link', { name: 'Picture white.png' });
		expect(await styleOf(picture, 'boxShadow', '::after')).toMatch(/inset$/);
		expect(await styleOf(picture, 'position', '::after')).toBe('absolute');
	});

	it('offers Send once there is something to send', async () => {
		const page = await open(`#/chats/${CHAT}`);
		const send = page.getByRole('button', { name: 'Send', exact: true });
		await phone().composer.waitFor();
		expect(await send.count()).toBe(0);
		await phone().composer.fill('By the button');
		await send.click();
		await phone().message('By the button').waitFor();
		expect(await send.count()).toBe(0);
	});

	it('opens the tapbacks by a double click on a bubble, which leaves buttons and links alone', async () => {
		await open(`#/chats/${CHAT}`);
		await client().ask('POST', `/v3/chats/${CHAT}/messages`, {
			message: { parts: [{ type: 'text', value: 'See https://example.com' }] },
		});
		const dialog = phone().page.getByRole('dialog', { name: 'React or answer' });
		await phone().page.evaluate(`addEventListener('click', (event) => event.preventDefault())`);
		await phone().message('See').getByRole('link').dblclick();
		expect(await dialog.isVisible()).toBe(false);
		await phone().message('It left').locator('.bubble').dblclick();
		expect(await phone().page.evaluate('getSelection().toString()')).toBe('');
		await dialog.getByRole('button', { name: 'Heart' }).click();
		await phone()
			.message('It left')
			.getByRole('button', { name: 'Heart from you' })
			.first()
			.waitFor();
	});

	it('opens the tapbacks under a finger that stays, and not under one that strays', async () => {
		const page = await open(`#/chats/${CHAT}`, { hasTouch: true, viewport: NARROW });
		await page.clock.install();
		const dialog = page.getByRole('dialog', { name: 'React or answer' });
		const { x, y } = await boxOf(phone().message('It left').locator('.bubble'));
		const touch = await page.context().newCDPSession(page);
		const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', by = 0) => {
			const touchPoints = type === 'touchEnd' ? [] : [{ x: x + 20 + by, y: y + 10 }];
			await touch.send('Input.dispatchTouchEvent', { type, touchPoints });
		};
		await finger('touchStart');
		await finger('touchMove', 40);
		await page.clock.runFor(600);
		await finger('touchEnd');
		expect(await dialog.isVisible()).toBe(false);

		await finger('touchStart');
		await page.clock.runFor(600);
		await dialog.waitFor();
		await finger('touchEnd');
		await dialog.getByRole('button', { name: 'Thumbs up' }).tap();
		await phone()
			.message('It left')
			.getByRole('button', { name: 'Thumbs up from you' })
			.first()
			.waitFor();
	});

	it('shows JSON in colors, folds it and copies it, in the one area that scrolls', async () => {
		const page = await open(`#/chats/${CHAT}`, {
			permissions: ['clipboard-read', 'clipboard-write'],
		});
		await client().ask('POST', `/v3/chats/${CHAT}/messages`, {
			message: { parts: [{ type: 'text', value: 'A "quoted" word' }] },
		});
		const requests = await phone().tab('Requests');
		await requests.getByRole('button', { name: /sendMessageToChat 202/ }).click();
		const body = requests.getByRole('tree', { name: 'Body' });
		const value = body.getByText(String.raw`"A \"quoted\" word"`);
		const colors = [
			await styleOf(value, 'color'),
			await styleOf(body.getByText('"value":'), 'color'),
			await styleOf(
				requests.getByRole('tree', { name: 'Answer' }).getByText('null').first(),
				'color',
			),
		];
		expect(new Set(colors).size).toBe(3);

		const parts = body.getByRole('treeitem').filter({ hasText: '"parts":' }).last();
		await parts.getByRole('button', { name: 'Fold' }).first().click();
		await value.waitFor({ state: 'detached' });
		await parts.getByRole('button', { name: 'Unfold' }).press('ArrowRight');
		await value.waitFor();

		await requests.getByRole('button', { name: 'Copy Body' }).click();
		await requests.getByText('Copied').waitFor();
		const copied = await page.evaluate<string>('navigator.clipboard.readText()');
		expect(JSON.parse(copied)).toMatchObject({
			message: { parts: [{ value: 'A "quoted" word' }] },
		});

		const scrolling = await requests
			.locator('*')
			.evaluateAll(
				(nodes: Array<{ scrollHeight: number; clientHeight: number }>) =>
					nodes.filter(
						(node) =>
							node.scrollHeight > node.clientHeight + 1 &&
							/auto|scroll/.test(getComputedStyle(node, '').overflowY ?? ''),
					).length,
			);
		expect(scrolling).toBe(0);
	});

	it('begins with a long list folded', async () => {
		await open(`#/chats/${CHAT}`);
		for (let number = 0; number < 21; number++) {
			await client().receive(AVA, `Number ${number}`);
		}
		await client().ask('GET', `/v3/chats/${CHAT}/messages?limit=30`);
		const requests = await phone().tab('Requests');
		await requests.getByRole('button', { name: /getMessages|listMessages/ }).click();
		const answer = requests.getByRole('tree', { name: 'Answer' });
		await answer.getByText('"messages":').waitFor();
		expect(await answer.getByText('"Number 3"').count()).toBe(0);
		await answer.getByText('"messages":').click();
		await answer.getByText('"Number 3"').waitFor();
	});

	it('puts a problem away when another chat is looked at', async () => {
		const page = await open(`#/chats/${CHAT}`);
		await page
			.getByLabel('Files to attach')
			.setInputFiles({ name: 'setup.exe', mimeType: 'text/plain', buffer: Buffer.from('MZ') });
		await phone().problem.waitFor();
		await page.getByRole('link', { name: /Cleo Tran/ }).click();
		await phone().message('Do you open on Sundays?').waitFor();
		expect(await phone().problem.count()).toBe(0);
	});

	it('names the line of each chat where there are several, and tells the time in one way', async () => {
		const page = await open(`#/chats/${SMS_CHAT}`);
		const chats = page.getByRole('navigation', { name: 'Chats' });
		await chats.getByRole('link', { name: /Cleo Tran.*to \+1 202 555 0101$/ }).waitFor();
		await client().ask('POST', `/v3/chats/${SMS_CHAT}/messages`, {
			message: { parts: [{ type: 'text', value: 'Now' }] },
		});
		const requests = await phone().tab('Requests');
		const time = await requests.getByRole('button').locator('time').first().innerText();
		expect(time).toMatch(/^\d{1,2}:\d\d:\d\d [AP]M$/);
		const label = await phone().message('Now').getAttribute('aria-label');
		expect(label).toContain(time.replace(/:\d\d /, ' ').slice(0, 4));
	});

	it('tells webhooks of tests from those of published workflows', async () => {
		const page = await open(`#/chats/${CHAT}`);
		// Nobody listens there: each try is refused at once.
		for (const path of ['webhook', 'webhook-test', 'webhook-waiting', 'elsewhere']) {
			await client().ask('POST', '/v3/webhook-subscriptions', {
				target_url: `http://127.0.0.1:9/${path}/linq?version=2026-02-03`,
				subscribed_events: ['message.received'],
			});
		}
		const webhooks = await phone().tab('Webhooks');
		const cards = webhooks.getByRole('listitem').filter({ has: page.locator('.address') });
		for (const [index, name] of ['Production URL', 'Test URL', 'Waiting', 'Webhook'].entries()) {
			await cards.nth(index).getByText(name, { exact: true }).waitFor();
		}
		await phone().text('Who hears that?');
		const deliveries = await phone().tab('Deliveries');
		await deliveries.getByRole('button', { name: /webhook-test.*Test URL/ }).waitFor();
		expect(await deliveries.getByRole('button', { name: /Production URL/ }).count()).toBe(0);
	});
});

/** @param css as computed, e.g. `rgb(0, 114, 237)` */
function colorFrom(css: string) {
	const [red = 0, green = 0, blue = 0] = (css.match(/\d+/g) ?? []).map(
		(part) => Number(part) / 255,
	);
	const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
	const span = high - low;
	const third =
		high === red
			? (green - blue) / span
			: high === green
				? 2 + (blue - red) / span
				: 4 + (red - green) / span;
	const linear = (part: number) =>
		part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
	return {
		hue: (third * 60 + 360) % 360,
		saturation: span / (1 - Math.abs(high + low - 1)),
		/** Of white on it, as WCAG 2.2 has it. */
		contrast: 1.05 / (luminance + 0.05),
	};
}
