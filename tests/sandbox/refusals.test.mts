import { API_PREFIX } from '../../sandbox/http/api.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';
import { exchange } from './support/wire.mts';

/*
 * Requests that never reach an operation are refused in Linq's envelope all the same. The control
 * side has its own form of errors.
 */

let lab: Lab;
beforeAll(async () => {
	lab = await Lab.start();
});
afterAll(() => lab.close());

const messages = `/v3/chats/${SEED.avaChat}/messages`;
const type = (value: string): [string, string] => ['Content-Type', value];
const message = JSON.stringify({ message: { parts: [{ type: 'text', value: 'Hello' }] } });

type Row = [
	what: string,
	request: { method?: string; path: string; headers?: Array<[string, string]>; body?: string },
	status: number,
	code: number,
	text: string,
];

const rows: Row[] = [
	['a path with a lone %', { path: '/v3/chats/%' }, 400, 1005, 'the path is not percent-encoded'],
	['a path with no hex digits', { path: '/v3/chats/%zz/messages' }, 400, 1005, 'percent-encoded'],
	['a path that is no UTF-8', { path: '/v3/chats/%C3%28' }, 400, 1005, 'percent-encoded'],
	['a path that nobody knows', { path: '/v3/nothing' }, 404, 2001, 'GET /v3/nothing'],
	['no path at all', { path: '' }, 404, 2001, 'GET '],
	['a long path', { path: `/v3/${'x'.repeat(1_500)}` }, 404, 2001, 'GET /v3/xxx'],
	['another version', { path: '/v2/chats' }, 404, 2001, 'GET /v2/chats'],
	[
		'a method of another path',
		{ method: 'PATCH', path: '/v3/chats' },
		404,
		2001,
		'PATCH /v3/chats',
	],
	['a rare method', { method: 'PROPFIND', path: '/v3/chats' }, 404, 2001, 'PROPFIND /v3/chats'],
	['a method that is none', { method: 'FOO', path: '/v3/chats' }, 400, 1003, 'not readable'],
	['an OPTIONS request', { method: 'OPTIONS', path: '/v3/chats' }, 404, 2001, 'OPTIONS /v3/chats'],
	[
		'a content type that cannot be read',
		{ method: 'POST', path: messages, headers: [type('json')], body: message },
		400,
		1003,
		'Content-Type must be application/json',
	],
	[
		'another content type',
		{ method: 'POST', path: messages, headers: [type('text/plain')], body: message },
		400,
		1003,
		'Content-Type must be application/json',
	],
	[
		'no content type',
		{ method: 'POST', path: messages, body: message },
		400,
		1003,
		'Content-Type must be application/json',
	],
	[
		'a body that is too large',
		{
			method: 'POST',
			path: messages,
			headers: [type('application/json')],
			body: 'x'.repeat(8 * 1024 * 1024 + 1),
		},
		400,
		1003,
		'more than 8388608 bytes',
	],
	[
		'a header that is none',
		{ path: '/v3/chats', headers: [['No Name', 'x']] },
		400,
		1003,
		'The request is not readable',
	],
	[
		'headers without end',
		{ path: '/v3/chats', headers: [['X-Long', 'x'.repeat(20_000)]] },
		431,
		1003,
		'The request is not readable',
	],
];

test.each(rows)('%s is refused in the envelope', async (_what, asked, status, code, text) => {
	const answer = await exchange(lab.sandbox.url, {
		method: asked.method ?? 'GET',
		path: `${API_PREFIX}${asked.path}`,
		headers: [['Authorization', `Bearer ${lab.sandbox.token}`], ...(asked.headers ?? [])],
		body: asked.body,
	});
	expect(answer.status).toBe(status);
	expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
	const body = JSON.parse(answer.body) as ErrorAnswer;
	expect(body).toEqual({
		success: false,
		error: {
			status,
			code,
			message: expect.stringContaining(text) as string,
			doc_url: `https://docs.linqapp.com/error/codes/${Math.floor(code / 1000)}xxx/${code}/`,
		},
		trace_id: answer.headers['x-trace-id'],
	});
	expect(body.trace_id).toMatch(/^[0-9a-f]{32}$/);
});

test('unreadable requests are in the record of requests', async () => {
	const { record } = lab.sandbox.world;
	record.clear();
	await lab.client.api('POST', messages, { raw: message, headers: { 'content-type': 'json' } });
	expect(record.all()).toMatchObject([{ method: 'POST', path: messages, status: 400 }]);
});

test.each([
	['GET', '/sandbox/nothing', 404],
	['GET', '/sandbox/%zz', 400],
	['PROPFIND', '/sandbox/lines', 404],
	['GET', '/api/partners', 404],
])('%s %s is refused with a sentence', async (method, path, status) => {
	const answer = await exchange(lab.sandbox.url, { method, path, headers: [] });
	expect(answer.status).toBe(status);
	expect(JSON.parse(answer.body)).toEqual({ error: expect.any(String) as string });
});
