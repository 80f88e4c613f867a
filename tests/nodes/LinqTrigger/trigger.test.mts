import type { IDataObject } from 'n8n-workflow';
import { request } from 'undici';

import { LinqTrigger } from '../../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { callHook, callWebhook } from '../../support/engine/trigger.mts';
import type { Setup } from '../../support/engine/workflow.mts';
import { seeded, useSandbox } from '../../support/linq.mts';
import { Receiver } from '../../support/receiver.mts';

const { sandbox, credential } = useSandbox();
let receiver: Receiver;

beforeAll(async () => {
	receiver = await Receiver.start();
});

beforeEach(() => receiver.forget());

afterAll(() => receiver.close());

/** The trigger of an n8n whose webhook address is the receiver's. */
const trigger = (events = ['message.received'], staticData: IDataObject = {}): Setup => ({
	node: new LinqTrigger(),
	credential: credential(),
	parameters: { events },
	staticData,
	n8nUrl: receiver.url,
});

const subscriptions = async () => {
	const { body } = await request(`${sandbox().apiBaseUrl}/v3/webhook-subscriptions`, {
		headers: { authorization: `Bearer ${sandbox().token}` },
	});
	return ((await body.json()) as { subscriptions: IDataObject[] }).subscriptions;
};

const textIn = async (text: string) => {
	const { statusCode } = await request(`${sandbox().controlUrl}/receive`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ from: seeded.ava, text }),
	});
	expect(statusCode).toBe(200);
	await sandbox().settled();
};

describe('registration', () => {
	test('subscribes to the chosen events at its own address, with the version it reads', async () => {
		const setup = trigger(['message.received', 'reaction.added']);
		expect(await callHook(setup, 'checkExists')).toBe(false);
		expect(await callHook(setup, 'create')).toBe(true);
		expect(await callHook(setup, 'checkExists')).toBe(true);
		const [only, ...others] = await subscriptions();
		expect(others).toEqual([]);
		expect(only).toMatchObject({
			target_url: `${receiver.url}/webhook/00000000-0000-4000-8000-000000000001/linq?version=2026-02-03`,
			subscribed_events: ['message.received', 'reaction.added'],
			is_active: true,
		});
		expect(setup.staticData).toEqual({
			'node:Node under test': {
				subscriptionId: only?.id,
				signingSecret: expect.stringMatching(/^whsec_/) as string,
			},
		});
	});

	test('is gone after deactivation, also when somebody deleted it before', async () => {
		const setup = trigger();
		await callHook(setup, 'create');
		expect(await callHook(setup, 'delete')).toBe(true);
		expect(await subscriptions()).toEqual([]);
		expect(setup.staticData).toEqual({ 'node:Node under test': {} });
		await callHook(setup, 'create');
		sandbox().world.reset();
		expect(await callHook(setup, 'delete')).toBe(true);
		expect(await callHook(setup, 'delete')).toBe(true);
	});

	test('is made again when it was deleted at Linq, and when its events have changed', async () => {
		const setup = trigger();
		await callHook(setup, 'create');
		sandbox().world.reset();
		expect(await callHook(setup, 'checkExists')).toBe(false);
		await callHook(setup, 'create');
		const changed = trigger(['message.read'], setup.staticData);
		expect(await callHook(changed, 'checkExists')).toBe(false);
		await callHook(changed, 'create');
		expect(await subscriptions()).toEqual([
			expect.objectContaining({ subscribed_events: ['message.read'] }),
		]);
	});

	test('is made again when it was switched off at Linq', async () => {
		const setup = trigger();
		await callHook(setup, 'create');
		const [ours] = await subscriptions();
		await request(`${sandbox().apiBaseUrl}/v3/webhook-subscriptions/${ours?.id as string}`, {
			method: 'PUT',
			headers: {
				authorization: `Bearer ${sandbox().token}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({ is_active: false }),
		});
		expect(await callHook(setup, 'checkExists')).toBe(false);
		await callHook(setup, 'create');
		expect(await subscriptions()).toEqual([expect.objectContaining({ is_active: true })]);
	});

	test('replaces its own subscription when the secret is lost', async () => {
		await callHook(trigger(), 'create');
		const again = trigger();
		expect(await callHook(again, 'checkExists')).toBe(false);
		await callHook(again, 'create');
		expect(await subscriptions()).toHaveLength(1);
		expect(await callHook(again, 'checkExists')).toBe(true);
	});

	test.each(['checkExists', 'create', 'delete'] as const)(
		'%s throws when Linq fails, instead of taking it for an answer',
		async (method) => {
			const setup = trigger();
			await callHook(setup, 'create');
			sandbox().world.faults.add({ status: 503, code: 4004, times: 1 });
			await expect(callHook(setup, method)).rejects.toThrow(
				'Linq is not available right now (Linq error 4004)',
			);
		},
	);
});

describe('deliveries', () => {
	test('a text becomes one item', async () => {
		const setup = trigger();
		await callHook(setup, 'create');
		await textIn('Zürich 🎉');
		const [delivery] = receiver.received;
		if (!delivery) throw new Error('Nothing was delivered');
		const { status, items } = await callWebhook(setup, delivery);
		expect(status).toBe(200);
		expect(items).toEqual([
			{
				json: expect.objectContaining({
					event_type: 'message.received',
					event_id: delivery.headers['webhook-id'],
					data: expect.objectContaining({
						direction: 'inbound',
						parts: [expect.objectContaining({ type: 'text', value: 'Zürich 🎉' })],
					}) as object,
				}) as object,
			},
		]);
	});

	test('an event that was not chosen starts nothing', async () => {
		const setup = trigger();
		await callHook(setup, 'create');
		await textIn('hi');
		const [delivery] = receiver.received;
		if (!delivery) throw new Error('Nothing was delivered');
		const other = trigger(['message.read'], setup.staticData);
		expect(await callWebhook(other, delivery)).toEqual({ status: 200, items: undefined });
	});

	test('anything that Linq did not sign is refused with 401', async () => {
		const setup = trigger();
		await callHook(setup, 'create');
		await textIn('hi');
		const [delivery] = receiver.received;
		if (!delivery) throw new Error('Nothing was delivered');
		const { headers, rawBody } = delivery;
		const refused = { status: 401, items: undefined };
		const altered = Buffer.from(rawBody.toString().replace('hi', 'ho'));
		const reserialised = Buffer.from(JSON.stringify(JSON.parse(rawBody.toString()), null, 1));
		expect(await callWebhook(setup, { headers, rawBody: altered })).toEqual(refused);
		expect(await callWebhook(setup, { headers, rawBody: reserialised })).toEqual(refused);
		expect(await callWebhook(setup, { headers: {}, rawBody })).toEqual(refused);
		expect(await callWebhook(trigger(), delivery)).toEqual(refused);
		expect(await callWebhook(setup, delivery)).toMatchObject({ status: 200, items: [{}] });
	});
});
