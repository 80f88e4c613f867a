import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
let now = Date.parse('2026-09-01T12:00:00Z');
beforeEach(async () => {
	lab = await Lab.start({ now: () => now });
});
afterEach(() => lab.close());

test('30 messages in 60 seconds to one recipient, then 429 with the seconds to wait', async () => {
	for (let index = 0; index < 30; index++) {
		expect((await lab.send(SEED.avaChat, String(index))).status).toBe(202);
		now += 1_000;
	}
	const refused = await lab.client.api<ErrorAnswer>('POST', `/v3/chats/${SEED.avaChat}/messages`, {
		body: { message: { parts: [{ type: 'text', value: 'one more' }] } },
	});
	expect(refused.status).toBe(429);
	expect(refused.headers['retry-after']).toBe('30');
	expect(refused.body.error).toMatchObject({
		code: 1007,
		retry_after: 30,
		message: 'Rate limited. Try again in 30 seconds.',
	});
	expect((await lab.send(SEED.benChat, 'another recipient')).status).toBe(202);
	now += 29_999;
	expect((await lab.send(SEED.avaChat, 'too early')).status).toBe(429);
	now += 1;
	expect((await lab.send(SEED.avaChat, 'in time')).status).toBe(202);
});

test('a repeated key is answered even where the limit is reached', async () => {
	await lab.send(SEED.avaChat, 'first', { idempotency_key: 'k' });
	for (let index = 1; index < 30; index++) await lab.send(SEED.avaChat, String(index));
	expect((await lab.send(SEED.avaChat, 'first', { idempotency_key: 'k' })).status).toBe(202);
	expect((await lab.send(SEED.avaChat, 'new', { idempotency_key: 'l' })).status).toBe(429);
});
