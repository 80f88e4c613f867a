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

test('an incomplete or impossible reaction is refused', async () => {
	const id = await sent();
	const code = async (body: object) => (await react(id, body)).body.error.code;
	expect(await code({ operation: 'add', type: 'custom' })).toBe(1001);
	expect(await code({ operation: 'remove', type: 'sticker', emoji: '🎉' })).toBe(1005);
	expect(await code({ operation: 'add', type: 'sticker' })).toBe(1001);
	expect(await code({ operation: 'add', type: 'love', part_index: 3 })).toBe(1005);
});

const card = {
	type: 'imessage_app',
	app: { bundle_id: 'com.example.app', name: 'App', team_id: 'ABCDE12345' },
	layout: { caption: 'One' },
};

interface Carded extends ErrorAnswer {
	message: { id: string; parts: Array<{ layout: { caption: string } }> };
}

const sendCard = (message: object = {}, chatId: string = SEED.avaChat) =>
	lab.client.api<Carded>('POST', `/v3/chats/${chatId}/messages`, {
		body: { message: { parts: [card], ...message } },
	});

const updateCard = (id: string, caption: string, more: object = {}) =>
	lab.client.api<Carded>('POST', `/v3/messages/${id}/update`, {
		body: { layout: { caption }, ...more },
	});

test('an app card is updated once it is sent, from any of its versions', async () => {
	expect((await sendCard({ preferred_service: 'SMS' })).body.error.code).toBe(2018);
	for (const chatId of [SEED.avaChat, SEED.group]) {
		const { id } = (await sendCard({}, chatId)).body.message;
		await lab.sandbox.settled();
		const two = await updateCard(id, 'Two');
		expect(two.status).toBe(202);
		await lab.sandbox.settled();
		expect((await updateCard(two.body.message.id, 'Three')).status).toBe(202);
		const last = await updateCard(id, 'Four');
		expect(last.body.message).toMatchObject({ parts: [{ layout: { caption: 'Four' } }] });
	}
	expect((await updateCard(SEED.toAva, 'Two')).body.error.code).toBe(1008);
	await lab.client.control('POST', '/failures', { to: SEED.ava });
	const lost = (await sendCard()).body.message;
	await lab.sandbox.settled();
	expect((await updateCard(lost.id, 'Two')).body.error).toMatchObject({ status: 409, code: 2015 });
});

test('an app card that is not sent yet is not updated', async () => {
	// Nothing that is queued happens within the test.
	const slow = await Lab.start({ pace: 3_600_000 });
	const { body } = await slow.client.api<Carded>('POST', `/v3/chats/${SEED.avaChat}/messages`, {
		body: { message: { parts: [card] } },
	});
	const early = await slow.client.api<Carded>('POST', `/v3/messages/${body.message.id}/update`, {
		body: { layout: { caption: 'Two' } },
	});
	await slow.close();
	expect(early.body.error).toMatchObject({ status: 409, code: 2015 });
});

test('a card that is sent is updated before it is delivered', async () => {
	const { receiver } = await lab.subscribe(['message.sent', 'message.delivered']);
	// It is never delivered: the contact has been taken off all services that confirm.
	await lab.client.control('POST', '/contacts', { handle: SEED.ava, services: ['SMS'] });
	const { id } = (await sendCard()).body.message;
	await receiver.count(1);
	expect(receiver.types).toEqual(['message.sent']);
	expect(lab.sandbox.world.state.messages.byId(id)?.status).toBe('sent');
	const chat = lab.sandbox.world.state.chats.byId(SEED.avaChat);
	if (chat) chat.service = 'iMessage';
	expect((await updateCard(id, 'Two')).status).toBe(202);
});

test('an update takes its content from one source only', async () => {
	const { id } = (await sendCard()).body.message;
	await lab.sandbox.settled();
	expect((await updateCard(id, 'Two', { raw_payload_data: { any: 'form' } })).status).toBe(202);
	const both = await updateCard(id, 'Two', { url: 'https://example.com', raw_payload_data: 'x' });
	expect(both.body.error.message).toContain(
		'the body may not have url and raw_payload_data together',
	);
});

test('a tapback and a sticker take one emoji each', async () => {
	const id = await sent();
	const custom = (custom_emoji: string) =>
		react(id, { operation: 'add', type: 'custom', custom_emoji });
	const sticker = (emoji: string) => react(id, { operation: 'add', type: 'sticker', emoji });
	for (const emoji of ['🔥', '❤', '❤️', '👍🏽', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇺🇸', '1️⃣']) {
		expect([emoji, (await custom(emoji)).status]).toEqual([emoji, 202]);
		expect([emoji, (await sticker(emoji)).status]).toEqual([emoji, 202]);
	}
	for (const text of ['', 'fire', ':fire:', '🔥🔥', '🔥 ', 'a🔥', '1', '#', '🇺', 'é']) {
		expect([text, (await custom(text)).body.error]).toMatchObject([text, { code: 1005 }]);
		expect([text, (await sticker(text)).body.error]).toMatchObject([text, { code: 1005 }]);
	}
	expect((await custom('fire')).body.error.message).toBe(
		'Invalid parameter value: custom_emoji must be one emoji, not "fire"',
	);
});
