/**
 * Brings a file to Linq and back with this package, and with n8n's HTTP Request node: the same n8n,
 * the same sandbox, in turns, once with a small file and once with a large one. Then measures how
 * fast voice notes are repacked.
 *
 * npm run bench:media -- [--rounds N] [--megabytes N]
 */
import { parseArgs } from 'node:util';

import { repack } from '../nodes/Linq/audio/repack.ts';
import { exampleCredential } from '../scripts/start/examples.mts';
import { isOver } from '../scripts/n8n/api.mts';
import type { WorkflowFile } from '../scripts/n8n/shapes.mts';
import { waitFor } from '../scripts/waitFor.mts';
import { Studio } from '../tests/support/audio/studio.mts';
import { FileHost, largeVideo } from '../tests/support/fileHost.mts';
import { Stage, TOKEN } from '../tests/support/n8n.mts';
import setUp from '../tests/support/runtime.mts';
import { ProcessMeter } from './process.mts';
import { median } from './trigger/load.mts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		megabytes: { type: 'string', default: '100' },
	},
});
const ROUNDS = Number(values.rounds);
const MEGABYTE = 1024 * 1024;
const SIZES = { small: 1024, large: Number(values.megabytes) * MEGABYTE };

type Size = keyof typeof SIZES;

const START = 'Start';
const credentials = { [exampleCredential.type]: { id: null, name: exampleCredential.name } };

interface NodeFile {
	name: string;
	type: string;
	typeVersion: number;
	parameters: object;
	credentials?: object;
}

interface Contender {
	name: string;
	/** The nodes after the start, in order. */
	nodes: (size: Size) => NodeFile[];
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

await setUp();
const stage = await Stage.start({ publicationService: true });
const files = new FileHost();
await files.start();
const studio = new Studio();
try {
	for (const size of ['small', 'large'] as const) {
		files.serve(size, largeVideo(SIZES[size]));
	}
	await compare('up', [fetchOnly(), linqUp(), httpUp()]);
	await compare('down', [linqDown(), httpDown()]);
	measureRepacking();
} finally {
	studio.close();
	await files.close();
	await stage.close();
}

function file(size: Size): NodeFile {
	return httpRequest('File', files.serve(size, largeVideo(SIZES[size])));
}

function httpRequest(name: string, url: string, parameters: object = {}): NodeFile {
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url,
			options: { response: { response: { responseFormat: 'file' } } },
			...parameters,
		},
	};
}

function linq(name: string, parameters: object): NodeFile {
	return {
		name,
		type: 'n8n-nodes-linqapp.linq',
		typeVersion: 1,
		parameters: { resource: 'attachment', ...parameters },
		credentials,
	};
}

function fetchOnly(): Contender {
	return { name: 'the file only comes into n8n', nodes: (size) => [file(size)] };
}

function linqUp(): Contender {
	const upload = linq('Upload', { operation: 'upload', uploadBinaryField: 'data' });
	return { name: 'Linq, Attachment > Upload', nodes: (size) => [file(size), upload] };
}

function httpUp(): Contender {
	return {
		name: 'HTTP Request, twice',
		nodes: (size) => [
			file(size),
			httpRequest('Ask', `${stage.sandbox.apiBaseUrl}/v3/attachments`, {
				method: 'POST',
				sendHeaders: true,
				headerParameters: { parameters: [{ name: 'authorization', value: `Bearer ${TOKEN}` }] },
				sendBody: true,
				specifyBody: 'json',
				jsonBody: JSON.stringify({
					filename: 'film.mp4',
					content_type: 'video/mp4',
					size_bytes: SIZES[size],
				}),
				options: {},
			}),
			httpRequest('Put', '={{ $json.upload_url }}', {
				method: 'PUT',
				sendHeaders: true,
				headerParameters: { parameters: [{ name: 'content-type', value: 'video/mp4' }] },
				sendBody: true,
				contentType: 'binaryData',
				inputDataFieldName: '={{ $("File").item.binary.data }}',
				options: {},
			}),
		],
	};
}

/** A file that Linq has. */
function attachment(size: Size) {
	return stage.sandbox.world.state.attachments.all().find(({ filename }) => filename === size);
}

function linqDown(): Contender {
	return {
		name: 'Linq, Attachment > Download',
		nodes: (size) => [
			linq('Download', {
				operation: 'download',
				downloadBy: 'attachmentId',
				fileId: attachment(size)?.id,
			}),
		],
	};
}

function httpDown(): Contender {
	return {
		name: 'HTTP Request',
		nodes: (size) => [httpRequest('Download', downloadUrl(size))],
	};
}

function downloadUrl(size: Size): string {
	const { storageUrl } = stage.sandbox.world.settings;
	return `${storageUrl}/media/${attachment(size)?.id}/${size}`;
}

function giveFiles(): void {
	for (const size of ['small', 'large'] as const) {
		const bytes = Buffer.concat([...largeVideo(SIZES[size]).bytes()]);
		stage.sandbox.world.state.attachments.add({
			filename: size,
			contentType: 'video/mp4',
			sizeBytes: bytes.length,
			createdAt: new Date().toISOString(),
			uploadExpires: 0,
			signature: '',
			bytes,
		});
	}
}

interface Figures {
	wallMs: number;
	cpuMs: number;
	peakMb: number;
}

async function compare(way: string, contenders: Contender[]): Promise<void> {
	const results = new Map<string, Record<Size, Figures[]>>();
	// The first round warms up and is not counted.
	for (let round = 0; round <= ROUNDS; round++) {
		for (let turn = 0; turn < contenders.length; turn++) {
			const contender = contenders[(turn + round) % contenders.length] as Contender;
			for (const size of ['small', 'large'] as const) {
				const figures = await measure(contender, size);
				const all = results.get(contender.name) ?? { small: [], large: [] };
				results.set(contender.name, all);
				if (round > 0) all[size].push(figures);
			}
		}
	}
	say(`\n${SIZES.large / MEGABYTE} MB ${way}, medians of ${ROUNDS} rounds\n`);
	say('| | Wall | CPU of n8n | Peak memory of n8n | More than with 1 kB |');
	say('| --- | --- | --- | --- | --- |');
	for (const [name, { small, large }] of results) {
		const of = (what: keyof Figures, of: Figures[]) => median(of.map((figures) => figures[what]));
		const peak = of('peakMb', large);
		say(
			`| ${name} | ${(of('wallMs', large) / 1000).toFixed(2)} s | ${(of('cpuMs', large) / 1000).toFixed(2)} s | ${peak.toFixed(0)} MB | ${(peak - of('peakMb', small)).toFixed(0)} MB |`,
		);
	}
}

async function measure(contender: Contender, size: Size): Promise<Figures> {
	stage.sandbox.world.reset();
	giveFiles();
	const { id } = await stage.api.createWorkflow(workflow(contender, size));
	const meter = new ProcessMeter(stage.n8n.process.pid);
	meter.start();
	const started = performance.now();
	await stage.api.run(id, START);
	const status = await waitFor(
		'the end',
		async () => {
			const [execution] = await stage.api.executions(id);
			return execution && isOver(execution) ? execution.status : undefined;
		},
		{ deadline: 120_000, interval: 20 },
	);
	if (status !== 'success') throw new Error(`${contender.name}: ${status}`);
	return { wallMs: performance.now() - started, ...meter.stop() };
}

function workflow({ name, nodes }: Contender, size: Size): WorkflowFile {
	const start = {
		name: START,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const all = [start, ...nodes(size)];
	return {
		name: `${name}, ${size}`,
		nodes: all.map((node, place) => ({ id: `${place}`, position: [200 * place, 0], ...node })),
		connections: Object.fromEntries(
			all
				.slice(1)
				.map((node, place) => [
					String(all[place]?.name),
					{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
				]),
		),
	};
}

/** Megabytes a second of the node's own code, in this process. */
function measureRepacking(): void {
	const wav = studio.wav({ rate: 48_000, channels: 1, kind: 'noise', seconds: 600 });
	const ogg = studio.opus(wav, ['--bitrate', '96']);
	const notes: Array<[string, Buffer]> = [
		['Opus in Ogg → CAF', ogg],
		['Opus in WebM → CAF', studio.ffmpeg(ogg, ['-c', 'copy'], 'webm')],
		['24-bit WAV → 16-bit WAV', studio.ffmpeg(wav, ['-c:a', 'pcm_s24le', '-t', '60'], 'wav')],
	];
	say('\n| Repacking | File | MB/s |');
	say('| --- | --- | --- |');
	for (const [name, bytes] of notes) {
		const times = Array.from({ length: 11 }, () => {
			const started = performance.now();
			repack(bytes, 'File');
			return performance.now() - started;
		}).slice(1);
		const megabytes = bytes.length / MEGABYTE;
		say(
			`| ${name} | ${megabytes.toFixed(1)} MB | ${((megabytes * 1000) / median(times)).toFixed(0)} |`,
		);
	}
}
