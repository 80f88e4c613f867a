import { ProcessMeter } from '../../bench/process.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { Studio } from '../support/audio/studio.mts';
import { readCaf } from '../support/audio/caf.mts';
import { describeWithAudio } from '../support/audio/tools.mts';
import { UPLOAD } from '../../sandbox/faults.mts';
import { FileHost, largeVideo } from '../support/fileHost.mts';
import { runFileWorkflow, sendingFile } from '../support/fileWorkflow.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';

const AVA = '+12025550111';
const CHAT_WITH_AVA = '22222222-0000-4000-8000-000000000001';

/** Sends the file to each contact, beside a text. */
const OFFER_TO_EACH = {
	resource: 'message',
	operation: 'send',
	to: '={{ $json.numbers }}',
	messageType: 'text',
	text: 'Our offer',
	options: { attachFiles: 'data' },
};

const MODES = [
	['on disk, as n8n has it by default', 'filesystem', 100],
	// It holds every file as text, in memory and in the execution's data.
	['in the items', 'default', 10],
] as const;

for (const [where, mode, videoMb] of MODES) {
	describeWithAudio(`files that n8n keeps ${where}`, () => inMode(mode, videoMb));
}

function inMode(mode: string, videoMb: number): void {
	let stage: Stage;
	const files = new FileHost();
	const studio = new Studio();

	beforeAll(async () => {
		await files.start();
		stage = await Stage.start({
			publicationService: true,
			env: { N8N_DEFAULT_BINARY_DATA_MODE: mode },
		});
	}, START_TIMEOUT);

	afterAll(async () => {
		await stage.close();
		await files.close();
		studio.close();
	});

	beforeEach(() => stage.sandbox.world.reset());

	const uploads = () =>
		stage.sandbox.world.state.attachments.all().filter(({ bytes }) => bytes !== null);

	const run = async (workflow: WorkflowFile) => await runFileWorkflow(stage, workflow);

	const memo = (url: string) =>
		sendingFile(`memo ${url}`, url, {
			resource: 'voiceMemo',
			operation: 'send',
			chatId: { __rl: true, mode: 'id', value: CHAT_WITH_AVA },
			audioSource: 'binary',
			audioBinaryField: 'data',
			options: {},
		});

	test('a voice note in Ogg goes as a voice memo, note for note', async () => {
		const note = studio.opus(studio.wav({ rate: 16_000, channels: 1, seconds: 5 }));
		expect(await run(memo(files.add('note.ogg', 'audio/ogg', note)))).toBe('success');
		const [file] = uploads();
		expect(file).toMatchObject({ filename: 'note.caf', contentType: 'audio/x-caf' });
		const caf = readCaf(file?.bytes ?? Buffer.alloc(0));
		expect(caf.valid).toBe(5 * 48_000);
		expect(await stage.control.requests('sendVoiceMemoToChat')).toHaveLength(1);
	});

	test('so does WebM as browsers and speech services make it', async () => {
		const wav = studio.wav({ rate: 24_000, channels: 1, seconds: 3 });
		const webm = studio.ffmpeg(wav, ['-c:a', 'libopus', '-f', 'webm', '-live', '1'], 'webm');
		expect(await run(memo(files.add('speech.webm', 'audio/webm', webm)))).toBe('success');
		expect(uploads()[0]).toMatchObject({ filename: 'speech.caf', contentType: 'audio/x-caf' });
		// Such a file does not say where within its last packet it ends.
		const { valid } = readCaf(uploads()[0]?.bytes ?? Buffer.alloc(0));
		expect(valid).toBeGreaterThanOrEqual(3 * 48_000);
		expect(valid).toBeLessThan(3 * 48_000 + 960);
	});

	test('a picture goes beside a text', async () => {
		const picture = studio.ffmpeg(
			[],
			['-f', 'lavfi', '-i', 'testsrc=size=320x240', '-frames:v', '1'],
			'png',
		);
		const workflow = sendingFile('picture', files.add('picture.png', 'image/png', picture), {
			resource: 'message',
			operation: 'send',
			to: AVA,
			messageType: 'text',
			text: 'Here it is',
			options: { attachFiles: 'data' },
		});
		expect(await run(workflow)).toBe('success');
		expect(uploads()[0]?.bytes).toEqual(picture);
		const [request] = await stage.control.requests('sendMessage');
		expect(request?.request_body).toMatchObject({
			message: {
				parts: [
					{ type: 'text', value: 'Here it is' },
					{ type: 'media', attachment_id: uploads()[0]?.id },
				],
			},
		});
	});

	test.each(['before', 'middle', 'after'] as const)(
		'a connection that is cut while the file is uploaded, %s, costs nothing but an upload',
		async (reset) => {
			stage.sandbox.world.faults.add({ operation_id: UPLOAD, reset, times: 1 });
			const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000_000, 32)]);
			const workflow = sendingFile(
				`cut ${reset}`,
				files.add('offer.pdf', 'application/pdf', pdf),
				OFFER_TO_EACH,
				3,
			);
			expect(await run(workflow)).toBe('success');
			expect(await stage.control.requests('requestUpload')).toHaveLength(2);
			const sent = await stage.control.requests('sendMessage');
			expect(sent.map(({ status }) => status)).toEqual([202, 202, 202]);
			const [media] = stage.sandbox.world.state.attachments.all().slice(-1);
			expect(media?.bytes?.equals(pdf)).toBe(true);
			for (const { request_body: body } of sent) {
				expect(body).toMatchObject({
					message: { parts: [{ type: 'text' }, { attachment_id: media?.id }] },
				});
			}
		},
	);

	test('one PDF to 300 people is uploaded once', async () => {
		const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 32)]);
		const workflow = sendingFile(
			'campaign',
			files.add('offer.pdf', 'application/pdf', pdf),
			OFFER_TO_EACH,
			300,
		);
		expect(await run(workflow)).toBe('success');
		expect(uploads()).toHaveLength(1);
		const sent = await stage.control.requests('sendMessage');
		expect(new Set(sent.map(({ request_body: body }) => JSON.stringify(body))).size).toBe(300);
		expect(sent).toHaveLength(300);
	}, 120_000);

	test(`a video of ${videoMb} MB goes through`, async () => {
		const size = videoMb * 1_048_576;
		const url = files.serve('film.mp4', largeVideo(size));
		const meter = new ProcessMeter(stage.n8n.process.pid);
		const workflow = sendingFile('video', url, {
			resource: 'message',
			operation: 'send',
			to: AVA,
			messageType: 'text',
			text: 'The film',
			options: { attachFiles: 'data' },
		});
		meter.start();
		expect(await run(workflow)).toBe('success');
		const { peakMb } = meter.stop();
		process.stdout.write(
			`${videoMb} MB, files ${mode}: n8n had ${Math.round(peakMb)} MB at most\n`,
		);
		expect(uploads()[0]).toMatchObject({ filename: 'film.mp4', contentType: 'video/mp4' });
		expect(uploads()[0]?.bytes?.length).toBe(size);
	});
}
