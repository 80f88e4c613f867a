import { locator, NOTHING, routes, seeded, useSandbox } from '../../../support/linq.mts';

const { run, sandbox, client } = useSandbox();
const chatId = locator(seeded.chatWithAva);

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
	const pollChoices = { choice: [{ text: 'Thursday' }, { text: ' Friday ' }] };

	test('is created, read, voted on and added to', async () => {
		const created = await run('poll', 'create', { chatId, pollChoices });
		expect(routes(created)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/polls`]);
		expect(created.sent).toMatchObject({
			poll: { options: [{ text: 'Thursday' }, { text: 'Friday' }] },
		});
		await sandbox().settled();
		const messageId = created.json[0]?.message_id as string;
		const choiceId = (created.json[0]?.poll as { options: Array<{ option_id: string }> }).options[0]
			?.option_id;
		const voted = await run('poll', 'vote', { messageId, choiceId });
		expect(voted.sent).toEqual({ operation: 'add', option_id: choiceId });
		expect(voted.json[0]).toMatchObject({ poll: { total_voters: 1 } });
		const unvoted = await run('poll', 'removeVote', { messageId, choiceId });
		expect(unvoted.sent).toEqual({ operation: 'remove', option_id: choiceId });
		expect(unvoted.json[0]).toMatchObject({ poll: { total_voters: 0 } });
		const added = await run('poll', 'addChoices', {
			messageId,
			newChoices: { choice: [{ text: 'Saturday' }] },
		});
		expect(added.sent).toEqual({ options: [{ text: 'Saturday' }] });
		const read = await run('poll', 'get', { messageId });
		expect(routes(read)).toEqual([`GET /v3/messages/${messageId}/poll`]);
		expect((read.json[0]?.poll as { options: unknown[] }).options).toHaveLength(3);
	});

	test.each([
		[{ choice: [{ text: 'Thursday' }] }, 'Choices has 1 entry, but needs at least 2'],
		[{ choice: [] }, 'Choices has 0 entries, but needs at least 2'],
		[{ choice: [{ text: 'Thursday' }, { text: NOTHING }] }, 'Choice 2 is empty'],
		// As it is before anything is entered.
		[undefined, 'Choice 1 is empty'],
	])('is not sent with %j', async (pollChoices, message) => {
		const { error, requests } = await run('poll', 'create', {
			chatId,
			...(pollChoices && { pollChoices }),
		});
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});
});

describe('the choices of a poll can come from', () => {
	test.each([
		['a list', '={{ ["Tea", "Coffee, black"] }}'],
		['lines', '={{ "Tea\\n\\nCoffee, black\\n" }}'],
	])('%s', async (_, text) => {
		const { sent, error } = await run('poll', 'create', {
			chatId,
			pollChoices: { choice: [{ text }, { text: 'Water' }] },
		});
		expect(error).toBeUndefined();
		expect(sent).toMatchObject({
			poll: { options: [{ text: 'Tea' }, { text: 'Coffee, black' }, { text: 'Water' }] },
		});
	});
});

describe('Payment Request', () => {
	test('is created, listed, paid, and not cancelled any more', async () => {
		const created = await run('paymentRequest', 'create', {
			amount: '19.99',
			options: {
				description: 'Order 42',
				metadata: { entries: { entry: [{ key: 'order', value: '42' }] } },
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
			amount: 19.99,
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
		const { json } = await run('paymentRequest', 'create', { amount: '1' });
		const paymentRequestId = json[0]?.payment_request_id as string;
		await client().act('/payment_requests', {
			payment_request_id: paymentRequestId,
			status: 'succeeded',
		});
		await sandbox().settled();
		const read = await run('paymentRequest', 'get', { paymentRequestId });
		expect(read.json[0]).toMatchObject({
			status: 'succeeded',
			paid_at: expect.any(String) as string,
		});
	});

	test('lists page by page', async () => {
		for (let i = 0; i < 105; i++)
			await run('paymentRequest', 'create', { amount: (100 + i) / 100 });
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
		[
			{ metadata: { entries: { entry: [{ key: 'linq_x', value: '1' }] } } },
			'"linq_x" cannot be a key',
		],
	])('is not sent with %j', async (options, message) => {
		const { error, requests } = await run('paymentRequest', 'create', { amount: '1', options });
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});
});

describe('an amount', () => {
	test.each([
		['={{ 0.1 + 0.2 + 0.3 }}', 60],
		['0.50', 50],
	])('of a payment request, %s, is %i cents', async (amount, cents) => {
		const { sent } = await run('paymentRequest', 'create', { amount });
		expect(sent).toMatchObject({ amount: cents, currency: 'usd' });
	});

	test.each([
		['19.999', 'Amount has more decimals than USD has: "19.999"'],
		['0.49', 'Amount is too small: 0.49 USD'],
		['-5', 'Amount is not an amount: "-5"'],
		[NOTHING, 'Amount is empty'],
	])('of a payment request is not %s', async (amount, message) => {
		const { error, requests } = await run('paymentRequest', 'create', { amount });
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});

	test.each([
		['usd', '19.99', 1999],
		['JPY', 500, 500],
		['kwd', '1.234', 1234],
	])('of an agent payment is in its currency, %s', async (currency, amount, units) => {
		const { sent } = await run('agentPayment', 'create', { handle: seeded.ava, amount, currency });
		expect(sent).toMatchObject({ amount_cents: units, currency: currency.toLowerCase() });
	});

	test.each([
		[{ amount: '0.5', currency: 'jpy' }, 'Amount has more decimals than JPY has: "0.5"'],
		[{ amount: '0', currency: 'usd' }, 'Amount is too small: 0 USD'],
		[{ amount: '5', currency: 'dollars' }, 'Currency is not a currency: "dollars"'],
	])('of an agent payment is not %j', async (parameters, message) => {
		const { error, requests } = await run('agentPayment', 'create', {
			handle: seeded.ava,
			...parameters,
		});
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});

	test('that came out can be put in again', async () => {
		const { json } = await run('paymentRequest', 'create', { amount: '19.99' });
		const again = await run('paymentRequest', 'create', { amount: '={{ $json.amount }}' }, json);
		expect(again.sent).toMatchObject({ amount: 1999 });
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
			amount: 19.99,
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
		await client().act('/payments', { payment_id: paymentId, status: 'ready' });
		await sandbox().settled();
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
