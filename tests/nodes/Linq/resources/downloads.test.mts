import { randomBytes } from 'node:crypto';

import type { IBinaryKeyData, IDataObject, INode } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { clock } from '../../../../nodes/Linq/send/clock.ts';
import { runAgent, runNewAgent } from '../../../support/engine/agent.mts';
import { useBinaryStorage } from '../../../support/engine/binaryStorage.mts';
import { stalls, status, useFileHost, whole } from '../../../support/fileHost.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import {
	locator,
	NOTHING,
	routes,
	seeded,
	UNKNOWN_ID,
	useSandbox,
} from '../../../support/linq.mts';

const { run, sandbox, credential } = useSandbox();
const { bytesOf, stored } = useBinaryStorage('filesystem');
const host = useFileHost();

const chatId = locator(seeded.chatWithAva);
const PHOTO = randomBytes(50_000);
const MEMO = randomBytes(20_000);
const MEGABYTE = 1024 * 1024;

/** A file that Linq has. */
const attach = (filename = 'photo.png', contentType = 'image/png', bytes = PHOTO) =>
	sandbox().world.state.attachments.add({
		filename,
		contentType,
		sizeBytes: bytes.length,
		createdAt: '2026-01-01T00:00:00.000Z',
		uploadExpires: 0,
		signature: '',
		bytes,
	}).id;

/** Ava sends a message with files, which can say anything about themselves. @returns its id */
function receive(...files: object[]): string {
	const { state } = sandbox().world;
	const chat = state.chats.byId(seeded.chatWithAva);
	const sender = chat?.handles.find(({ handle }) => handle === seeded.ava);
	if (!sender) throw new Error('The seed has changed');
	const at = sandbox().world.isoNow();
	return state.messages.add({
		chatId: seeded.chatWithAva,
		direction: 'inbound',
		sender,
		parts: files.map((file) => ({
			type: 'media',
			id: UNKNOWN_ID,
			url: `${host.url}/nowhere`,
			filename: 'photo.png',
			mime_type: 'image/png',
			size_bytes: 8,
			reactions: [],
			...file,
		})) as never,
		traceId: 't',
		status: 'received',
		service: 'iMessage',
		createdAt: at,
		sentAt: at,
	}).id;
}

const linqUrl = (id: string, name = 'photo.png') => `${storageUrl()}/media/${id}/${name}`;
const storageUrl = () => sandbox().world.settings.storageUrl;

const download = async (parameters: IDataObject, settings: Partial<INode> = {}) =>
	await run('attachment', 'download', parameters as never, [{}], { settings });

async function bytes(binary: IBinaryKeyData | undefined) {
	const entries = Object.entries(binary ?? {});
	return Object.fromEntries(
		await Promise.all(entries.map(async ([name, data]) => [name, await bytesOf(data)] as const)),
	);
}

/** Does something when whatever else is going to happen by itself has had plenty of time to. */
async function afterMore(act: () => void): Promise<void> {
	for (let turn = 0; turn < 500; turn++) await new Promise(setImmediate);
	act();
}

afterEach(() => jest.restoreAllMocks());

describe('Attachment > Download', () => {
	test('by attachment ID', async () => {
		const id = attach();
		const result = await download({ fileId: ` ${id} ` });
		expect(result.error).toBeUndefined();
		expect(result.json).toEqual([
			{
				attachment_id: id,
				kind: 'image',
				url: linqUrl(id),
				filename: 'photo.png',
				mime_type: 'image/png',
				size_bytes: PHOTO.length,
				binary_field: 'data',
			},
		]);
		expect(result.items[0]?.pairedItem).toEqual({ item: 0 });
		expect(await bytes(result.items[0]?.binary)).toEqual({ data: PHOTO });
		expect(routes(result)).toEqual([`GET /v3/attachments/${id}`]);
	});

	test('by a URL of Linq in place of the ID, into another field', async () => {
		const id = attach();
		const url = `https://cdn.linqapp.com/attachments/partners/${UNKNOWN_ID}/${id}/photo.png?X=1`;
		const { items, requests } = await download({ fileId: url, outputBinaryField: 'photo' });
		expect(await bytes(items[0]?.binary)).toEqual({ photo: PHOTO });
		expect(requests.map(({ path }) => path)).toEqual([expect.stringContaining(id)]);
	});

	test('all files of a message, with what is known of each', async () => {
		const [photo, memo, place] = [
			attach(),
			attach('Audio Message.caf', 'audio/x-caf', MEMO),
			attach('Current Location.loc.vcf', 'text/vcard', MEMO),
		];
		const messageId = receive(
			{ id: photo, url: linqUrl(photo) },
			{ id: memo, url: linqUrl(memo), filename: 'Audio Message.caf', mime_type: 'audio/x-caf' },
			{ id: place, url: linqUrl(place), filename: 'x.loc.vcf', mime_type: 'text/vcard' },
		);
		const result = await download({ downloadBy: 'messageId', fileMessageId: messageId });
		expect(result.error).toBeUndefined();
		expect(result.json).toMatchObject([
			{
				message_id: messageId,
				from: seeded.ava,
				media: [
					{ attachment_id: photo, kind: 'image', binary_field: 'media_0' },
					{ attachment_id: memo, kind: 'voice', size_bytes: MEMO.length },
					{ attachment_id: place, kind: 'location', binary_field: 'media_2' },
				],
			},
		]);
		expect(await bytes(result.items[0]?.binary)).toEqual({
			media_0: PHOTO,
			media_1: MEMO,
			media_2: MEMO,
		});
		expect(routes(result)).toEqual([`GET /v3/messages/${messageId}`]);
	});

	test('a message without files', async () => {
		const result = await download({ downloadBy: 'messageId', fileMessageId: seeded.fromAva });
		expect(result.json).toMatchObject([{ message_id: seeded.fromAva, media: [] }]);
		expect(result.items[0]?.binary).toBeUndefined();
	});

	test('by URL, from whatever host, without the token', async () => {
		host.answers['/a/b.pdf'] = whole(PHOTO, 'application/pdf');
		const result = await download({
			downloadBy: 'url',
			fileUrl: `${host.url}/a/b.pdf?signature=x`,
		});
		expect(result.json).toMatchObject([
			{ attachment_id: null, kind: 'file', filename: 'b.pdf', mime_type: 'application/pdf' },
		]);
		expect(host.asked).toEqual([{ path: '/a/b.pdf?signature=x', authorization: undefined }]);
		expect(routes(result)).toEqual([]);
	});

	test.each([401, 403, 404, 410])(
		'by a URL that has expired (%d), whose path or own field has the ID',
		async (code) => {
			const id = attach();
			host.answers[`/media/${id}/old.png`] = status(code);
			host.answers['/old'] = status(code);
			for (const parameters of [
				{ fileUrl: `${host.url}/media/${id}/old.png?signature=x` },
				{ fileUrl: `${host.url}/old`, fileIdOfUrl: id },
				{ fileUrl: `${host.url}/old`, fileIdOfUrl: linqUrl(id) },
			]) {
				const result = await download({ downloadBy: 'url', ...parameters });
				expect(result.error).toBeUndefined();
				expect(result.json).toMatchObject([{ attachment_id: id, size_bytes: PHOTO.length }]);
				expect(routes(result)).toEqual([`GET /v3/attachments/${id}`]);
			}
		},
	);

	test.each<[string, () => IDataObject, string, RegExp]>([
		['no attachment ID', () => ({ fileId: NOTHING }), 'Attachment ID is empty', /Enter an ID/],
		[
			'a URL without one',
			() => ({ fileId: 'https://example.com/a.png?token=secret' }),
			'Attachment ID is a URL without the ID of an attachment: "https://example.com/a.png"',
			/by URL/,
		],
		[
			'an unknown one',
			() => ({ fileId: UNKNOWN_ID }),
			'Attachment not found (Linq error 2003)',
			/./,
		],
		[
			'an unknown message',
			() => ({ downloadBy: 'messageId', fileMessageId: UNKNOWN_ID }),
			'Message not found (Linq error 2002)',
			/./,
		],
		['no URL', () => ({ downloadBy: 'url', fileUrl: NOTHING }), 'URL is empty', /Enter the URL/],
		[
			'an invalid URL',
			() => ({ downloadBy: 'url', fileUrl: 'photo' }),
			'The file is not at an https address, so it is not downloaded',
			/Check the URL/,
		],
		[
			'an expired URL without an ID',
			() => ({ downloadBy: 'url', fileUrl: `${host.url}/gone` }),
			'The file could not be fetched (HTTP 404)',
			/With its attachment ID/,
		],
		[
			'a server in trouble',
			() => ({ downloadBy: 'url', fileUrl: `${host.url}/broken` }),
			'The file could not be fetched (HTTP 500)',
			/Try again later/,
		],
		[
			'nobody there',
			() => ({ downloadBy: 'url', fileUrl: 'http://127.0.0.1:1/a?signature=secret' }),
			'The file could not be downloaded: nothing is listening there',
			/Try again later/,
		],
		[
			'a file that is not uploaded yet',
			() => {
				const id = attach();
				Object.assign(sandbox().world.state.attachments.byId(id) ?? {}, { bytes: null });
				return { fileId: id };
			},
			'Linq has no content of the file yet',
			/upload is complete/,
		],
		[
			'a file that is too large',
			() => {
				host.answers['/large'] = whole(Buffer.alloc(MEGABYTE + 1));
				return {
					downloadBy: 'url',
					fileUrl: `${host.url}/large`,
					options: { maxDownloadSize: 1 },
				};
			},
			'The file is larger than 1 MB, the option Maximum File Size',
			/Raise it/,
		],
		[
			'a message of which one file cannot be had',
			() => ({
				downloadBy: 'messageId',
				fileMessageId: receive({ url: `${host.url}/broken`, filename: 'a\n.png' }),
			}),
			'"a.png": The file could not be fetched (HTTP 500)',
			/Try again later/,
		],
	])('%s is an error of the item', async (_, parameters, message, way) => {
		host.answers['/broken'] = status(500);
		const given = parameters();
		const before = await stored();
		const stopped = await download(given);
		expect(stopped.error?.message).toBe(message);
		expect(stopped.error?.description).toMatch(way);
		const continued = await download(given, { onError: 'continueRegularOutput' });
		expect(continued.json).toEqual([{ error: message, details: expect.any(String) as string }]);
		expect(JSON.stringify([stopped.error?.message, stopped.error?.description])).not.toContain(
			'secret',
		);
		expect(await stored()).toEqual(before);
	});

	test('a file that takes too long is given up', async () => {
		const over = new AbortController();
		host.answers['/slow'] = stalls(PHOTO, () => over.abort());
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(over.signal);
		const result = await download({ downloadBy: 'url', fileUrl: `${host.url}/slow` });
		timeout.mockRestore();
		expect(result.error?.message).toBe('The download took longer than 5 minutes');
		await host.cut();
	});
});

test.each(['get', 'delete'])('Attachment > %s takes a URL of Linq', async (operation) => {
	const id = attach();
	const { error, requests } = await run('attachment', operation, { attachmentId: linqUrl(id) });
	expect(error).toBeUndefined();
	expect(requests.map(({ path }) => path)).toEqual([`/v3/attachments/${id}`]);
});

describe('Download Files', () => {
	const options = { downloadMedia: true };

	const reads: Array<[string, (messageId: string) => IDataObject]> = [
		['get', (messageId) => ({ messageId })],
		['getAll', () => ({ chatId, limit: 1 })],
		['getThread', (messageId) => ({ messageId })],
	];

	test.each(reads)('message.%s puts files into binary fields', async (operation, parameters) => {
		const [photo, memo] = [attach(), attach('a.m4a', 'audio/x-m4a', MEMO)];
		const messageId = receive(
			{ id: photo, url: linqUrl(photo) },
			{ id: memo, url: linqUrl(memo), filename: 'a.m4a', mime_type: 'audio/x-m4a' },
		);
		for (const simplify of [true, false]) {
			const result = await run('message', operation, {
				...parameters(messageId),
				simplify,
				options,
			} as never);
			expect(result.error).toBeUndefined();
			expect(result.json).toMatchObject([
				{
					...(simplify ? { message_id: messageId } : { id: messageId, parts: [{}, {}] }),
					media: [
						{ attachment_id: photo, kind: 'image', binary_field: 'media_0' },
						{ attachment_id: memo, kind: 'audio', binary_field: 'media_1' },
					],
				},
			]);
			expect(result.items[0]?.pairedItem).toEqual({ item: 0 });
			expect(await bytes(result.items[0]?.binary)).toEqual({ media_0: PHOTO, media_1: MEMO });
		}
	});

	test('is off by default, and media says what kind each file is all the same', async () => {
		const messageId = receive({ url: `${host.url}/a` });
		const { json, items } = await run('message', 'get', { messageId });
		expect(json).toMatchObject([{ media: [{ kind: 'image', filename: 'photo.png' }] }]);
		expect(items[0]?.binary).toBeUndefined();
		expect(host.asked).toEqual([]);
	});

	test('a file that cannot be had is said to be so, and keeps nothing else back', async () => {
		host.answers['/good'] = whole(PHOTO);
		host.answers['/large'] = whole(Buffer.alloc(MEGABYTE + 1));
		host.answers['/private'] = status(302, { location: 'file:///etc/passwd' });
		host.answers['/dripping'] = status(500);
		const messageId = receive(
			{ url: `${host.url}/expired` },
			{ url: `${host.url}/large` },
			{ url: `${host.url}/private` },
			{ size_bytes: 2 * MEGABYTE },
			{ url: `${host.url}/good`, filename: '../../x', mime_type: 'image/png\r\nX: y' },
			{ url: `${host.url}/dripping` },
		);
		const result = await run('message', 'get', {
			messageId,
			options: { ...options, maxFileSize: 1, mediaFieldPrefix: 'file' },
		});
		expect(result.error).toBeUndefined();
		const tooLarge =
			'The file is larger than 1 MB, the option Maximum File Size. Raise it, or download the file with the Linq node: Attachment > Download';
		expect(result.json[0]?.media).toMatchObject([
			{ error: 'Attachment not found (Linq error 2003)' },
			{ error: tooLarge },
			{ error: expect.stringContaining('not at an https address') as string },
			{ error: tooLarge },
			{ binary_field: 'file4' },
			{ error: 'The file could not be fetched (HTTP 500). Try again later.' },
		]);
		expect(result.items[0]?.binary).toMatchObject({
			file4: { fileName: 'x', mimeType: 'application/octet-stream' },
		});
	});

	test('of a thousand messages come in order, and Linq is asked at its pace', async () => {
		new TurnedClock().install();
		const ids: string[] = [];
		for (let index = 0; index < 1000; index++) {
			const content = Buffer.from(`file ${index}`);
			host.answers[`/${index}`] = whole(content);
			const id = attach(`${index}.txt`, 'text/plain', content);
			const hasExpired = index % 10 === 0 || index > 980;
			const url = hasExpired ? `${host.url}/expired` : `${host.url}/${index}`;
			ids.push(receive({ id, url, filename: `${index}.txt`, mime_type: 'text/plain' }));
		}
		sandbox().world.faults.add({
			operation_id: 'getAttachment',
			status: 429,
			retry_after: 0,
			times: 3,
		});
		const result = await run('message', 'getAll', {
			chatId,
			limit: 1000,
			options: { ...options, maxConcurrentRequests: 1 },
		});
		expect(result.error).toBeUndefined();
		expect(result.json.map(({ message_id: id }) => id)).toEqual(ids.reverse());
		const contents = await Promise.all(
			result.items.map(async ({ binary }) => String(await bytesOf(binary?.media_0))),
		);
		expect(contents).toEqual(ids.map((_, index) => `file ${999 - index}`));
	}, 60_000);

	test('of many messages come four at a time', async () => {
		const held: Array<() => void> = [];
		host.answers['/a'] = (response) => {
			held.push(() => response.end(PHOTO));
			if (held.length === 4) void afterMore(() => held.splice(0).forEach((end) => end()));
		};
		for (let index = 0; index < 12; index++) receive({ url: `${host.url}/a` });
		const list = await run('message', 'getAll', { chatId, limit: 12, options });
		expect(list.items.every(({ binary }) => binary?.media_0)).toBe(true);
		const messageId = receive({ url: `${host.url}/a` });
		const items = Array.from({ length: 12 }, () => ({}));
		const many = await run('message', 'get', { messageId, options }, items);
		expect(many.items.every(({ binary }) => binary?.media_0)).toBe(true);
		expect(host.mostOpen).toBe(4);
	});

	test('of many items: none waits for another for ever', async () => {
		const id = attach();
		const messageId = receive({ id, url: `${host.url}/expired` });
		sandbox().world.faults.add({
			operation_id: 'getAttachment',
			status: 429,
			retry_after: 9,
			times: 4,
		});
		// All places are taken by items that Linq asks to wait, while another one wants a place.
		const waits: Array<() => void> = [];
		jest.spyOn(clock, 'sleep').mockImplementation(async () => {
			const waited = new Promise<void>((resolve) => waits.push(resolve));
			if (waits.length === 4) void afterMore(() => waits.forEach((end) => end()));
			await waited;
		});
		const result = await run(
			'message',
			'get',
			{ messageId, options: { ...options, maxConcurrentRequests: 1 } },
			Array.from({ length: 8 }, () => ({})),
		);
		expect(waits).toHaveLength(4);
		expect(result.items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual(
			Array.from({ length: 8 }, () => ['media_0']),
		);
	});

	test('of one list: Linq is asked one question after the other', async () => {
		for (let index = 0; index < 4; index++) {
			receive({ id: attach(), url: `${host.url}/expired` });
		}
		sandbox().world.faults.add({
			operation_id: 'getAttachment',
			status: 429,
			retry_after: 9,
			times: 4,
		});
		const waits: Array<() => void> = [];
		jest.spyOn(clock, 'sleep').mockImplementation(async () => {
			const waited = new Promise<void>((resolve) => waits.push(resolve));
			void afterMore(() => waits.splice(0).forEach((end) => end()));
			await waited;
		});
		const result = await run('message', 'getAll', {
			chatId,
			limit: 4,
			options: { ...options, maxConcurrentRequests: 1 },
		});
		expect(result.items.every(({ binary }) => binary?.media_0)).toBe(true);
	});

	test('ends with the execution', async () => {
		const cancelling = new AbortController();
		host.answers['/slow'] = stalls(PHOTO, () => cancelling.abort());
		for (let index = 0; index < 20; index++) receive({ url: `${host.url}/slow` });
		const result = await run('message', 'getAll', { chatId, options }, [{}], {
			signal: cancelling.signal,
		});
		expect(result.items).toEqual([]);
		await host.cut();
		expect(host.asked.length).toBeLessThanOrEqual(4);
	});
});

describe('an agent', () => {
	const setup = (parameters: IDataObject) => ({
		node: new Linq(),
		credential: credential(),
		parameters: parameters as never,
	});
	const fromAi = "={{ $fromAI('id', '', 'string') }}";

	test('gets what a message says of its files, and no bytes', async () => {
		const id = attach();
		const messageId = receive({ id, url: linqUrl(id) });
		const get = setup({
			resource: 'message',
			operation: 'get',
			messageId: fromAi,
			options: { downloadMedia: true },
		});
		const { calls } = await runAgent(get, [[{ id: messageId }]]);
		expect(JSON.parse(calls[0]?.[0]?.answer ?? '')).toMatchObject([
			{ message_id: messageId, media: [{ attachment_id: id, binary_field: 'media_0' }] },
		]);
		const run = await runNewAgent(get, { id: messageId });
		expect(run.data.resultData.error).toBeUndefined();
	});

	test('gets what a downloaded file is', async () => {
		const id = attach();
		const download = setup({ resource: 'attachment', operation: 'download', fileId: fromAi });
		const { calls } = await runAgent(download, [[{ id }]]);
		expect(JSON.parse(calls[0]?.[0]?.answer ?? '')).toMatchObject([
			{ attachment_id: id, kind: 'image', filename: 'photo.png' },
		]);
		const run = await runNewAgent(download, { id });
		expect(run.data.resultData.error).toBeUndefined();
	});
});
