import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { nextGap } from '../../sandbox/webhooks/retry.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const receive = (text = 'Hello') =>
	lab.client.control<{ chat_id: string; message_id: string }>('POST', '/receive', {
		from: SEED.ava,
		text,
	});

describe('subscriptions', () => {
	test('the secret is told once, the rest can be read back', async () => {
		const { subscription, receiver } = await lab.subscribe(['message.received']);
		expect(Buffer.from(subscription.signing_secret.slice(6), 'base64')).toHaveLength(32);
		const path = `/v3/webhook-subscriptions/${subscription.id}`;
		const { body } = await lab.client.api('GET', path);
		const rest = { ...subscription, signing_secret: undefined };
		expect(body).toEqual(rest);
		expect(body).toMatchObject({ target_url: `${receiver.url}/hook?version=2026-02-03` });
		const list = await lab.client.api('GET', '/v3/webhook-subscriptions');
		expect(list.body).toEqual({ subscriptions: [body] });
		expect(body).not.toHaveProperty('signing_secret');
		expect((await lab.client.api('DELETE', path)).status).toBe(204);
		expect((await lab.client.api('DELETE', path)).status).toBe(404);
	});

	test('a target URL belongs to one subscription, is https, or http on this machine', async () => {
		const create = (target_url: string) =>
			lab.client.api<ErrorAnswer>('POST', '/v3/webhook-subscriptions', {
				body: { target_url, subscribed_events: ['message.sent'] },
			});
		const statuses: Array<[string, number]> = [
			['https://example.com/hook', 201],
			['https://example.com/hook', 409],
			['https://example.com/hook?version=2025-01-01', 201],
			['https://example.com/hook?version=2020-01-01', 400],
			['http://localhost:5678/webhook/a', 201],
			['http://127.0.0.1:5678/webhook/a', 201],
			['http://[::1]:5678/webhook/a', 201],
			['http://example.com/hook', 400],
			['http://localhost.example.com/hook', 400],
		];
		for (const [url, status] of statuses) {
			expect([url, (await create(url)).status]).toEqual([url, status]);
		}
	});

	test('a change touches only the fields given, and a paused one hears nothing', async () => {
		const { subscription, receiver } = await lab.subscribe(['message.received']);
		const path = `/v3/webhook-subscriptions/${subscription.id}`;
		const update = (body: object) => lab.client.api('PUT', path, { body });
		await update({ is_active: false });
		await receive();
		await lab.sandbox.settled();
		expect(receiver.arrivals).toHaveLength(0);
		const { body } = await update({ is_active: true, phone_numbers: [SEED.secondLine] });
		expect(body).toMatchObject({ is_active: true, subscribed_events: ['message.received'] });
		await receive();
		await lab.sandbox.settled();
		expect(receiver.arrivals).toHaveLength(0);
		await update({ phone_numbers: null });
		await receive();
		await receiver.count(1);
	});
});

describe('signatures', () => {
	test('both header sets verify over the exact bytes', async () => {
		const { subscription, receiver } = await lab.subscribe(['message.received']);
		await receive('Grüße 👋');
		await receiver.count(1);
		const [arrival] = receiver.arrivals;
		if (!arrival) throw new Error('nothing arrived');
		const { headers } = arrival;
		const secret = subscription.signing_secret;
		expect(new Webhook(secret).verify(arrival.raw, headers)).toEqual(arrival.payload);
		expect(() => new Webhook(secret).verify(`${arrival.raw} `, headers)).toThrow();
		const legacy = createHmac('sha256', secret)
			.update(`${headers['x-webhook-timestamp']}.${arrival.raw}`)
			.digest('hex');
		expect(headers['x-webhook-signature']).toBe(legacy);
		expect(headers).toMatchObject({
			'webhook-id': arrival.payload.event_id,
			'x-webhook-event': 'message.received',
			'x-webhook-subscription-id': subscription.id,
		});
	});
});

describe('retries', () => {
	test('5xx, 429 and 2xx: tried again with the same id until it is taken', async () => {
		const answers = [500, 429, 503, 204];
		const { receiver, subscription } = await lab.subscribe(
			['message.received'],
			(index) => answers[index] ?? 500,
		);
		await receive();
		await lab.sandbox.settled();
		expect(receiver.arrivals).toHaveLength(4);
		expect(new Set(receiver.arrivals.map((arrival) => arrival.headers['webhook-id'])).size).toBe(1);
		const { body } = await lab.client.control<{ deliveries: unknown[] }>('GET', '/deliveries');
		expect(body.deliveries).toMatchObject([
			{
				subscription_id: subscription.id,
				state: 'delivered',
				tries: answers.map((status) => ({ status })),
			},
		]);
	});

	test.each([400, 404, 410, 301])('%d is final', async (status) => {
		const { receiver } = await lab.subscribe(['message.received'], () => status);
		await receive();
		await lab.sandbox.settled();
		expect(receiver.arrivals).toHaveLength(1);
		expect(lab.sandbox.world.deliveries.all()).toMatchObject([{ state: 'failed' }]);
	});

	test('a refused connection is tried again until half an hour of waits is used up', async () => {
		const { receiver } = await lab.subscribe(['message.received']);
		await receiver.close();
		await receive();
		await lab.sandbox.settled();
		const [delivery] = lab.sandbox.world.deliveries.all();
		expect(delivery?.state).toBe('failed');
		expect(delivery?.tries.length).toBeGreaterThan(5);
		expect(delivery?.tries[0]).toMatchObject({ status: null, error: 'ECONNREFUSED' });
	});

	test('an endpoint that does not answer in time is tried again', async () => {
		await lab.close();
		lab = await Lab.start({ webhookTimeoutMs: 30 });
		const { receiver } = await lab.subscribe(['message.received'], (index) => (index ? 200 : 0));
		await receive();
		await lab.sandbox.settled();
		expect(receiver.arrivals).toHaveLength(2);
		expect(lab.sandbox.world.deliveries.all()).toMatchObject([
			{ tries: [{ status: null, error: 'timeout' }, { status: 200 }] },
		]);
	});

	test('the waits double, carry jitter, and stay within 30 minutes', () => {
		expect(nextGap(1, 0, 0.5)).toBe(2_000);
		expect(nextGap(4, 0, 0.5)).toBe(16_000);
		expect(nextGap(4, 0, 0)).toBeLessThan(16_000);
		expect(nextGap(30, 0, 0.5)).toBe(600_000);
		expect(nextGap(12, 1_799_000, 0.5)).toBeNull();
	});

	test('a thousand events reach an endpoint while it fails now and then', async () => {
		const { receiver } = await lab.subscribe(['message.received'], (index) =>
			index % 5 ? 200 : 500,
		);
		await Promise.all(Array.from({ length: 1_000 }, () => receive()));
		await lab.sandbox.settled();
		const ids = new Set(receiver.arrivals.map((arrival) => arrival.payload.event_id));
		expect(ids.size).toBe(1_000);
		const states = new Set(lab.sandbox.world.deliveries.all().map((delivery) => delivery.state));
		expect([...states]).toEqual(['delivered']);
	});
});

describe('versions', () => {
	test('the pinned version shapes message events', async () => {
		const types = ['message.received', 'message.edited', 'chat.created'];
		const old = await lab.subscribe(types, undefined, { query: '?version=2025-01-01' });
		const now = await lab.subscribe(types, undefined, { query: '' });
		const { body } = await receive();
		await lab.client.control('POST', '/edit', { message_id: body.message_id, text: 'Hullo' });
		await lab.client.control('POST', '/receive', { from: '+12025550188', text: 'New' });
		await lab.sandbox.settled();
		expect(now.receiver.types.sort()).toEqual([...types, 'message.received'].sort());
		expect(old.receiver.types.sort()).toEqual(
			['message.received', 'chat.created', 'message.received'].sort(),
		);
		const [before] = old.receiver.of('message.received');
		const [after] = now.receiver.of('message.received');
		expect(before?.payload).toMatchObject({
			webhook_version: '2025-01-01',
			data: { is_from_me: false, from: SEED.ava, message: { id: body.message_id } },
		});
		expect(after?.payload).toMatchObject({
			webhook_version: '2026-02-03',
			data: { direction: 'inbound', id: body.message_id, sender_handle: { handle: SEED.ava } },
		});
		expect(old.receiver.of('chat.created')[0]?.payload.data).not.toHaveProperty('health_status');
		expect(now.receiver.of('chat.created')[0]?.payload.data).toHaveProperty('health_status');
	});

	test('a routing key that the endpoint returned comes back for the same chat', async () => {
		const { receiver } = await lab.subscribe(
			['message.received'],
			() => ({ status: 200, headers: { 'x-worker': 'seven' } }),
			{ routing_key_header: 'X-Worker' },
		);
		await receive();
		await lab.sandbox.settled();
		await receive();
		await lab.sandbox.settled();
		const [first, second] = receiver.arrivals;
		expect(first?.headers).toMatchObject({ 'linq-chat-id': SEED.avaChat });
		expect(first?.headers).not.toHaveProperty('x-worker');
		expect(second?.headers).toMatchObject({ 'x-worker': 'seven' });
	});
});

test('a subscription hears about its own changes', async () => {
	const { receiver, subscription } = await lab.subscribe([
		'webhook_subscription.created',
		'webhook_subscription.disabled',
		'webhook_subscription.events.updated',
		'webhook_subscription.deleted',
	]);
	const path = `/v3/webhook-subscriptions/${subscription.id}`;
	const subscribed_events = ['webhook_subscription.deleted', 'webhook_subscription.events.updated'];
	await lab.client.api('PUT', path, { body: { subscribed_events } });
	await lab.client.api('DELETE', path);
	await lab.sandbox.settled();
	expect(receiver.types.sort()).toEqual([
		'webhook_subscription.created',
		'webhook_subscription.deleted',
		'webhook_subscription.events.updated',
	]);
});
