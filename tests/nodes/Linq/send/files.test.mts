import { request as ask } from 'node:http';

import type { IBinaryData, IDataObject, INode } from 'n8n-workflow';

import { readCaf } from '../../../support/audio/caf.mts';
import { Studio } from '../../../support/audio/studio.mts';
import { describeWithAudio } from '../../../support/audio/tools.mts';
import { store } from '../../../support/engine/binaryStorage.mts';
import { inItem } from '../../../support/engine/fileInItem.mts';
import { PNG } from '../../../support/files.mts';
import {
	locator,
	routes,
	seeded,
	UNKNOWN_ID,
	useSandbox,
	type LinqRun,
} from '../../../support/linq.mts';
import { startWebServer, type WebServer } from '../../../support/webServer.mts';

const { run: runAll, sandbox } = useSandbox();

/** Runs an operation; of the requests those to the API, without the bytes that go to the storage. */
const run = async (...args: Parameters<typeof runAll>): Promise<LinqRun> => {
	const result = await runAll(...args);
	return { ...result, requests: result.requests.filter(({ path }) => path.startsWith('/v3/')) };
};
const chatId = locator(seeded.chatWithAva);

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(70_000, 32)]);

const sendMessage = `POST /v3/chats/${seeded.chatWithAva}/messages`;
const continueOn: Partial<INode> = { onError: 'continueRegularOutput' };

const uploads = () =>
	sandbox()
		.world.state.attachments.all()
		.filter(({ bytes }) => bytes);

/** The parts of the newest message of a chat. */
const lastParts = () =>
	sandbox().world.state.messages.ofChat(seeded.chatWithAva).at(-1)
		?.parts as unknown as IDataObject[];

describe.each<[string, (bytes: Buffer, name: string, type: string) => Promise<IBinaryData>]>([
	['in n8n’s storage', store],
	['in the item', (bytes, name, type) => Promise.resolve(inItem(bytes, name, type))],
])('a file %s', (_, place) => {
	test('goes beside a text', async () => {
		const result = await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId, text: 'Here it is', options: { attachFiles: 'photo, doc' } },
			[{}],
			{
				files: [
					{
						photo: await place(PNG, 'photo.png', 'image/png'),
						doc: await place(PDF, 'offer.pdf', 'application/pdf'),
					},
				],
			},
		);
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual(['POST /v3/attachments', 'POST /v3/attachments', sendMessage]);
		expect(lastParts()).toMatchObject([{ value: 'Here it is' }, {}, {}]);
		expect(uploads().map(({ filename, contentType }) => [filename, contentType])).toEqual([
			['photo.png', 'image/png'],
			['offer.pdf', 'application/pdf'],
		]);
		expect(uploads().map(({ bytes }) => bytes)).toEqual([PNG, PDF]);
	});

	test('is uploaded once for many items', async () => {
		const file = await place(PDF, 'offer.pdf', 'application/pdf');
		const people = Array.from({ length: 30 }, (_, index) => ({ to: `+1202555${2000 + index}` }));
		const result = await run(
			'message',
			'send',
			{ to: '={{ $json.to }}', text: 'Our offer', options: { attachFiles: 'data' } },
			people,
			{ files: people.map(() => ({ data: { ...file } })) },
		);
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(30);
		expect(uploads()).toHaveLength(1);
		const ids = result.requests
			.filter(({ path }) => path === '/v3/messages')
			.map(({ requestBody }) => /"attachment_id":"([^"]+)"/.exec(requestBody ?? '')?.[1]);
		expect(new Set(ids)).toEqual(new Set([uploads()[0]?.id]));
		expect(ids).toHaveLength(30);
	});
});

test('is uploaded once though n8n has stored it several times', async () => {
	const people = Array.from({ length: 8 }, (_, index) => ({ to: `+1202555${2000 + index}` }));
	const files = [];
	for (const [index] of people.entries()) {
		const bytes = index === 3 ? Buffer.concat([PDF.subarray(0, -1), Buffer.from('!')]) : PDF;
		files.push({ data: await store(bytes, 'offer.pdf', 'application/pdf') });
	}
	const result = await run(
		'message',
		'send',
		{ to: '={{ $json.to }}', text: 'Our offer', options: { attachFiles: 'data' } },
		people,
		{ files },
	);
	expect(result.error).toBeUndefined();
	expect(uploads()).toHaveLength(2);
});

test('is uploaded once though only one request may be under way', async () => {
	const file = inItem(PDF, 'offer.pdf', 'application/pdf');
	const people = Array.from({ length: 5 }, (_, index) => ({ to: `+1202555${2000 + index}` }));
	sandbox().world.faults.add({ operation_id: 'requestUpload', status: 503, times: 1 });
	const result = await run(
		'message',
		'send',
		{
			to: '={{ $json.to }}',
			text: 'Our offer',
			options: { attachFiles: 'data', maxConcurrentRequests: 1 },
		},
		people,
		{ files: people.map(() => ({ data: file })) },
	);
	expect(result.error).toBeUndefined();
	expect(result.items).toHaveLength(5);
	expect(uploads()).toHaveLength(1);
});

describe('every place for a file', () => {
	const png = () => store(PNG, 'photo.png', 'image/png');
	const id = () => uploads()[0]?.id;

	test('a media part', async () => {
		const result = await run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId,
				messageType: 'parts',
				parts: { part: [{ type: 'media', source: 'binary', binaryField: 'data', sticker: true }] },
			},
			[{}],
			{ files: [{ data: await png() }] },
		);
		expect(result.error).toBeUndefined();
		expect(JSON.parse(result.requests[1]?.requestBody ?? '')).toMatchObject({
			message: { parts: [{ type: 'media', attachment_id: id(), sticker: true }] },
		});
	});

	test('an inline sticker', async () => {
		const result = await run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId,
				text: 'What a :day:',
				options: {
					inlineStickers: {
						stickers: {
							sticker: [
								{ appliesTo: 'phrase', phrase: ':day:', source: 'binary', binaryField: 'data' },
							],
						},
					},
				},
			},
			[{}],
			{ files: [{ data: await png() }] },
		);
		expect(result.error).toBeUndefined();
		expect(JSON.parse(result.requests[1]?.requestBody ?? '')).toMatchObject({
			message: { parts: [{ inline_stickers: [{ attachment_id: id(), range: [7, 12] }] }] },
		});
	});

	test('a sticker on a message', async () => {
		const result = await run(
			'message',
			'addReaction',
			{
				messageId: seeded.fromAva,
				reaction: 'sticker',
				stickerSource: 'binary',
				stickerBinaryField: 'data',
			},
			[{}],
			{ files: [{ data: await png() }] },
		);
		expect(result.error).toBeUndefined();
		expect(JSON.parse(result.requests[1]?.requestBody ?? '')).toMatchObject({
			attachment_id: id(),
		});
	});

	test.each<[string, string, IDataObject]>([
		[
			'chat',
			'update',
			{ chatId: locator(seeded.group), updateFields: { iconBinaryField: 'data' } },
		],
		[
			'contactCard',
			'update',
			{ line: locator(seeded.line), updateFields: { imageBinaryField: 'data' } },
		],
		[
			'background',
			'set',
			{ chatId, kind: 'photo', imageSource: 'binary', imageBinaryField: 'data' },
		],
	])('%s > %s', async (resource, operation, parameters) => {
		const result = await run(resource, operation, parameters as never, [{}], {
			files: [{ data: await png() }],
		});
		expect(uploads()).toHaveLength(1);
		expect(result.requests[1]?.requestBody).toContain(`/${id()}/photo.png`);
	});

	test('the picture of an app card', async () => {
		const app = { bundleId: 'com.example', appName: 'Shop', teamId: 'A1B2C3D4E5' };
		const result = await run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId,
				messageType: 'appCard',
				app: { app },
				cardLayout: { imageBinaryField: 'data', image_title: 'Today' },
			},
			[{}],
			{ files: [{ data: await png() }] },
		);
		expect(result.requests[1]?.requestBody).toContain(`/${id()}/photo.png`);
	});

	test('Attachment > Upload', async () => {
		const result = await run(
			'attachment',
			'upload',
			{ uploadBinaryField: 'data', options: { fileName: 'Sunset' } },
			[{}],
			{ files: [{ data: await png() }] },
		);
		expect(result.error).toBeUndefined();
		expect(result.json).toEqual([
			{
				attachment_id: id(),
				filename: 'Sunset.png',
				content_type: 'image/png',
				size_bytes: PNG.length,
				download_url: expect.stringContaining(`/${id()}/`) as string,
			},
		]);
		expect(routes(result)).toEqual(['POST /v3/attachments']);
	});
});

describe('refuses before any request', () => {
	const send = async (files: Record<string, IBinaryData>, field = 'data') =>
		await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId, text: 'Hi', options: { attachFiles: field } },
			[{}],
			{
				files: [files],
			},
		);

	test.each<[string, () => Promise<Record<string, IBinaryData>>, string, string, string]>([
		[
			'a field that is not there',
			async () => ({ photo: await store(PNG, 'photo.png', 'image/png') }),
			'data',
			'the item has no file in the field "data"',
			'It has files in: photo.',
		],
		[
			'no file at all',
			() => Promise.resolve({}),
			'data',
			'the item has no file in the field "data"',
			'node before',
		],
		['no name', () => Promise.resolve({}), ' ', 'is empty', 'Enter the name of the field'],
		[
			'an empty file',
			async () => ({ data: await store(Buffer.alloc(0), 'a.png', 'image/png') }),
			'data',
			'"a.png" is empty',
			'Check the node that makes the file.',
		],
		[
			'a type that Linq does not take, whatever it is called',
			async () => ({ data: await store(Buffer.from('fLaC....'), 'song.mp3', 'audio/mpeg') }),
			'data',
			'"song.mp3" is audio/flac, which Linq does not take here',
			'Linq takes pictures, videos',
		],
		[
			'a file of an unknown type',
			async () => ({
				data: await store(Buffer.from([1, 2, 3]), 'a.bin', 'application/octet-stream'),
			}),
			'data',
			'"a.bin" is of an unknown type, which Linq does not take here',
			'Linq takes',
		],
		[
			'a file that is too large',
			async () => ({
				data: await store(Buffer.alloc(104_857_601, '%PDF-'), 'big.pdf', 'application/pdf'),
			}),
			'data',
			'"big.pdf" has 100.1 MB, but Linq allows at most 100 MB',
			'send a link to it',
		],
		[
			'the second of two files',
			async () => ({
				a: await store(PNG, 'a.png', 'image/png'),
				b: await store(Buffer.from('fLaC....'), 'b.flac', 'audio/flac'),
			}),
			'a,b',
			'"b.flac" is audio/flac',
			'Linq takes',
		],
	])('%s', async (_, files, field, message, hint) => {
		const { error, requests } = await send(await files(), field);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(hint);
		expect(requests).toEqual([]);
	});

	test('an image for something else', async () => {
		const { error, requests } = await run(
			'background',
			'set',
			{ chatId, kind: 'photo', imageSource: 'binary', imageBinaryField: 'data' },
			[{}],
			{ files: [{ data: await store(PDF, 'a.pdf', 'application/pdf') }] },
		);
		expect(error?.message).toContain('is application/pdf, which Linq does not take here');
		expect(error?.description).toContain('Linq takes JPEG, PNG, HEIC and WebP images.');
		expect(requests).toEqual([]);
	});
});

/** A storage that breaks some uploads, in front of the sandbox's own. */
class BrokenStorage {
	readonly puts: Array<{ url: string; headers: IDataObject }> = [];
	#server?: WebServer;

	/** @param how what happens to each upload in turn; those behind the last one go through */
	async start(how: Array<'cut' | 'cut after' | number>): Promise<string> {
		const behind = sandbox().world.settings.storageUrl;
		this.#server = await startWebServer((incoming, outgoing) => {
			const fate = how[this.puts.length];
			this.puts.push({ url: incoming.url ?? '', headers: { ...incoming.headers } });
			if (fate === 'cut') {
				incoming.once('data', () => incoming.destroy());
				return;
			}
			if (typeof fate === 'number') {
				incoming.resume().once('end', () => outgoing.writeHead(fate).end('<Error/>'));
				return;
			}
			const onward = ask(
				`${behind}${incoming.url ?? ''}`,
				{ method: incoming.method, headers: incoming.headers },
				(answer) => {
					if (fate === 'cut after') {
						outgoing.destroy();
						return;
					}
					outgoing.writeHead(answer.statusCode ?? 500);
					answer.pipe(outgoing);
				},
			);
			incoming.pipe(onward);
		});
		return this.#server.url;
	}

	async close(): Promise<void> {
		await this.#server?.close();
	}
}

describe('when the storage fails', () => {
	const storage = () => sandbox().world.settings;
	let own: string;
	let broken: BrokenStorage;

	beforeEach(() => {
		own = storage().storageUrl;
		broken = new BrokenStorage();
	});

	afterEach(async () => {
		storage().storageUrl = own;
		await broken.close();
	});

	const send = async (settings: Partial<INode> = {}) =>
		await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId, text: 'Hi', options: { attachFiles: 'data' } },
			[{}],
			{
				files: [{ data: await store(PDF, 'offer.pdf', 'application/pdf') }],
				settings,
			},
		);

	test.each([[['cut' as const]], [['cut after' as const]], [[503]]])(
		'an upload that breaks (%s) begins anew, and the message goes once',
		async (fates) => {
			storage().storageUrl = await broken.start(fates);
			const before = sandbox().world.state.messages.ofChat(seeded.chatWithAva).length;
			const result = await send();
			expect(result.error).toBeUndefined();
			expect(broken.puts).toHaveLength(2);
			expect(new Set(broken.puts.map(({ url }) => url)).size).toBe(2);
			const messages = sandbox().world.state.messages.ofChat(seeded.chatWithAva);
			expect(messages).toHaveLength(before + 1);
		},
	);

	test('the token goes nowhere but to Linq', async () => {
		storage().storageUrl = await broken.start([]);
		await send();
		const [{ headers } = { headers: {} }] = broken.puts;
		expect(JSON.stringify(headers)).not.toContain(sandbox().token);
		expect(headers).toMatchObject({
			'content-type': 'application/pdf',
			'content-length': String(PDF.length),
		});
	});

	test('a refusal is told in plain words, without the address', async () => {
		storage().storageUrl = await broken.start([403]);
		const result = await send();
		expect(result.error?.message).toMatch(
			/^"offer.pdf" could not be uploaded: 127.0.0.1:\d+ answered with HTTP 403$/,
		);
		expect(result.error?.description).toContain('Nothing was sent for this item.');
		expect(JSON.stringify(result.run.data)).not.toContain('X-Amz-Signature');
		expect(routes(result)).toEqual(['POST /v3/attachments']);
	});

	test('other items go on', async () => {
		storage().storageUrl = await broken.start([403]);
		const result = await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId, text: '={{ $json.text }}', options: { attachFiles: 'data' } },
			[{ text: 'one' }, { text: 'two' }],
			{
				files: [
					{ data: await store(PDF, 'offer.pdf', 'application/pdf') },
					{ data: await store(PNG, 'photo.png', 'image/png') },
				],
				settings: continueOn,
			},
		);
		expect(result.json[0]?.error).toContain('could not be uploaded');
		expect(result.json[1]).toMatchObject({ text: 'two' });
	});
});

describe('Voice Memo > Send', () => {
	const WAV = Buffer.concat([
		Buffer.from('RIFF\x24\x1f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1'),
		Buffer.from('401f0000803e000002001000', 'hex'),
		Buffer.from('data\0\x1f\0\0', 'latin1'),
		Buffer.alloc(0x1f00, 1),
	]);
	const memo = async (file: IBinaryData, options: IDataObject = {}) =>
		await run(
			'voiceMemo',
			'send',
			{ chatId, audioSource: 'binary', audioBinaryField: 'data', options } as never,
			[{}],
			{ files: [{ data: file }] },
		);

	test('a file that Linq takes goes as it is', async () => {
		const result = await memo(await store(WAV, 'memo.wav', 'audio/wav'));
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual([
			'POST /v3/attachments',
			`POST /v3/chats/${seeded.chatWithAva}/voicememo`,
		]);
		expect(uploads()[0]).toMatchObject({ filename: 'memo.wav', contentType: 'audio/x-wav' });
		expect(uploads()[0]?.bytes).toEqual(WAV);
	});

	describeWithAudio('a voice note', () => {
		test('behind a URL is fetched and converted; one that Linq takes is not', async () => {
			const note = new Studio();
			const ogg = note.opus(note.wav({ rate: 16_000, channels: 1, seconds: 2 }));
			note.close();
			const { state, settings } = sandbox().world;
			const { id } = state.attachments.add({
				filename: 'note.ogg',
				contentType: 'audio/ogg',
				sizeBytes: ogg.length,
				createdAt: new Date().toISOString(),
				uploadExpires: 0,
				signature: '',
				bytes: ogg,
			});
			const url = `${settings.storageUrl}/media/${id}/note.ogg`;
			const people = [seeded.chatWithAva, seeded.chatWithBen].map((chat) => ({ chat }));
			const result = await run(
				'voiceMemo',
				'send',
				{ chatId: locator('={{ $json.chat }}'), voiceMemoUrl: url },
				people,
			);
			expect(result.error).toBeUndefined();
			expect(routes(result).filter((route) => route === 'POST /v3/attachments')).toHaveLength(1);
			const memo = uploads().at(-1);
			expect(memo).toMatchObject({ filename: 'note.caf', contentType: 'audio/x-caf' });
			expect(readCaf(memo?.bytes ?? Buffer.alloc(0)).valid).toBe(2 * 48_000);
			const bodies = result.requests
				.filter(({ path }) => path.endsWith('/voicememo'))
				.map(({ requestBody }) => JSON.parse(requestBody) as unknown);
			expect(bodies).toEqual([{ attachment_id: memo?.id }, { attachment_id: memo?.id }]);

			const unread = await run('voiceMemo', 'send', {
				chatId,
				voiceMemoUrl: 'https://example.com/memo.m4a',
			});
			expect(unread.sent).toEqual({ voice_memo_url: 'https://example.com/memo.m4a' });
		});
	});

	test('many distinct notes at once end, each with an upload of its own', async () => {
		const people = Array.from({ length: 12 }, (_, index) => ({ index }));
		const result = await run(
			'voiceMemo',
			'send',
			{
				chatId,
				audioSource: 'binary',
				audioBinaryField: 'data',
				options: { maxConcurrentRequests: 2 },
			},
			people,
			{
				files: people.map(({ index }) => {
					const bytes = Buffer.from(WAV);
					bytes.writeUInt8(index, bytes.length - 1);
					return { data: inItem(bytes, `memo ${index}.wav`, 'audio/wav') };
				}),
			},
		);
		expect(result.error).toBeUndefined();
		expect(uploads()).toHaveLength(12);
		expect(result.items).toHaveLength(12);
	});

	test('a reply goes as a file, if that is wanted', async () => {
		const replyTo = seeded.fromAva;
		const refused = await memo(inItem(WAV, 'memo.wav', 'audio/wav'), { replyTo });
		expect(refused.error?.message).toBe('A voice memo cannot be a reply');
		expect(refused.requests).toEqual([]);

		const result = await memo(inItem(WAV, 'memo.wav', 'audio/wav'), {
			replyTo,
			ifNotPossible: 'file',
		});
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual(['POST /v3/attachments', sendMessage]);
		expect(JSON.parse(result.requests[1]?.requestBody ?? '')).toMatchObject({
			message: {
				parts: [{ type: 'media', attachment_id: uploads()[0]?.id }],
				reply_to: { message_id: seeded.fromAva, part_index: 0 },
				idempotency_key: expect.stringMatching(/^n8n-/) as string,
			},
		});
	});

	test('a file of over 10 MB goes as a file, if that is wanted', async () => {
		const long = await store(
			Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(11_000_000, 0xff)]),
			'long.mp3',
			'audio/mpeg',
		);
		const refused = await memo(long);
		expect(refused.error?.message).toContain(
			'"long.mp3" has 10.5 MB, but Linq allows at most 10 MB',
		);
		expect(refused.requests).toEqual([]);
		const result = await memo(long, { ifNotPossible: 'file' });
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual(['POST /v3/attachments', sendMessage]);
	});

	test('the error for a file that is not audio says what it is', async () => {
		const { error, requests } = await memo(inItem(PDF, 'a.pdf', 'application/pdf'), {
			convert: false,
		});
		expect(error?.message).toContain('"a.pdf" is application/pdf');
		expect(requests).toEqual([]);
	});

	test('a file that was uploaded before', async () => {
		const { sent } = await run('voiceMemo', 'send', {
			chatId,
			audioSource: 'attachmentId',
			attachmentId: UNKNOWN_ID,
		});
		expect(sent).toEqual({ attachment_id: UNKNOWN_ID });
	});
});
