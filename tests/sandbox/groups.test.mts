import type { Method } from '../support/sandboxClient.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const members = (method: 'POST' | 'DELETE', chatId: string, handle: string) =>
	lab.client.api<ErrorAnswer>(method, `/v3/chats/${chatId}/participants`, { body: { handle } });

const createChat = async (to: string[], from: string = SEED.line) => {
	const { body } = await lab.client.api<{ chat: { id: string; is_group: boolean } }>(
		'POST',
		'/v3/chats',
		{ body: { from, to, message: { parts: [{ type: 'text', value: 'Hi' }] } } },
	);
	return body.chat;
};

test('adding, removing and leaving are queued, told by events, and keep three', async () => {
	const { receiver } = await lab.subscribe(['participant.added', 'participant.removed']);
	expect((await members('POST', SEED.group, '+12025550199')).status).toBe(202);
	expect((await members('POST', SEED.group, '+12025550199')).status).toBe(400);
	expect((await members('DELETE', SEED.group, SEED.line)).status).toBe(400);
	expect((await members('DELETE', SEED.group, SEED.ava)).status).toBe(202);
	expect((await lab.client.api('POST', `/v3/chats/${SEED.group}/leave`)).status).toBe(202);
	await lab.sandbox.settled();
	expect(receiver.types).toHaveLength(3);
	expect(
		receiver
			.of('participant.removed')
			.map((a) => a.payload.data.handle)
			.sort(),
	).toEqual([SEED.line, SEED.ava].sort());
	const { body } = await lab.client.api<{ handles: object[] }>('GET', `/v3/chats/${SEED.group}`);
	expect(body.handles).toContainEqual(
		expect.objectContaining({ handle: SEED.ava, status: 'removed' }),
	);
	for (const answer of [
		await lab.send(SEED.group, 'still here?'),
		await members('POST', SEED.group, SEED.ava),
		await lab.client.api<ErrorAnswer>('POST', `/v3/chats/${SEED.group}/leave`),
	]) {
		expect(answer.body.error).toMatchObject({ status: 409, code: 2013 });
	}
});

test('a group that the line has left can be read, and nothing else', async () => {
	const chat = `/v3/chats/${SEED.group}`;
	const text = { parts: [{ type: 'text', value: 'Hi' }] };
	const { body: card } = await lab.client.api<{ message: { id: string } }>(
		'POST',
		`${chat}/messages`,
		{
			body: {
				message: {
					parts: [
						{
							type: 'imessage_app',
							app: { bundle_id: 'com.example', name: 'App', team_id: 'ABCDE12345' },
							layout: { caption: 'One' },
						},
					],
				},
			},
		},
	);
	const message = `/v3/messages/${card.message.id}`;
	const { body: poll } = await lab.client.api<{
		message_id: string;
		poll: { options: Array<{ option_id: string }> };
	}>('POST', `${chat}/polls`, { body: { poll: { options: [{ text: 'a' }, { text: 'b' }] } } });
	await lab.client.api('POST', `/v3/chats/${SEED.group}/leave`);
	await lab.sandbox.settled();

	const polled = `/v3/messages/${poll.message_id}/poll`;
	const option_id = poll.poll.options[0]?.option_id;
	const reaction = { operation: 'add', type: 'love' };
	const handle = SEED.ava;
	const closed: Array<[Method, string, object?]> = [
		['POST', `${chat}/messages`, { message: text }],
		['POST', `${chat}/voicememo`, { voice_memo_url: 'https://example.com/a.m4a' }],
		['POST', `${chat}/polls`, { poll: { options: [{ text: 'a' }, { text: 'b' }] } }],
		['POST', `${polled}/options`, { options: [{ text: 'c' }] }],
		['POST', `${polled}/votes`, { operation: 'add', option_id }],
		['POST', `${chat}/typing`],
		['DELETE', `${chat}/typing`],
		['POST', `${chat}/read`],
		['POST', `${chat}/background`, { type: 'color', variant: 'plum' }],
		['DELETE', `${chat}/background`],
		['POST', `${message}/reactions`, reaction],
		['PATCH', `${message}/reactions/${card.message.id}`, { placement: { x: 0 } }],
		['PATCH', message, { text: 'Two' }],
		['POST', `${message}/update`, { layout: { caption: 'Two' } }],
		['POST', `${chat}/participants`, { handle }],
		['DELETE', `${chat}/participants`, { handle }],
		['PUT', chat, { display_name: 'New' }],
		['POST', `${chat}/leave`],
		['POST', `${chat}/share_contact_card`],
		['DELETE', `${chat}/location`, { handle }],
	];
	for (const [method, path, body] of closed) {
		const answer = await lab.client.api<ErrorAnswer>(method, path, { body });
		expect([method, path, answer.status, answer.body?.error.code]).toEqual([
			method,
			path,
			409,
			2013,
		]);
	}
	for (const path of [chat, `${chat}/messages`, `${chat}/location`, message, polled]) {
		expect([path, (await lab.client.api('GET', path)).status]).toEqual([path, 200]);
	}
});

test('three is the smallest group', async () => {
	const group = await createChat([SEED.ava, SEED.ben]);
	expect(group.is_group).toBe(true);
	expect((await members('DELETE', group.id, SEED.ava)).body.error.code).toBe(1005);
	expect((await lab.client.api('POST', `/v3/chats/${group.id}/leave`)).status).toBe(400);
});

test('a direct chat has no members to change, an SMS group neither', async () => {
	expect((await members('POST', SEED.avaChat, SEED.ben)).body.error.code).toBe(1006);
	const rename = { body: { display_name: 'New' } };
	const update = await lab.client.api<ErrorAnswer>('PUT', `/v3/chats/${SEED.avaChat}`, rename);
	expect(update.body.error.code).toBe(1006);
	const sms = await createChat([SEED.cleo, SEED.ben]);
	expect((await members('POST', sms.id, SEED.ava)).body.error.code).toBe(2017);
});

test('a name and an icon are set later and told with the old value', async () => {
	const { receiver } = await lab.subscribe(['chat.group_name_updated', 'chat.group_icon_updated']);
	const icon = 'https://example.com/icon.png';
	const { status } = await lab.client.api('PUT', `/v3/chats/${SEED.group}`, {
		body: { display_name: 'Tasters', group_chat_icon: icon },
	});
	expect(status).toBe(202);
	await lab.sandbox.settled();
	expect(receiver.of('chat.group_name_updated')[0]?.payload.data).toMatchObject({
		old_value: null,
		new_value: 'Tasters',
	});
	expect((await lab.client.api('GET', `/v3/chats/${SEED.group}`)).body).toMatchObject({
		display_name: 'Tasters',
		group_chat_icon: icon,
	});
});

test('the same people give the same chat, until it has a name or other members', async () => {
	expect((await createChat([SEED.ava])).id).toBe(SEED.avaChat);
	expect((await createChat([SEED.ava], SEED.secondLine)).id).not.toBe(SEED.avaChat);
	const one = await createChat([SEED.ava, SEED.ben, '+12025550199']);
	const same = await createChat(['+12025550199', SEED.ben, SEED.ava]);
	expect(same.id).toBe(one.id);
	await members('DELETE', one.id, SEED.ben);
	const two = await createChat([SEED.ava, SEED.ben, '+12025550199']);
	expect(two.id).not.toBe(one.id);
	await lab.client.api('PUT', `/v3/chats/${two.id}`, { body: { display_name: 'Named' } });
	await lab.sandbox.settled();
	expect((await createChat([SEED.ava, SEED.ben, '+12025550199'])).id).not.toBe(two.id);
});

test('a mention needs somebody in the group', async () => {
	const mention = (handle: string) =>
		lab.client.api<ErrorAnswer>('POST', `/v3/chats/${SEED.group}/messages`, {
			body: { message: { parts: [{ type: 'text', value: 'Hey Ava', mention: handle }] } },
		});
	const sent = await mention(SEED.ava);
	expect(sent.body).toMatchObject({
		message: { parts: [{ mentions: [{ handle: SEED.ava, is_me: false, range: [0, 7] }] }] },
	});
	expect((await mention(SEED.cleo)).body.error.code).toBe(2023);
});
