import { request } from 'undici';

import { locator, NOTHING, routes, seeded, useSandbox } from '../../../support/linq.mts';

const { run, sandbox } = useSandbox();
const chatId = locator(seeded.chatWithAva);

/** Does something on the sandbox's control side. */
async function control(path: string, body: object): Promise<void> {
	const { statusCode, body: answer } = await request(`${sandbox().controlUrl}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect([statusCode, await answer.text()]).toEqual([200, expect.anything()]);
	await sandbox().settled();
}

describe('Background', () => {
	const path = `/v3/chats/${seeded.chatWithAva}/background`;

	test.each([
		[{ color: 'deep_sea' }, { type: 'color', variant: 'deep_sea' }],
		[
			{ color: 'custom', topColor: '#112233', bottomColor: '#445566' },
			{ type: 'color', variant: 'custom', shades: ['#112233', '#445566'] },
		],
		[
			{ kind: 'dynamic', style: 'water', waterVariant: 'dark' },
			{ type: 'dynamic', style: 'water', variant: 'dark' },
		],
		[
			{ kind: 'photo', imageUrl: 'https://example.com/b.jpg' },
			{ type: 'photo', image_url: 'https://example.com/b.jpg' },
		],
	])('is set to %j', async (parameters, sent) => {
		const result = await run('background', 'set', { chatId, ...parameters });
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual([`POST ${path}`]);
		expect(result.sent).toEqual(sent);
		expect(result.json[0]).toMatchObject({ success: true, chat_id: seeded.chatWithAva });
	});

	test('takes colors in one form only', async () => {
		const { error, requests } = await run('background', 'set', {
			chatId,
			color: 'custom',
			topColor: 'red',
		});
		expect(error?.message).toBe('Color is not valid: "red"');
		expect(requests).toEqual([]);
	});

	test('is removed', async () => {
		const result = await run('background', 'remove', { chatId });
		expect(routes(result)).toEqual([`DELETE ${path}`]);
		expect(result.json[0]).toMatchObject({ deleted: true, chat_id: seeded.chatWithAva });
	});
});

describe('Location', () => {
	test('is asked for, read, and its share ended', async () => {
		const asked = await run('location', 'request', { chatId });
		expect(routes(asked)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/location/request`]);
		expect(asked.json[0]).toMatchObject({ success: true, chat_id: seeded.chatWithAva });
		const read = await run('location', 'get', { chatId });
		expect(read.json[0]).toMatchObject({ type: 'FeatureCollection' });
		const stopped = await run('location', 'stopSharing', { chatId, handle: seeded.ava });
		expect(routes(stopped)).toEqual([`DELETE /v3/chats/${seeded.chatWithAva}/location`]);
		expect(stopped.sent).toEqual({ handle: seeded.ava });
	});
});

describe('Poll', () => {
	const options = { option: [{ text: 'Thursday' }, { text: ' Friday ' }] };

	test('is created, read, voted on and added to', async () => {
		const created = await run('poll', 'create', { chatId, pollOptions: options });
		expect(routes(created)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/polls`]);
		expect(created.sent).toMatchObject({
			poll: { options: [{ text: 'Thursday' }, { text: 'Friday' }] },
		});
		await sandbox().settled();
		const messageId = created.json[0]?.message_id as string;
		const optionId = (created.json[0]?.poll as { options: Array<{ option_id: string }> }).options[0]
			?.option_id;
		const voted = await run('poll', 'vote', { messageId, optionId });
		expect(voted.sent).toEqual({ operation: 'add', option_id: optionId });
		expect(voted.json[0]).toMatchObject({ poll: { total_voters: 1 } });
		const unvoted = await run('poll', 'removeVote', { messageId, optionId });
		expect(unvoted.sent).toEqual({ operation: 'remove', option_id: optionId });
		expect(unvoted.json[0]).toMatchObject({ poll: { total_voters: 0 } });
		const added = await run('poll', 'addOptions', {
			messageId,
			pollOptions: { option: [{ text: 'Saturday' }] },
		});
		expect(added.sent).toEqual({ options: [{ text: 'Saturday' }] });
		const read = await run('poll', 'get', { messageId });
		expect(routes(read)).toEqual([`GET /v3/messages/${messageId}/poll`]);
		expect((read.json[0]?.poll as { options: unknown[] }).options).toHaveLength(3);
	});

	test.each([
		[{ option: [{ text: 'Thursday' }] }, 'Options has 1 entries, but needs at least 2'],
		[{ option: [{ text: 'Thursday' }, { text: NOTHING }] }, 'Option 2 is empty'],
	])('is not sent with %j', async (pollOptions, message) => {
		const { error, requests } = await run('poll', 'create', { chatId, pollOptions });
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});
});

describe('Payment Request', () => {
	test('is created, listed, paid, and not cancelled any more', async () => {
		const created = await run('paymentRequest', 'create', {
			amount: 1999,
			options: {
				description: 'Order 42',
				metadata: { entry: [{ key: 'order', value: '42' }] },
			},
		});
		expect(created.error).toBeUndefined();
		expect(routes(created)).toEqual(['POST /v3/payment_requests']);
		expect(created.sent).toEqual({
			mode: 'payment',
			amount: 1999,
			currency: 'usd',
			description: 'Order 42',
			metadata: { order: '42' },
		});
		expect(created.json[0]).toMatchObject({
			payment_request_id: expect.any(String) as string,
			status: 'requested',
			amount: 1999,
			checkout_url: expect.any(String) as string,
			metadata: { order: '42' },
			paid_at: null,
		});
		const paymentRequestId = created.json[0]?.payment_request_id as string;
		const list = await run('paymentRequest', 'getAll', { filters: { status: 'requested' } });
		expect(routes(list)).toEqual(['GET /v3/payment_requests?status=requested&offset=0&limit=50']);
		expect(list.json).toHaveLength(1);
		const cancelled = await run('paymentRequest', 'cancel', { paymentRequestId });
		expect(cancelled.json[0]).toMatchObject({ status: 'canceled' });
		const again = await run('paymentRequest', 'cancel', { paymentRequestId });
		expect(again.error).toMatchObject({ httpCode: '409' });
		const read = await run('paymentRequest', 'get', { paymentRequestId, simplify: false });
		expect(read.json[0]).toMatchObject({ id: paymentRequestId, status: 'canceled' });
	});

	test('shows when it was paid', async () => {
		const { json } = await run('paymentRequest', 'create', { amount: 100 });
		const paymentRequestId = json[0]?.payment_request_id as string;
		await control('/payment_requests', {
			payment_request_id: paymentRequestId,
			status: 'succeeded',
		});
		const read = await run('paymentRequest', 'get', { paymentRequestId });
		expect(read.json[0]).toMatchObject({
			status: 'succeeded',
			paid_at: expect.any(String) as string,
		});
	});

	test('lists page by page', async () => {
		for (let i = 0; i < 105; i++) await run('paymentRequest', 'create', { amount: 100 + i });
		const all = await run('paymentRequest', 'getAll', { returnAll: true });
		expect(routes(all)).toEqual([
			'GET /v3/payment_requests?offset=0&limit=100',
			'GET /v3/payment_requests?offset=100&limit=100',
		]);
		expect(new Set(all.json.map(({ amount }) => amount)).size).toBe(105);
	});

	test('can be a subscription', async () => {
		const { sent, error } = await run('paymentRequest', 'create', {
			mode: 'subscription',
			priceId: 'price_1',
			options: { quantity: 2, trialDays: 14, discount: { coupon: 'SPRING', label: 'Spring' } },
		});
		expect(error).toBeUndefined();
		expect(sent).toEqual({
			mode: 'subscription',
			price_id: 'price_1',
			quantity: 2,
			trial_period_days: 14,
			discount: { coupon: 'SPRING', label: 'Spring' },
		});
	});

	test.each([
		[
			{ trialDays: 7, trialEnd: '2027-01-01T00:00:00' },
			'Trial Days and Trial End cannot be combined',
		],
		[{ rail: 'natural' }, 'The rail Natural requires From and Payer'],
		[{ metadata: { entry: [{ key: 'linq_x', value: '1' }] } }, '"linq_x" cannot be a key'],
	])('is not sent with %j', async (options, message) => {
		const { error, requests } = await run('paymentRequest', 'create', { amount: 100, options });
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});
});

describe('Agent Payment', () => {
	const handle = seeded.ava;

	test('provider, customer and payment, from connecting to revoking', async () => {
		const provider = await run('agentPayment', 'connectProvider', {
			provider: 'agentcard',
			returnUrl: 'https://example.com/done',
		});
		expect(routes(provider)).toEqual(['POST /v3/payments/providers/agentcard/connect']);
		expect(provider.sent).toEqual({ return_url: 'https://example.com/done' });
		await sandbox().settled();
		const state = await run('agentPayment', 'getProvider', { provider: 'agentcard' });
		expect(state.json[0]).toMatchObject({ provider: 'agentcard' });
		const connecting = await run('agentPayment', 'connectHandle', { handle });
		expect(decodeURIComponent(routes(connecting)[0] ?? '')).toBe(
			`POST /v3/payments/handles/${handle}/connect`,
		);
		const verified = await run('agentPayment', 'verifyHandle', {
			handle,
			code: '123456',
			connectId: connecting.json[0]?.connect_id as string,
		});
		expect(verified.error).toBeUndefined();
		const connection = await run('agentPayment', 'getConnection', { handle });
		expect(connection.json[0]).toMatchObject({ status: 'connected' });
		const payment = await run('agentPayment', 'create', {
			handle,
			amount: 1999,
			options: { description: 'Dinner', merchantName: 'Shop', merchantUrl: 'example.com' },
		});
		expect(payment.error).toBeUndefined();
		expect(payment.sent).toEqual({
			handle,
			amount_cents: 1999,
			currency: 'usd',
			description: 'Dinner',
			merchant: { name: 'Shop', url: 'example.com' },
		});
		await sandbox().settled();
		const paymentId = payment.json[0]?.id as string;
		await control('/payments', { payment_id: paymentId, status: 'ready' });
		const read = await run('agentPayment', 'get', { paymentId });
		expect(read.json[0]).toMatchObject({ id: paymentId, status: 'ready' });
		const card = await run('agentPayment', 'getCredentials', { paymentId });
		expect(routes(card)).toEqual([`GET /v3/payments/${paymentId}/credentials`]);
		expect(card.json[0]).toHaveProperty('handoff');
		const cancelled = await run('agentPayment', 'cancel', { paymentId });
		expect(cancelled.json[0]).toMatchObject({ status: 'canceled' });
		const revoked = await run('agentPayment', 'revokeConnection', { handle });
		expect(revoked.json[0]).toMatchObject({ deleted: true, handle });
		expect(routes(revoked)).toHaveLength(1);
	});
});
