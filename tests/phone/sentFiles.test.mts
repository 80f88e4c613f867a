import { Studio } from '../support/audio/studio.mts';
import { describeWithAudio } from '../support/audio/tools.mts';
import { runFileWorkflow, sendingFile } from '../support/fileWorkflow.mts';
import { FileHost } from '../support/fileHost.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { describeInBrowser, TestBrowser } from './support/browser.mts';
import { Phone } from './support/phone.mts';
import { heard, voiceNotes } from './support/voiceNote.mts';

const CHAT = '22222222-0000-4000-8000-000000000001';

describeInBrowser('files that a workflow sends', () => {
	describeWithAudio('arrive on the phone', () => {
		const browser = new TestBrowser();
		const studio = new Studio();
		let stage: Stage;
		const files = new FileHost();
		let phone: Phone;

		beforeAll(async () => {
			await files.start();
			stage = await Stage.start({ publicationService: true });
			await browser.start();
		}, START_TIMEOUT);

		afterAll(async () => {
			await browser.close();
			await stage.close();
			await files.close();
			studio.close();
		});

		beforeEach(async () => {
			stage.sandbox.world.reset();
			phone = new Phone(await browser.open(`${stage.sandbox.url}/#/chats/${CHAT}`));
			await phone.page.getByText('Live', { exact: true }).waitFor();
		});

		afterEach(async () => {
			await phone.page.context().close();
			expect(browser.errors).toEqual([]);
		});

		const hum = (rate: number, seconds: number) => studio.wav({ rate, channels: 1, seconds });

		test.each([
			['a voice note in Ogg', 'note.ogg', 'audio/ogg', 5, () => studio.opus(hum(16_000, 5))],
			[
				'speech in WebM, which says nowhere how long it is',
				'speech.webm',
				'audio/webm',
				3,
				() =>
					studio.ffmpeg(hum(24_000, 3), ['-c:a', 'libopus', '-f', 'webm', '-live', '1'], 'webm'),
			],
			[
				'a WAV of 24 bits',
				'studio.wav',
				'audio/wav',
				4,
				() => studio.ffmpeg(hum(48_000, 4), ['-c:a', 'pcm_s24le'], 'wav'),
			],
		])('%s plays as a voice memo, with its length', async (_, name, type, seconds, make) => {
			const workflow = sendingFile(name, files.add(name, type, make()), {
				resource: 'voiceMemo',
				operation: 'send',
				chatId: { __rl: true, mode: 'id', value: CHAT },
				audioSource: 'binary',
				audioBinaryField: 'data',
				options: {},
			});
			expect(await runFileWorkflow(stage, workflow)).toBe('success');
			const note = voiceNotes(phone);
			await note.getByText(`0:0${seconds}`, { exact: true }).waitFor();
			expect(await note.getAttribute('aria-label')).toBe(`Voice note, ${seconds} seconds`);
			await note.getByRole('button', { name: 'Play the voice note' }).click();
			const { duration } = await heard(note, 0.3);
			expect(Math.abs(duration - seconds)).toBeLessThan(0.05);
		});

		test('a picture stands beside its text', async () => {
			const picture = studio.ffmpeg(
				[],
				['-f', 'lavfi', '-i', 'testsrc=size=320x240', '-frames:v', '1'],
				'png',
			);
			const workflow = sendingFile('picture', files.add('menu.png', 'image/png', picture), {
				resource: 'message',
				operation: 'send',
				sendTo: 'chat',
				chatId: { __rl: true, mode: 'id', value: CHAT },
				messageType: 'text',
				text: 'Our menu',
				options: { attachFiles: 'data' },
			});
			expect(await runFileWorkflow(stage, workflow)).toBe('success');
			const image = phone.message('Our menu').getByRole('img', { name: 'Picture menu.png' });
			await image.waitFor();
			const width = await image.evaluate(async (element: { decode(): Promise<void> }) => {
				await element.decode();
				return (element as unknown as { naturalWidth: number }).naturalWidth;
			});
			expect(width).toBe(320);
		});
	});
});
