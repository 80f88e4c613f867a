import { Lab, SEED } from './support/lab.mts';

const STAGES = ['message.sent', 'message.delivered', 'message.read', 'message.failed'];

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start({ autoRead: true });
});
afterEach(() => lab.close());

const read = async (id: string) =>
	(await lab.client.api<Record<string, unknown>>('GET', `/v3/messages/${id}`)).body;

test('a direct iMessage goes from pending to read, with an event at each step', async () => {
	const { receiver } = await lab.subscribe(STAGES);
	const { body } = await lab.send(SEED.avaChat, 'Hi', { idempotency_key: 'one' });
	expect(body.message).toMatchObject({ delivery_status: 'pending', sent_at: null, service: null });
	await lab.sandbox.settled();
	expect(receiver.types.sort()).toEqual(['message.delivered', 'message.read', 'message.sent']);
	expect(await read(body.message.id)).toMatchObject({
		delivery_status: 'read',
		is_delivered: true,
		is_read: true,
		service: 'iMessage',
	});
	expect(receiver.of('message.sent')[0]?.payload.data).toMatchObject({
		id: body.message.id,
		idempotency_key: 'one',
		direction: 'outbound',
		delivered_at: null,
		parts: [{ type: 'text', value: 'Hi' }],
	});
});

test.each([
	['a group', SEED.group, 'iMessage'],
	['SMS', SEED.smsChat, 'SMS'],
])('%s gives no delivery or read receipt', async (_what, chatId, service) => {
	const { receiver } = await lab.subscribe(STAGES);
	const { body } = await lab.send(chatId, 'Hi');
	await lab.sandbox.settled();
	expect(receiver.types).toEqual(['message.sent']);
	expect(await read(body.message.id)).toMatchObject({ delivery_status: 'sent', service });
});

test('without automatic reading the contact reads when told to', async () => {
	await lab.close();
	lab = await Lab.start();
	const { receiver } = await lab.subscribe(STAGES);
	const { body } = await lab.send(SEED.benChat, 'Hi');
	await lab.sandbox.settled();
	expect(await read(body.message.id)).toMatchObject({ delivery_status: 'delivered' });
	await lab.client.control('POST', '/read', { chat_id: SEED.benChat });
	await lab.sandbox.settled();
	expect(await read(body.message.id)).toMatchObject({ delivery_status: 'read' });
	expect(receiver.of('message.read').map((a) => a.payload.data.id)).toContain(body.message.id);
});

test('iMessage asked for a contact without it fails, since there is no fallback', async () => {
	const { receiver } = await lab.subscribe(STAGES);
	const { body } = await lab.send(SEED.smsChat, 'Hi', { preferred_service: 'iMessage' });
	await lab.sandbox.settled();
	expect(receiver.types).toEqual(['message.failed']);
	expect(receiver.arrivals[0]?.payload.data).toMatchObject({
		message_id: body.message.id,
		code: 4005,
	});
	expect(await read(body.message.id)).toMatchObject({ delivery_status: 'failed' });
});

test('a planned failure hits as many messages as asked', async () => {
	await lab.client.control('POST', '/failures', { to: SEED.ava, code: 4002, times: 1 });
	const first = await lab.send(SEED.avaChat, 'one');
	const second = await lab.send(SEED.avaChat, 'two');
	await lab.sandbox.settled();
	expect(await read(first.body.message.id)).toMatchObject({ delivery_status: 'failed' });
	expect(await read(second.body.message.id)).toMatchObject({ delivery_status: 'read' });
});

test('settle answers in time even where a webhook will be retried for long', async () => {
	await lab.close();
	lab = await Lab.start({ retryScale: 1 });
	await lab.subscribe(['message.sent'], () => 500);
	await lab.send(SEED.avaChat, 'Hi');
	const settle = (timeout_ms: number) => lab.client.control('POST', '/settle', { timeout_ms });
	expect((await settle(50)).body).toEqual({ settled: false });
	await lab.client.control('POST', '/reset');
	expect((await settle(30_000)).body).toEqual({ settled: true });
});

test('reset brings back the seed and drops what was pending', async () => {
	await lab.send(SEED.avaChat, 'gone soon');
	await lab.client.control('POST', '/reset');
	await lab.sandbox.settled();
	const { body } = await lab.client.api<{ messages: unknown[] }>(
		'GET',
		`/v3/chats/${SEED.avaChat}/messages`,
	);
	expect(body.messages).toHaveLength(3);
	expect((await lab.client.api('GET', '/v3/webhook-subscriptions')).body).toEqual({
		subscriptions: [],
	});
});
