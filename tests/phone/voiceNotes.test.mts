import type { Locator } from 'playwright-core';
import { wav } from '../../scripts/docs/wav.mts';
import { Studio } from '../support/audio/studio.mts';
import { describeWithAudio } from '../support/audio/tools.mts';
import { silence } from '../support/files.mts';
import { describeInBrowser } from './support/browser.mts';
import { usePhone } from './support/usePhone.mts';
import { heard, player, voiceNotes } from './support/voiceNote.mts';

const CHAT = '22222222-0000-4000-8000-000000000001';
const SECONDS = 4;
const BARS = 44;

describeInBrowser('voice notes on the phone', () => {
	const { client, open, phone, sandbox } = usePhone();

	beforeEach(async () => {
		await open(`#/chats/${CHAT}`);
	});

	/** Sends a file as the contact; gives its id. */
	const receive = async (bytes: Buffer, filename: string): Promise<string> => {
		const id = await client().attach(filename, bytes);
		await client().receiveFiles('+12025550111', [id], { chat_id: CHAT });
		return id;
	};

	const notes = () => voiceNotes(phone());
	const levels = (note: Locator): Promise<number[]> =>
		note
			.locator('.bars i')
			.evaluateAll((bars: Array<{ style: { getPropertyValue(name: string): string } }>) =>
				bars.map((bar) => Number(bar.style.getPropertyValue('--level'))),
			);
	/** Waits until a note is drawn. */
	const drawn = async (note: Locator): Promise<number[]> => {
		await note.locator('.bars[data-drawn=true]').waitFor();
		return levels(note);
	};
	describeWithAudio('of each format', () => {
		const studio = new Studio();
		afterAll(() => studio.close());

		test.each([
			['caf', ['-c:a', 'libopus']],
			['caf', ['-c:a', 'pcm_s16be']],
			['m4a', []],
			['mp3', []],
			['wav', []],
			['aac', []],
			['aiff', []],
		])('%s %j plays, and looks as it sounds: nothing at first', async (extension, args) => {
			await receive(studio.ffmpeg(lateSound(), args, extension), `memo.${extension}`);
			const note = notes();
			const bars = await drawn(note);
			expect(bars).toHaveLength(BARS);
			expect(Math.max(...bars.slice(0, BARS / 2 - 1))).toBeLessThan(0.1);
			expect(Math.min(...bars.slice(BARS / 2 + 1, -1))).toBeGreaterThan(0.7);
			expect(await note.getAttribute('aria-label')).toBe('Voice note, 4 seconds');
			await note.getByText('0:04', { exact: true }).waitFor();

			await note.getByRole('button', { name: 'Play the voice note' }).click();
			const { duration } = await heard(note, 0.3);
			expect(Math.abs(duration - SECONDS)).toBeLessThan(0.05);
			await note.getByRole('button', { name: 'Pause the voice note' }).click();
			expect(await player(note)).toMatchObject({ paused: true });
		});

		it('shows one that no browser decodes by name and length', async () => {
			const frame = Buffer.from([0x3c, ...Array<number>(31).fill(0)]);
			const frames = Array.from({ length: 100 }, () => frame);
			await receive(Buffer.concat([Buffer.from('#!AMR\n'), ...frames]), 'memo.amr');
			await receive(studio.ffmpeg(lateSound(), ['-c:a', 'alac'], 'm4a'), 'lossless.m4a');
			await phone()
				.feed.getByRole('link', { name: 'memo.amr 0:02 · This browser cannot play it' })
				.waitFor();
			await phone()
				.feed.getByRole('link', { name: 'lossless.m4a 0:04 · This browser cannot play it' })
				.waitFor();
			expect(await notes().count()).toBe(0);
		});

		it('takes audio, a picture, a video, a PDF and a contact from the composer', async () => {
			const sound = lateSound();
			const red = ['-f', 'lavfi', '-i', 'color=red:s=64x64:d=1', '-map', '1:v'];
			const files = [
				['memo.mp3', studio.ffmpeg(sound, [], 'mp3')],
				['red.png', studio.ffmpeg(sound, [...red, '-frames:v', '1'], 'png')],
				['red.mp4', studio.ffmpeg(sound, [...red, '-pix_fmt', 'yuv420p'], 'mp4')],
				['menu.pdf', Buffer.from('%PDF-1.7\n')],
				['ava.vcf', Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ava\r\nEND:VCARD\r\n')],
			] as const;
			await phone()
				.page.getByLabel('Files to attach')
				.setInputFiles(
					files.map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })),
				);
			await phone().page.getByRole('button', { name: 'Take ava.vcf off' }).waitFor();
			await phone().text('All of it');
			const message = phone().message('All of it');
			await drawn(message.getByRole('group', { name: 'Voice note, 4 seconds' }));
			await message.getByRole('img', { name: 'Picture red.png' }).waitFor();
			await message.locator('video[aria-label="red.mp4"]').waitFor();
			await message.getByRole('link', { name: 'menu.pdf PDF · 9 bytes' }).waitFor();
			await message.getByRole('link', { name: /^ava\.vcf Contact/ }).waitFor();
			expect(sandbox().world.state.messages.ofChat(CHAT).at(-1)?.parts).toMatchObject([
				{ mime_type: 'audio/mpeg' },
				{ mime_type: 'image/png' },
				{ mime_type: 'video/mp4' },
				{ mime_type: 'application/pdf' },
				{ mime_type: 'text/vcard' },
				{ type: 'text' },
			]);
		});
	});

	it('draws silence flat', async () => {
		await receive(silence(3), 'memo.wav');
		expect(await drawn(notes())).toEqual(Array(BARS).fill(0));
	});

	it('keeps its size while its sound is on the way', async () => {
		let release: () => void = () => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		await phone().page.route('**/sound', async (route) => {
			await held;
			await route.continue();
		});
		await receive(lateSound(), 'memo.wav');
		const box = () => notes().boundingBox();
		await notes().getByText('0:04', { exact: true }).waitFor();
		const before = await box();
		expect(await levels(notes())).toEqual(Array(BARS).fill(0));
		release();
		await drawn(notes());
		expect(await box()).toEqual(before);
	});

	it('is played by keyboard, from any place, one at a time', async () => {
		await receive(silence(30), 'one.wav');
		await receive(silence(30), 'two.wav');
		const [one, two] = [notes().nth(0), notes().nth(1)];
		await drawn(two);
		await one.getByRole('button').focus();
		await phone().page.keyboard.press('Enter');
		await heard(one, 0.1);
		await phone().page.keyboard.press('Tab');
		await phone().page.locator('input:focus').waitFor();
		await phone().page.keyboard.press('ArrowRight');
		await heard(one, 30 / BARS);
		expect(await one.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
			/^0:\d\d of 0:30$/,
		);

		await two.getByRole('slider').click({ position: { x: 5, y: 10 } });
		await two.getByRole('button').click();
		await heard(two, 0.1);
		expect((await player(one)).paused).toBe(true);
		await one.getByRole('button', { name: 'Play the voice note' }).waitFor();
	});

	it('says that a file was deleted', async () => {
		const id = await receive(silence(3), 'memo.wav');
		await drawn(notes());
		const deleted = await client().api('DELETE', `/v3/attachments/${id}`);
		expect(deleted.status).toBe(204);
		await phone().feed.getByRole('link', { name: 'memo.wav Deleted' }).waitFor();
	});
});

/** Four seconds of which the second half is a hum, as WAV. */
function lateSound(): Buffer {
	const rate = 48_000;
	const samples = Buffer.alloc(SECONDS * rate * 2);
	for (let at = (SECONDS * rate) / 2; at < SECONDS * rate; at++) {
		samples.writeInt16LE(Math.round(12_000 * Math.sin((at * 2 * Math.PI * 440) / rate)), at * 2);
	}
	return wav(samples, rate, 16);
}
