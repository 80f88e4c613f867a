import { Lab, SEED } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const countOf = async (chatId: string) =>
	(await lab.client.api<{ messages: unknown[] }>('GET', `/v3/chats/${chatId}/messages?limit=100`))
		.body.messages.length;

test('the same key gives the first answer again, whatever the body, and sends nothing', async () => {
	const { receiver } = await lab.subscribe(['message.sent']);
	const before = await countOf(SEED.avaChat);
	const first = await lab.send(SEED.avaChat, 'Hi', { idempotency_key: 'key-1' });
	await lab.sandbox.settled();
	const again = await lab.send(SEED.avaChat, 'Something else', { idempotency_key: 'key-1' });
	await lab.sandbox.settled();
	expect(again.status).toBe(202);
	expect(again.body).toEqual(first.body);
	expect(await countOf(SEED.avaChat)).toBe(before + 1);
	expect(receiver.arrivals).toHaveLength(1);
	const { body } = await lab.client.control<{ requests: object[] }>(
		'GET',
		'/requests?operation_id=sendMessageToChat',
	);
	expect(body.requests).toMatchObject([
		{ idempotency_key: 'key-1', replayed: false, status: 202 },
		{ idempotency_key: 'key-1', replayed: true, status: 202 },
	]);
});

test('a refused request does not use up its key', async () => {
	const wrong = await lab.send(SEED.avaChat, 'Hi', {
		idempotency_key: 'key-2',
		effect: { name: 'none such' },
	});
	expect(wrong.status).toBe(400);
	expect((await lab.send(SEED.avaChat, 'Hi', { idempotency_key: 'key-2' })).status).toBe(202);
});

test('creating a chat is replayed too', async () => {
	const body = {
		from: SEED.line,
		to: ['+12025550177'],
		message: { parts: [{ type: 'text', value: 'Hi' }], idempotency_key: 'key-3' },
	};
	const first = await lab.client.api<{ chat: { id: string } }>('POST', '/v3/chats', { body });
	const again = await lab.client.api<{ chat: { id: string } }>('POST', '/v3/chats', { body });
	expect([first.status, again.status]).toEqual([201, 201]);
	expect(again.body).toEqual(first.body);
	expect(await countOf(first.body.chat.id)).toBe(1);
});

test('requests at the same moment with one key send once', async () => {
	const before = await countOf(SEED.benChat);
	const answers = await Promise.all(
		Array.from({ length: 20 }, () => lab.send(SEED.benChat, 'Hi', { idempotency_key: 'key-4' })),
	);
	const ids = new Set(answers.map((answer) => answer.body.message.id));
	expect(ids.size).toBe(1);
	expect(await countOf(SEED.benChat)).toBe(before + 1);
});
