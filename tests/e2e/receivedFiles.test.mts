import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';

import { ProcessMeter } from '../../bench/process.mts';
import { exampleCredential } from '../../scripts/start/examples.mts';
import type { BinaryData, Execution, WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { PNG } from '../support/files.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { onEvents, TRIGGER } from '../support/workflows.mts';

const AVA = '+12025550111';
const MEGABYTE = 1024 * 1024;

/** Linq nodes behind a trigger that downloads, each of which downloads the same files another way. */
function downloading(): WorkflowFile {
	const { nodes } = onEvents('Files', {
		events: ['message.received'],
		options: { downloadMedia: true, maxFileSize: 100 },
	});
	const ofTrigger = (path: string) => `{{ $('${TRIGGER}').item.json.${path} }}`;
	const steps: Record<string, object> = {
		'By ID': { operation: 'download', fileId: `=${ofTrigger('media[1].attachment_id')}` },
		'By message': {
			operation: 'download',
			downloadBy: 'messageId',
			fileMessageId: `=${ofTrigger('message_id')}`,
		},
		'By expired URL': {
			operation: 'download',
			downloadBy: 'url',
			fileUrl: `=${ofTrigger('media[1].url')}?Expires=1&Signature=x`,
		},
		'Get Many': {
			resource: 'message',
			operation: 'getAll',
			chatId: { __rl: true, mode: 'id', value: `=${ofTrigger('chat_id')}` },
			limit: 1,
			options: { downloadMedia: true, maxFileSize: 100 },
		},
	};
	const names = [TRIGGER, ...Object.keys(steps)];
	return {
		name: 'Files',
		nodes: [
			...nodes,
			...Object.entries(steps).map(([name, parameters], place) => ({
				id: `step-${place}`,
				name,
				type: 'n8n-nodes-linqapp.linq',
				typeVersion: 1,
				position: [200 * (place + 1), 0],
				parameters: { resource: 'attachment', ...parameters },
				credentials: { [exampleCredential.type]: { id: null, name: exampleCredential.name } },
			})),
		],
		connections: Object.fromEntries(
			names
				.slice(0, -1)
				.map((name, place) => [
					name,
					{ main: [[{ node: names[place + 1], type: 'main', index: 0 }]] },
				]),
		),
	};
}

describe.each<[where: string, mode: string, videoMb: number]>([
	// Large beside what n8n's memory goes up and down by anyway.
	['on disk, as by default', 'filesystem', 90],
	['in its database, as in queue mode', 'database', 16],
	// It keeps every file of every item as text, in memory and in the execution's data.
	['in the items', 'default', 2],
])('what a contact sends, with files %s', (_, mode, videoMb) => {
	let stage: Stage;
	let id: string;
	const photo = Buffer.concat([PNG, randomBytes(300_000)]);
	const video = Buffer.concat([
		Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1'),
		randomBytes(videoMb * MEGABYTE),
	]);

	beforeAll(async () => {
		stage = await Stage.start({
			publicationService: true,
			env: { N8N_DEFAULT_BINARY_DATA_MODE: mode },
		});
		({ id } = await stage.api.createWorkflow(downloading()));
		await stage.publish(id);
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	/** Ava sends files, and the workflow deals with them. */
	async function send(files: Record<string, Buffer>): Promise<Execution> {
		const attached: string[] = [];
		for (const [name, bytes] of Object.entries(files)) {
			attached.push(await stage.control.attach(name, bytes));
		}
		const before = (await stage.api.executions(id)).length;
		await stage.control.receiveFiles(AVA, attached);
		const [execution] = await waitFor(
			'the execution',
			async () => {
				const all = await stage.api.executions(id);
				return all.length > before && all;
			},
			{ deadline: 60_000 },
		);
		return await stage.api.waitForExecution(execution?.id ?? '', { deadline: 120_000 });
	}

	const item = ({ resultData }: Execution, node: string) =>
		resultData.runData[node]?.[0]?.data?.main[0]?.[0];

	async function expectBytes(binary: Record<string, BinaryData> = {}, expected: object) {
		for (const [field, bytes] of Object.entries(expected) as Array<[string, Buffer]>) {
			const data = binary[field];
			const found = data ? await stage.api.bytesOf(data) : Buffer.alloc(0);
			expect([field, found.length, found.equals(bytes)]).toEqual([field, bytes.length, true]);
		}
		expect(Object.keys(binary).sort()).toEqual(Object.keys(expected).sort());
	}

	test('comes out whole, whichever way it is downloaded', async () => {
		// Everything has run once, so that what is measured is the files.
		await send({ 'one.png': photo, 'two.mov': video.subarray(0, 300_000) });
		const meter = new ProcessMeter(stage.n8n.process.pid);
		meter.start();
		const { peakMb: before } = meter.stop();
		meter.start();
		const execution = await send({ 'IMG_0001.png': photo, 'IMG_0002.mov': video });
		const { peakMb } = meter.stop();
		process.stdout.write(
			`${videoMb} MB five times, files in ${mode}: n8n had ${Math.round(before)} MB before and ${Math.round(peakMb)} MB at most\n`,
		);
		expect(execution.resultData.error).toBeUndefined();
		const both = { media_0: photo, media_1: video };
		for (const node of [TRIGGER, 'By message', 'Get Many']) {
			expect(item(execution, node)?.json.media).toMatchObject([
				{ kind: 'image', filename: 'IMG_0001.png', binary_field: 'media_0' },
				{ kind: 'video', filename: 'IMG_0002.mov', binary_field: 'media_1' },
			]);
			await expectBytes(item(execution, node)?.binary, both);
		}
		for (const node of ['By ID', 'By expired URL']) {
			expect(item(execution, node)?.json).toMatchObject({
				kind: 'video',
				size_bytes: video.length,
				binary_field: 'data',
			});
			await expectBytes(item(execution, node)?.binary, { data: video });
		}
		// Linq was asked for the file by its id, and for the new URL.
		const asked = await stage.control.requests('getAttachment');
		expect(asked.slice(-2).map(({ path }) => path)).toEqual([
			expect.stringContaining(String(item(execution, 'By ID')?.json.attachment_id)),
			expect.stringContaining(String(item(execution, 'By ID')?.json.attachment_id)),
		]);
		if (mode === 'filesystem') expect(peakMb - before).toBeLessThan(videoMb);
		const left = await readdir(stage.n8n.userFolder, { recursive: true });
		expect(left.filter((path) => /\.tmp\./.test(path))).toEqual([]);
	}, 240_000);
});
