import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
let now = Date.parse('2026-09-01T12:00:00Z');
beforeEach(async () => {
	lab = await Lab.start({ now: () => now });
});
afterEach(() => lab.close());

const edit = (id: string, text: string, part_index = 0) =>
	lab.client.api<ErrorAnswer>('PATCH', `/v3/messages/${id}`, { body: { text, part_index } });

const react = (id: string, body: object) =>
	lab.client.api<ErrorAnswer>('POST', `/v3/messages/${id}/reactions`, { body });

const sent = async (chatId: string = SEED.avaChat, message: object = {}) => {
	const { body } = await lab.send(chatId, 'Hello', message as Record<string, unknown>);
	await lab.sandbox.settled();
	return body.message.id;
};

test('a text is edited five times at most', async () => {
	const { receiver } = await lab.subscribe(['message.edited']);
	const id = await sent();
	for (let index = 1; index <= 5; index++) {
		expect((await edit(id, `Version ${index}`)).status).toBe(200);
	}
	expect((await edit(id, 'Version 6')).body.error).toMatchObject({ status: 409, code: 2015 });
	await lab.sandbox.settled();
	expect(receiver.arrivals).toHaveLength(5);
	const { body } = await lab.client.api('GET', `/v3/messages/${id}`);
	expect(body).toMatchObject({ parts: [{ value: 'Version 5' }] });
});

test('an edit comes within 15 minutes, is of your own text, on iMessage', async () => {
	const id = await sent();
	now += 15 * 60_000;
	expect((await edit(id, 'In time')).status).toBe(200);
	now += 1;
	expect((await edit(id, 'Late')).body.error.code).toBe(2015);
	expect((await edit(SEED.fromAva, 'Not mine')).body.error).toMatchObject({
		status: 403,
		code: 2005,
	});
	expect((await edit(await sent(), 'No such part', 1)).body.error.code).toBe(1005);
	expect((await edit(await sent(SEED.smsChat), 'SMS')).body.error.code).toBe(2015);
});

test('a deleted message is gone', async () => {
	const id = await sent();
	await lab.client.api('DELETE', `/v3/messages/${id}`);
	for (const [method, path] of [
		['GET', ''],
		['DELETE', ''],
		['GET', '/thread'],
		['GET', '/poll'],
	] as const) {
		const answer = await lab.client.api<ErrorAnswer>(method, `/v3/messages/${id}${path}`);
		expect([method, path, answer.body.error.code]).toEqual([method, path, 2002]);
	}
});

test('a thread is the first message and all that goes back to it, oldest first', async () => {
	const reply = (message_id: string) => sent(SEED.avaChat, { reply_to: { message_id } });
	const first = await reply(SEED.toAva);
	const second = await reply(first);
	await sent();
	const thread = async (query: string) =>
		(
			await lab.client.api<{ messages: Array<{ id: string }>; next_cursor: string | null }>(
				'GET',
				`/v3/messages/${first}/thread${query}`,
			)
		).body;
	const whole = await thread('');
	expect(whole.messages.map((message) => message.id)).toEqual([SEED.toAva, first, second]);
	const last = await thread('?order=desc&limit=2');
	expect(last.messages.map((message) => message.id)).toEqual([second, first]);
	const rest = await thread(`?order=desc&limit=2&cursor=${last.next_cursor}`);
	expect(rest.messages.map((message) => message.id)).toEqual([SEED.toAva]);
	const stray = await lab.send(SEED.benChat, 'Hi', { reply_to: { message_id: SEED.toAva } });
	expect(stray.body.error.code).toBe(2002);
});

test('a tapback replaces the one before, is told, and is taken back once', async () => {
	const { receiver } = await lab.subscribe(['reaction.added', 'reaction.removed']);
	const id = await sent();
	expect((await react(id, { operation: 'add', type: 'love' })).status).toBe(202);
	await react(id, { operation: 'add', type: 'custom', custom_emoji: '🔥' });
	const { body } = await lab.client.api<{ parts: Array<{ reactions: object[] }> }>(
		'GET',
		`/v3/messages/${id}`,
	);
	expect(body.parts[0]?.reactions).toMatchObject([
		{ type: 'custom', custom_emoji: '🔥', is_me: true },
	]);
	const remove = { operation: 'remove', type: 'custom', custom_emoji: '🔥' };
	expect((await react(id, remove)).status).toBe(202);
	expect((await react(id, remove)).body.error).toMatchObject({ status: 409, code: 2015 });
	await lab.sandbox.settled();
	expect(receiver.types.sort()).toEqual(['reaction.added', 'reaction.added', 'reaction.removed']);
	expect(receiver.arrivals[0]?.payload.data).toMatchObject({ is_from_me: true });
});

test('what a reaction needs', async () => {
	const id = await sent();
	const code = async (body: object) => (await react(id, body)).body.error.code;
	expect(await code({ operation: 'add', type: 'custom' })).toBe(1001);
	expect(await code({ operation: 'remove', type: 'sticker', emoji: '🎉' })).toBe(1005);
	expect(await code({ operation: 'add', type: 'sticker' })).toBe(1001);
	expect(await code({ operation: 'add', type: 'love', part_index: 3 })).toBe(1005);
});

test('an app card is updated once delivered, each update from the last one', async () => {
	const card = {
		type: 'imessage_app',
		app: { bundle_id: 'com.example.app', name: 'App', team_id: 'ABCDE12345' },
		layout: { caption: 'One' },
	};
	const send = (message: object) =>
		lab.client.api<ErrorAnswer & { message: { id: string } }>(
			'POST',
			`/v3/chats/${SEED.avaChat}/messages`,
			{ body: { message } },
		);
	const update = (id: string) =>
		lab.client.api<ErrorAnswer & { message: { id: string } }>('POST', `/v3/messages/${id}/update`, {
			body: { layout: { caption: 'Two' } },
		});
	expect((await send({ parts: [card], preferred_service: 'SMS' })).body.error.code).toBe(2018);
	const { id } = (await send({ parts: [card] })).body.message;
	await lab.sandbox.settled();
	const first = await update(id);
	expect(first.status).toBe(202);
	expect((await update(id)).body.error.code).toBe(2015);
	await lab.sandbox.settled();
	expect((await update(first.body.message.id)).status).toBe(202);
	expect((await update(SEED.toAva)).body.error.code).toBe(1008);
	await lab.client.control('POST', '/failures', { to: SEED.ava });
	const lost = (await send({ parts: [card] })).body.message;
	await lab.sandbox.settled();
	expect((await update(lost.id)).body.error).toMatchObject({ status: 409, code: 2015 });
});
