import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const text = (value: string) => ({ type: 'text', value });
const chatWith = (message: unknown) => ({ from: SEED.line, to: ['+12025550177'], message });

/** Each row: what is sent, and the code that contract/behaviour.md section 3 gives it. */
const refused: Array<[string, number, number, unknown]> = [
	['a missing message', 400, 1001, { from: SEED.line, to: [SEED.ava] }],
	['a message with no content', 400, 1001, chatWith({})],
	['a line that is no number', 400, 1002, { ...chatWith({ parts: [text('a')] }), from: '555' }],
	[
		'a recipient that is no handle',
		400,
		1002,
		{ ...chatWith({ parts: [text('a')] }), to: ['ava'] },
	],
	['two texts in a row', 400, 1004, chatWith({ parts: [text('a'), text('b')] })],
	[
		'a link beside a text',
		400,
		1004,
		chatWith({ parts: [{ type: 'link', value: 'https://example.com' }, text('a')] }),
	],
	[
		'mention_range without mention (dependentRequired)',
		400,
		1004,
		chatWith({ parts: [{ ...text('abc'), mention_range: [0, 1] }] }),
	],
	[
		'both url and attachment_id (oneOf)',
		400,
		1004,
		chatWith({
			parts: [
				{
					type: 'media',
					url: 'https://example.com/a.png',
					attachment_id: '550e8400-e29b-41d4-a716-446655440000',
				},
			],
		}),
	],
	[
		'an http URL',
		400,
		1004,
		chatWith({ parts: [{ type: 'media', url: 'http://example.com/a.png' }] }),
	],
	['an unknown part type', 400, 1004, chatWith({ parts: [{ type: 'sound', value: 'a' }] })],
	['a text of 10,001 characters', 400, 1004, chatWith({ parts: [text('a'.repeat(10_001))] })],
	[
		'101 parts',
		400,
		1004,
		chatWith({
			parts: Array.from({ length: 101 }, () => ({ type: 'media', url: 'https://a.b/c.png' })),
		}),
	],
	[
		'parts and experience',
		400,
		1004,
		chatWith({ parts: [text('a')], experience: { name: 'agentcard', action: 'attach_card' } }),
	],
	[
		'an app card without a layout',
		400,
		1008,
		chatWith({
			parts: [
				{
					type: 'imessage_app',
					app: { bundle_id: 'a', name: 'A', team_id: 'ABCDE12345' },
					layout: {},
				},
			],
		}),
	],
	[
		'32 recipients',
		400,
		1005,
		{ ...chatWith({ parts: [text('a')] }), to: Array<string>(32).fill('+12025550177') },
	],
	[
		'a link in the first message',
		400,
		1005,
		chatWith({ parts: [text('see https://example.com')] }),
	],
	[
		'a line of somebody else',
		403,
		2006,
		{ ...chatWith({ parts: [text('a')] }), from: '+12025559999' },
	],
	[
		'a mention in a direct chat',
		409,
		2023,
		chatWith({ parts: [{ ...text('hey'), mention: SEED.ava }] }),
	],
	[
		'an attachment that does not exist',
		404,
		2003,
		chatWith({ parts: [{ type: 'media', attachment_id: '550e8400-e29b-41d4-a716-446655440000' }] }),
	],
];

test.each(refused)('%s is %d/%d', async (_what, status, code, body) => {
	const before = lab.sandbox.world.state.chats.all().length;
	const answer = await lab.client.api<ErrorAnswer>('POST', '/v3/chats', { body });
	expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status, code });
	expect(lab.sandbox.world.state.chats.all()).toHaveLength(before);
});

test('animations may not overlap another decoration', async () => {
	const decorated = (decorations: unknown[]) =>
		lab.client.api<ErrorAnswer>('POST', `/v3/chats/${SEED.avaChat}/messages`, {
			body: { message: { parts: [{ ...text('hello'), text_decorations: decorations }] } },
		});
	const bold = { range: [0, 3], style: 'bold' };
	expect((await decorated([bold, { range: [1, 4], style: 'italic' }])).status).toBe(202);
	const overlap = await decorated([bold, { range: [2, 4], animation: 'shake' }]);
	expect(overlap.body.error.code).toBe(1005);
	expect((await decorated([bold, { range: [3, 5], animation: 'shake' }])).status).toBe(202);
	expect((await decorated([{ range: [0, 6], style: 'bold' }])).body.error.code).toBe(1005);
	const both = { range: [0, 1], style: 'bold', animation: 'nod' };
	expect((await decorated([both])).body.error.code).toBe(1004);
});

test('the envelope is complete and carries the trace id of the header', async () => {
	const { status, headers, body } = await lab.client.api<ErrorAnswer>('GET', '/v3/chats', {
		token: 'wrong',
	});
	expect(status).toBe(401);
	expect(body).toEqual({
		success: false,
		error: {
			status: 401,
			code: 2004,
			message: 'Unauthorized - missing or invalid authentication token',
			doc_url: 'https://docs.linqapp.com/error/codes/2xxx/2004/',
		},
		trace_id: headers['x-trace-id'],
	});
	expect(body.trace_id).toMatch(/^[0-9a-f]{32}$/);
});

test('no token is 401, before anything else is looked at', async () => {
	const answer = await lab.client.api<ErrorAnswer>('POST', '/v3/chats', { token: null, raw: '{' });
	expect(answer.body.error.code).toBe(2004);
});

test('a body that is not JSON, or not sent as JSON, is 1003', async () => {
	const post = (options: object) => lab.client.api<ErrorAnswer>('POST', '/v3/chats', options);
	expect((await post({ raw: '{"from":' })).body.error.code).toBe(1003);
	expect((await post({ raw: '[]' })).body.error.code).toBe(1003);
	expect((await post({})).body.error.code).toBe(1003);
	const body = chatWith({ parts: [text('a')] });
	const plain = await post({ body, headers: { 'content-type': 'text/plain' } });
	expect(plain.body.error.code).toBe(1003);
});

test('an id that is no UUID is 400 where the contract lists one, else 404', async () => {
	const chat = await lab.client.api<ErrorAnswer>('GET', '/v3/chats/42');
	expect(chat.status).toBe(400);
	expect(chat.body.error.message).toBe('invalid chatId format: must be a valid UUID');
	const read = await lab.client.api<ErrorAnswer>('POST', '/v3/chats/42/read');
	expect(read.body.error).toMatchObject({ status: 404, code: 2001 });
});

test.each([
	['GET', '/v3/chats/550e8400-e29b-41d4-a716-446655440000', 2001],
	['GET', '/v3/messages/550e8400-e29b-41d4-a716-446655440000', 2002],
	['GET', '/v3/attachments/550e8400-e29b-41d4-a716-446655440000', 2003],
	['GET', '/v3/webhook-subscriptions/550e8400-e29b-41d4-a716-446655440000', 2010],
	['GET', '/v3/no-such-thing', 2001],
] as const)('%s %s is 404/%d', async (method, path, code) => {
	const answer = await lab.client.api<ErrorAnswer>(method, path);
	expect(answer.body.error).toMatchObject({ status: 404, code });
});

test('an unknown query parameter and a page too large are refused', async () => {
	for (const query of ['limit=101', 'limit=0', 'limit=x', 'size=5', 'cursor=next']) {
		const answer = await lab.client.api<ErrorAnswer>('GET', `/v3/chats?${query}`);
		expect([query, answer.body.error.code]).toEqual([query, 1005]);
	}
});

test('an answer that breaks the contract is a loud 500', async () => {
	const line = lab.sandbox.world.state.lines.all()[0];
	if (line) line.phoneNumber = 'not a number';
	const answer = await lab.client.api<ErrorAnswer>('GET', '/v3/phone_numbers');
	expect(answer.status).toBe(500);
	expect(answer.body.error.message).toContain('/phone_numbers/0/phone_number must match pattern');
});
