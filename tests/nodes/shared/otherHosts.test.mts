import type { RequestListener } from 'node:http';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { LinqTrigger } from '../../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { callPicker, testCredential } from '../../support/engine/editor.mts';
import { inItem } from '../../support/engine/fileInItem.mts';
import { callHook } from '../../support/engine/trigger.mts';
import { locator, seeded, useSandbox } from '../../support/linq.mts';
import { startWebServer, type WebServer } from '../../support/webServer.mts';

const { credential, run } = useSandbox();

const TOKEN = 'lp_t0ken/+with=signs';
const GROUP = locator(seeded.group);

let server: WebServer;
let answer: RequestListener;
let asked: Array<string | undefined> = [];

beforeAll(async () => {
	server = await startWebServer((request, response) => {
		asked.push(request.url);
		answer(request, response);
	});
});

beforeEach(() => {
	asked = [];
});

afterAll(() => server.close());

const elsewhere = () => ({ apiToken: TOKEN, baseUrl: `${server.url}/api/partner` });

const send = (settings: IDataObject = {}) =>
	run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator(seeded.chatWithAva),
			messageType: 'text',
			text: 'Hello',
			options: {},
		},
		[{}],
		{ credential: elsewhere(), settings },
	);

const trigger = () => ({
	node: new LinqTrigger(),
	credential: elsewhere(),
	parameters: { events: ['message.received'] },
	n8nUrl: server.url,
});

const messageOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no error',
		(error: Error & { description?: string }) => `${error.message} ${error.description ?? ''}`,
	);

describe('a redirect is not followed', () => {
	beforeEach(() => {
		answer = (request, response) => {
			const { baseUrl } = credential();
			const path = String(request.url).replace('/api/partner', '');
			response.writeHead(status, { location: `${baseUrl}${path}?token=${TOKEN}` }).end();
		};
	});

	let status = 307;
	const SAYS = /^The base URL redirects to http:\/\/127\.0\.0\.1:\d+\/api\/partner/;

	test.each([301, 302, 303, 307, 308])('of a message, HTTP %d', async (code) => {
		status = code;
		const { error, requests } = await send();
		expect(requests).toEqual([]);
		expect(error?.message).toMatch(SAYS);
		expect(error?.description).toContain('Nothing was sent there');
		expect(JSON.stringify(error)).not.toContain(TOKEN);
		expect(asked).toHaveLength(1);
	});

	test.each(
		(
			[
				['voiceMemo', 'send', { chatId: GROUP, voiceMemoUrl: 'https://example.com/memo.m4a' }],
				['message', 'addReaction', { messageId: seeded.fromAva, reaction: 'laugh' }],
				['message', 'removeReaction', { messageId: seeded.fromAva, reaction: 'laugh' }],
				['message', 'edit', { messageId: seeded.toAva, newText: 'From 3 pm' }],
				['participant', 'add', { chatId: GROUP, handle: '+12025550177' }],
				['participant', 'remove', { chatId: GROUP, handle: seeded.ben }],
			] as Array<[string, string, INodeParameters]>
		).flatMap(([resource, operation, parameters]) =>
			[307, 308].map((code) => [resource, operation, code, parameters] as const),
		),
	)(
		'of the look whether a request without an answer did its work: %s %s, HTTP %d',
		async (resource, operation, code, parameters) => {
			status = code;
			const redirect = answer;
			answer = (request, response) => {
				if (request.method === 'GET') redirect(request, response);
				else response.destroy();
			};
			const { error, requests } = await run(resource, operation, parameters, [{}], {
				credential: elsewhere(),
			});
			expect(asked).toHaveLength(2);
			expect(requests).toEqual([]);
			expect(error?.description).toMatch(/check in Linq before you send it again/);
			expect(JSON.stringify(error)).not.toContain(TOKEN);
		},
	);

	test.each([307, 308])('of the request for an upload, HTTP %d', async (code) => {
		status = code;
		const { error, requests } = await run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId: locator(seeded.chatWithAva),
				text: 'Here',
				options: { attachFiles: 'file' },
			},
			[{}],
			{
				credential: elsewhere(),
				files: [{ file: inItem(Buffer.from('%PDF-1.7\n'), 'offer.pdf', 'application/pdf') }],
			},
		);
		expect(asked).toEqual(['/api/partner/v3/attachments']);
		expect(requests).toEqual([]);
		expect(error?.message).toMatch(SAYS);
		expect(JSON.stringify(error)).not.toContain(TOKEN);
	});

	test('of a picker', async () => {
		expect(await messageOf(callPicker(elsewhere(), 'searchLines'))).toMatch(SAYS);
	});

	test('of the registration of a trigger', async () => {
		expect(await messageOf(callHook(trigger(), 'create'))).toMatch(SAYS);
	});

	test('of the credential’s test', async () => {
		expect((await testCredential(elsewhere())).message).toMatch(SAYS);
	});
});

describe('a token echoed in an answer is blacked out', () => {
	const echo = [TOKEN, encodeURIComponent(TOKEN)].join(' and ');

	beforeEach(() => {
		answer = (_, response) => {
			response.writeHead(403, { 'content-type': 'application/json' }).end(
				JSON.stringify({
					success: false,
					error: { status: 403, code: 2999, message: `No: ${echo}`, doc_url: `https://x/?${echo}` },
					trace_id: echo,
				}),
			);
		};
	});

	const expectHidden = (text: string) => {
		expect(text).toContain('No: *** and ***');
		expect(text).not.toContain('t0ken');
	};

	test('in the error of a node, and in its error item', async () => {
		const { error } = await send();
		expectHidden(`${error?.message} ${error?.description}`);
		const { json } = await send({ onError: 'continueRegularOutput' });
		expectHidden(JSON.stringify(json));
	});

	test('in a picker, in the registration of a trigger, in the credential’s test', async () => {
		expectHidden(await messageOf(callPicker(elsewhere(), 'searchLines')));
		expectHidden(await messageOf(callHook(trigger(), 'create')));
		expectHidden(String((await testCredential(elsewhere())).message));
	});
});
