import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import { SandboxClient } from '../support/sandboxClient.mts';
import { BROWSER_TIMEOUT, describeInBrowser, TestBrowser } from './support/browser.mts';
import { Phone, expectShown } from './support/phone.mts';

const LINE = '+12025550100';
const AVA = '+12025550111';
const CHAT = '22222222-0000-4000-8000-000000000001';
const MESSAGES = 10_000;

/** A task that blocks the page for longer is felt (https://web.dev/articles/optimize-long-tasks). */
const LONG_TASK_MS = 50;

/** A chat as long as one gets: short and long texts of both sides, over weeks. */
const seed = {
	lines: [{ phone_number: LINE }],
	contacts: [{ handle: AVA, name: 'Ava Stone' }],
	chats: [
		{
			id: CHAT,
			line: LINE,
			with: [AVA],
			messages: Array.from({ length: MESSAGES }, (_, index) => ({
				...(index % 3 === 0 ? {} : { from: AVA }),
				text: `Message ${index + 1}. ${'And some more words. '.repeat(index % 7)}`,
				minutes_ago: (MESSAGES - index) * 4,
			})),
		},
	],
};

interface Measured {
	/** Milliseconds of each task above the limit. */
	longTasks: number[];
	/** Milliseconds between two frames. */
	frames: number[];
	/** Frames in which no message was to be seen. */
	blank: number;
	/** Rows in the document at most. */
	mostRows: number;
}

/**
 * Scrolls from the end to the start of the transcript, `step` pixels a frame, and measures each frame.
 * It runs in the page, so it is given as text.
 */
const scrollUp = (step: number, frames: number): string => `(async () => {
	const box = document.querySelector('.transcript');
	const measured = { longTasks: [], frames: [], blank: 0, mostRows: 0 };
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) measured.longTasks.push(entry.duration);
	});
	observer.observe({ type: 'longtask' });
	const frame = () => new Promise(requestAnimationFrame);
	let before = await frame();
	for (let at = 0; at < ${frames}; at++) {
		box.scrollTop -= ${step};
		const now = await frame();
		measured.frames.push(now - before);
		before = now;
		const { left, top, width, height } = box.getBoundingClientRect();
		const rows = [...box.querySelectorAll('.row')];
		const seen = rows.some((row) => {
			const place = row.getBoundingClientRect();
			return place.bottom > top && place.top < top + height;
		});
		if (!seen) measured.blank++;
		measured.mostRows = Math.max(measured.mostRows, rows.length);
	}
	await new Promise((resolve) => setTimeout(resolve));
	observer.disconnect();
	return measured;
})()`;

const median = (values: number[]): number =>
	values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

describeInBrowser(`a chat of ${MESSAGES} messages`, () => {
	const browser = new TestBrowser();
	let sandbox: Sandbox;
	let phone: Phone;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed });
		await browser.start();
		phone = new Phone(await browser.open(`${sandbox.url}/#/chats/${CHAT}`));
	}, BROWSER_TIMEOUT);

	afterAll(async () => {
		await browser.close();
		await sandbox.close();
	});

	it('opens at its end, with only the rows in view in the document', async () => {
		await phone.message(`Message ${MESSAGES}.`).waitFor();
		expect(await phone.page.locator('.row').count()).toBeLessThan(60);
		const toEnd = `(() => { const box = document.querySelector('.transcript');
			return box.scrollHeight - box.clientHeight - box.scrollTop; })()`;
		expect(await phone.page.evaluate<number>(toEnd)).toBeLessThan(2);
	});

	it('scrolls through 300 frames without a blank one (frame times and long tasks are measured)', async () => {
		const { frames, longTasks, blank, mostRows } = await phone.page.evaluate<Measured>(
			scrollUp(240, 300),
		);
		const blocked = longTasks.reduce((sum, ms) => sum + ms - LONG_TASK_MS, 0);
		process.stderr.write(
			`10,000 messages, 300 frames of 240 px: median frame ${median(frames).toFixed(1)} ms, ` +
				`${longTasks.length} long tasks (${blocked.toFixed(0)} ms over ${LONG_TASK_MS} each), ` +
				`at most ${mostRows} rows in the document\n`,
		);
		expect(blank).toBe(0);
		expect(mostRows).toBeLessThan(80);
	});

	it('jumps to the start and back to the end', async () => {
		await phone.page.evaluate(`document.querySelector('.transcript').scrollTop = 0`);
		await phone.message('Message 1.').waitFor();
		await phone.page.getByRole('button', { name: 'To the newest message' }).click();
		await expectShown(phone.message(`Message ${MESSAGES}.`));
	});

	it('shows what comes in while one reads, and 500 messages at once', async () => {
		const receive = (text: string) => new SandboxClient(sandbox).receive(AVA, text);
		await Promise.all(Array.from({ length: 500 }, (_, index) => receive(`Burst ${index + 1}`)));
		await phone.page.locator(`.transcript[data-rows]`).waitFor();
		await receive('The last one');
		await phone.message('The last one').waitFor();
		expect(browser.errors).toEqual([]);
	});
});
