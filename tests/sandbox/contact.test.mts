import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const control = <Body = Record<string, unknown>,>(path: string, body: object) =>
	lab.client.control<Body>('POST', path, body);

test('a stranger opens a direct chat with the first line', async () => {
	const { receiver } = await lab.subscribe(['chat.created', 'message.received']);
	const { body } = await control<{ chat_id: string; message_id: string }>('/receive', {
		from: '+12025550188',
		text: 'Hello',
	});
	await lab.sandbox.settled();
	expect(receiver.types.sort()).toEqual(['chat.created', 'message.received']);
	const chat = await lab.client.api('GET', `/v3/chats/${body.chat_id}`);
	expect(chat.body).toMatchObject({ is_group: false, handles: [{ handle: SEED.line }, {}] });
	const again = await control('/receive', { from: '+12025550188', text: 'Again' });
	expect(again.body.chat_id).toBe(body.chat_id);
});

test('reactions, typing and edits of a contact are told and can be read back', async () => {
	const { receiver } = await lab.subscribe([
		'reaction.added',
		'reaction.removed',
		'chat.typing_indicator.started',
		'chat.typing_indicator.stopped',
		'message.edited',
	]);
	const love = { message_id: SEED.toAva, type: 'love' };
	await control('/react', love);
	const message = await lab.client.api('GET', `/v3/messages/${SEED.toAva}`);
	expect(message.body).toMatchObject({
		parts: [{ reactions: [{ type: 'love', is_me: false, handle: { handle: SEED.ava } }] }],
	});
	await control('/unreact', love);
	await control('/typing/start', { chat_id: SEED.avaChat });
	await control('/typing/stop', { chat_id: SEED.avaChat });
	await control('/edit', { message_id: SEED.fromAva, text: 'Hello?' });
	await lab.sandbox.settled();
	expect(receiver.types.sort()).toEqual([
		'chat.typing_indicator.started',
		'chat.typing_indicator.stopped',
		'message.edited',
		'reaction.added',
		'reaction.removed',
	]);
	expect(receiver.of('reaction.added')[0]?.payload.data).toMatchObject({
		chat_id: SEED.avaChat,
		message_id: SEED.toAva,
		reaction_type: 'love',
		is_from_me: false,
		from_handle: { handle: SEED.ava },
	});
	expect(receiver.of('message.edited')[0]?.payload.data).toMatchObject({
		part: { index: 0, text: 'Hello?' },
		direction: 'inbound',
	});
});

test('media, replies and group messages arrive as such', async () => {
	const { receiver } = await lab.subscribe(['message.received']);
	await control('/receive', {
		from: SEED.ben,
		chat_id: SEED.group,
		parts: [{ type: 'media', url: 'https://example.com/cat.jpg' }],
		reply_to: { message_id: '33333333-0000-4000-8000-000000000007' },
	});
	await receiver.count(1);
	expect(receiver.arrivals[0]?.payload.data).toMatchObject({
		chat: { id: SEED.group, is_group: true, owner_handle: { handle: SEED.line } },
		parts: [{ type: 'media', filename: 'cat.jpg', mime_type: 'image/jpeg' }],
		reply_to: { message_id: '33333333-0000-4000-8000-000000000007', part_index: 0 },
	});
});

test.each(['STOP', 'UNSUBSCRIBE', 'OPTOUT', 'CANCEL', 'END', 'QUIT', 'opt-out', 'Opt Out'])(
	'%s stops every send to the contact until they write something else',
	async (word) => {
		await control('/receive', { from: SEED.ava, text: word });
		const refused = await lab.send(SEED.avaChat, 'Offer!');
		expect(refused.body.error).toMatchObject({ status: 403, code: 2024 });
		expect((await lab.send(SEED.group, 'Group')).status).toBe(202);
		const chat = await lab.client.api('GET', `/v3/chats/${SEED.avaChat}`);
		expect(chat.body).toMatchObject({ health_status: { status: 'OPTED_OUT' } });
		const body = { message: { parts: [{ type: 'text', value: 'Bye' }] }, override_optout: true };
		const path = `/v3/chats/${SEED.avaChat}/messages`;
		expect((await lab.client.api('POST', path, { body })).status).toBe(202);
		await control('/receive', { from: SEED.ava, text: 'Hi again' });
		expect((await lab.send(SEED.avaChat, 'Welcome back')).status).toBe(202);
	},
);

test('a word that only looks like an opt-out is none', async () => {
	for (const text of ['stop', 'STOP it', 'Quit']) {
		await control('/receive', { from: SEED.ava, text });
		expect([text, (await lab.send(SEED.avaChat, 'Hi')).status]).toEqual([text, 202]);
	}
});

test('the control side says in a sentence why it refuses', async () => {
	const none = '550e8400-e29b-41d4-a716-446655440000';
	const answers = [
		await control('/receive', { from: SEED.ava }),
		await control('/receive', { from: 'ava', text: 'Hi' }),
		await control('/receive', { from: SEED.ava, text: 'Hi', to: '+12025559999' }),
		await control('/receive', { from: SEED.cleo, text: 'Hi', chat_id: SEED.group }),
		await control('/typing/start', { chat_id: SEED.group }),
		await control('/read', { chat_id: none }),
	];
	expect(answers.map((answer) => [answer.status, answer.body.error])).toEqual([
		[400, 'The input: give either "text" or "parts"'],
		[400, 'from: must be a phone number in E.164 format or an email address'],
		[404, '+12025559999 is no line.'],
		[400, `${SEED.cleo} is no contact in chat ${SEED.group}.`],
		[400, 'Say who acts with "from": the chat has 3 contacts.'],
		[404, `There is no chat ${none}.`],
	]);
	const nothing = await lab.client.control<ErrorAnswer>('GET', '/none');
	expect(nothing.status).toBe(404);
});

describe('in a group a contact mentions', () => {
	const mention = (handle: string, more: object = {}) =>
		control<Record<string, string>>('/receive', {
			chat_id: SEED.group,
			from: SEED.ava,
			parts: [{ type: 'text', value: 'Hi you', mention: handle, ...more }],
		});

	test.each([
		['the line', SEED.line, true],
		['somebody else', '+12025550112', false],
	])('%s', async (_, handle, isMe) => {
		const { receiver } = await lab.subscribe(['message.received']);
		const { body } = await mention(handle, { mention_range: [3, 6] });
		await lab.sandbox.settled();
		const mentions = [{ handle, is_me: isMe, range: [3, 6] }];
		expect(receiver.of('message.received')[0]?.payload.data).toMatchObject({
			parts: [{ mentions }],
		});
		const read = await lab.client.api('GET', `/v3/messages/${body.message_id}`);
		expect(read.body).toMatchObject({ parts: [{ mentions }] });
	});

	test.each([
		['themselves', SEED.ava, {}],
		['somebody who is not there', '+12025550199', {}],
		['nobody, with a place', undefined, { mention_range: [0, 2] }],
		['somebody at a place that is not there', SEED.line, { mention_range: [3, 7] }],
	])('but not %s', async (_, handle, more) => {
		const { status, body } = await mention(handle as string, more);
		expect({ status, error: typeof body.error }).toEqual({ status: 400, error: 'string' });
	});

	test('and nobody in a direct chat', async () => {
		const { status } = await control('/receive', {
			from: SEED.ava,
			parts: [{ type: 'text', value: 'Hi', mention: SEED.line }],
		});
		expect(status).toBe(400);
	});
});
