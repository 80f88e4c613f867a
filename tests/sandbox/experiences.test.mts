import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const invoke = (name: string, action: string, params?: object, chatId: string = SEED.avaChat) =>
	lab.client.api<ErrorAnswer>('POST', `/v3/chats/${chatId}/messages`, {
		body: { message: { experience: { name, action, params } } },
	});

test('agentpay asks for a payment with a checkout URL, as in the documents', async () => {
	const checkout_url = 'https://zero.linqapp.com/pay/acme?session=tok_1';
	const sent = await invoke('agentpay', 'request_payment', { checkout_url });
	expect(sent.status).toBe(202);
	expect(sent.body).toMatchObject({
		message: { parts: [{ type: 'imessage_app', layout: { caption: 'Agentpay' } }] },
	});
});

test('the amount on the card is that of the payment request', async () => {
	const asked = await lab.client.api<{ checkout_url: string }>('POST', '/v3/payment_requests', {
		body: { amount: 1999, currency: 'usd' },
	});
	const { checkout_url } = asked.body;
	const sent = await invoke('agentpay', 'request_payment', { checkout_url });
	expect(sent.body).toMatchObject({
		message: { parts: [{ layout: { subcaption: '19.99 USD' } }] },
	});
});

test('both experiences are listed with their fields', async () => {
	const { body } = await lab.client.api('GET', '/v3/experiences');
	expect(body).toMatchObject({
		experiences: [{ experience: 'agentpay' }, { experience: 'agentcard' }],
	});
	const one = await lab.client.api('GET', '/v3/experiences/agentpay');
	expect(one.body).toMatchObject({
		actions: [
			{ name: 'request_payment', fields: { checkout_url: { type: 'url', required: true } } },
		],
	});
});

const url = 'https://example.com';
test.each([
	['agentpay', 'request_payment', undefined, 1001, 'params.checkout_url is missing'],
	[
		'agentpay',
		'request_payment',
		{ checkout_url: 5 },
		1005,
		'params.checkout_url must be a string',
	],
	[
		'agentpay',
		'request_payment',
		{ checkout_url: 'http://example.com' },
		1005,
		'params.checkout_url must begin with https://',
	],
	[
		'agentpay',
		'request_payment',
		{ checkout_url: url, amount: 5 },
		1005,
		'params.amount is unknown',
	],
	['agentcard', 'attach_card', { url, title: 'x'.repeat(65) }, 1005, 'at most 64 characters'],
	['agentcard', 'attach_card', { url, constructor: 'x' }, 1005, 'params.constructor is unknown'],
	['agentcard', 'pay', { url }, 1005, 'there is no experience agentcard pay'],
	['nobody', 'attach_card', { url }, 1005, 'there is no experience nobody attach_card'],
])('%s %s with %j is refused', async (name, action, params, code, words) => {
	const { error } = (await invoke(name, action, params)).body;
	expect(error).toMatchObject({ status: 400, code });
	expect(error.message).toContain(words);
});

test('an experience goes to one recipient', async () => {
	const { error } = (await invoke('agentcard', 'attach_card', { url }, SEED.group)).body;
	expect(error).toMatchObject({ status: 400, code: 1005 });
});
