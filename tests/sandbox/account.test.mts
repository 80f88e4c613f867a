import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';
import type { Method } from '../support/sandboxClient.mts';

let lab: Lab;
let now = Date.parse('2026-09-01T12:00:00Z');
beforeEach(async () => {
	lab = await Lab.start({ now: () => now, capabilityIntervalMs: 10_000 });
});
afterEach(() => lab.close());

const call = (method: Method, path: string, body?: unknown) =>
	lab.client.api<ErrorAnswer & Record<string, unknown>>(method, path, { body });

test('one capability check in ten seconds', async () => {
	const check = (service: string, address: string) =>
		call('POST', `/v3/capability/check_${service}`, { address });
	expect((await check('imessage', SEED.ava)).body).toEqual({ address: SEED.ava, available: true });
	const early = await check('rcs', SEED.ava);
	expect(early.body.error).toMatchObject({ status: 429, code: 1007, retry_after: 10 });
	now += 10_000;
	expect((await check('imessage', SEED.cleo)).body).toMatchObject({
		available: false,
		reason: 'not_supported',
	});
	now += 10_000;
	const foreign = { address: SEED.ava, from: '+12025559999' };
	expect((await call('POST', '/v3/capability/check_rcs', foreign)).body.error.code).toBe(2005);
});

test('a blocked contact neither reaches the account nor is reached directly', async () => {
	const { receiver } = await lab.subscribe(['message.received']);
	const block = { handle: SEED.ava, reason: 'spam' };
	const first = await call('POST', '/v3/blocked_handles', block);
	const second = await call('POST', '/v3/blocked_handles', block);
	expect(second.body).toEqual(first.body);
	const dropped = await lab.client.control('POST', '/receive', { from: SEED.ava, text: 'Hi' });
	expect(dropped.body).toEqual({ dropped: true, reason: `${SEED.ava} is blocked.` });
	expect((await lab.send(SEED.avaChat, 'Hi')).body.error).toMatchObject({
		status: 403,
		code: 2026,
	});
	expect((await lab.send(SEED.group, 'Hi')).status).toBe(202);
	expect((await call('DELETE', '/v3/blocked_handles', { handle: SEED.ava })).status).toBe(204);
	expect((await call('DELETE', '/v3/blocked_handles', { handle: SEED.ava })).status).toBe(404);
	await lab.client.control('POST', '/receive', { from: SEED.ava, text: 'Back' });
	await lab.sandbox.settled();
	expect(receiver.arrivals).toHaveLength(1);
});

test('a contact card is created once, then changed, and shared while it is active', async () => {
	const share = () => call('POST', `/v3/chats/${SEED.avaChat}/share_contact_card`);
	const path = `/v3/contact_card?phone_number=${encodeURIComponent(SEED.line)}`;
	expect((await share()).body.error).toMatchObject({ status: 404, code: 2012 });
	expect((await call('PATCH', path, { first_name: 'A' })).body.error.code).toBe(2012);
	const card = { phone_number: SEED.line, first_name: 'Acme' };
	expect((await call('POST', '/v3/contact_card', card)).body).toMatchObject({ is_active: false });
	expect((await call('POST', '/v3/contact_card', card)).body.error).toMatchObject({ code: 2014 });
	await lab.sandbox.settled();
	expect((await share()).status).toBe(204);
	const foreign = { ...card, phone_number: '+12025559999' };
	expect((await call('POST', '/v3/contact_card', foreign)).body.error.code).toBe(2005);
});

test('polls and locations are iMessage only; a location is asked of one person', async () => {
	const poll = { poll: { options: [{ text: 'a' }, { text: 'b' }] } };
	const code = async (path: string, body?: unknown) =>
		(await call('POST', path, body)).body.error.code;
	expect(await code(`/v3/chats/${SEED.smsChat}/polls`, poll)).toBe(2017);
	expect(await code(`/v3/chats/${SEED.smsChat}/location/request`)).toBe(2017);
	expect(await code(`/v3/chats/${SEED.group}/location/request`)).toBe(2016);
	expect(await code(`/v3/chats/${SEED.avaChat}/background`, { type: 'photo' })).toBe(1001);
	const one = { poll: { options: [{ text: 'only' }] } };
	expect(await code(`/v3/chats/${SEED.avaChat}/polls`, one)).toBe(1005);
});

test('a poll is sent once per key and takes only its own options', async () => {
	const body = { poll: { options: [{ text: 'a' }, { text: 'b' }], idempotency_key: 'poll' } };
	const path = `/v3/chats/${SEED.avaChat}/polls`;
	const first = await call('POST', path, body);
	expect((await call('POST', path, body)).body).toEqual(first.body);
	const votes = `/v3/messages/${String(first.body.message_id)}/poll/votes`;
	const option_id = '550e8400-e29b-41d4-a716-446655440000';
	const wrong = await call('POST', votes, { operation: 'add', option_id });
	expect(wrong.body.error.code).toBe(1005);
	expect((await call('GET', `/v3/messages/${SEED.toAva}/poll`)).body.error.code).toBe(2002);
});

test('a shared location ends at its time', async () => {
	const path = `/v3/chats/${SEED.avaChat}/location`;
	const place = { chat_id: SEED.avaChat, longitude: 2.35, latitude: 48.85, minutes: 60 };
	await lab.client.control('POST', '/location', place);
	expect((await call('GET', path)).body).toMatchObject({ data: { features: [{}] } });
	now += 60 * 60_000;
	expect((await call('GET', path)).body).toMatchObject({ data: { features: [] } });
	expect((await call('DELETE', path, { handle: SEED.ben })).body.error.code).toBe(2001);
});

test('a background is accepted in an SMS chat, where nothing happens', async () => {
	const { receiver } = await lab.subscribe(['chat.background_updated']);
	const path = (chatId: string) => `/v3/chats/${chatId}/background`;
	const color = { type: 'color', variant: 'plum' };
	expect((await call('POST', path(SEED.smsChat), color)).status).toBe(202);
	expect((await call('DELETE', path(SEED.smsChat))).status).toBe(202);
	await lab.sandbox.settled();
	expect(lab.sandbox.world.state.chats.byId(SEED.smsChat)?.background).toBeNull();
	expect((await call('POST', path(SEED.avaChat), color)).status).toBe(202);
	await lab.sandbox.settled();
	expect(receiver.arrivals.map(({ payload }) => payload.data)).toMatchObject([
		{ chat: { id: SEED.avaChat }, background: { variant: 'plum' } },
	]);
});

test('contact card calls are limited to three per line in ten minutes', async () => {
	const card = { first_name: 'Acme' };
	const create = (phone_number: string) =>
		lab.client.api<ErrorAnswer>('POST', '/v3/contact_card', { body: { ...card, phone_number } });
	const change = () =>
		call('PATCH', `/v3/contact_card?phone_number=${encodeURIComponent(SEED.line)}`, card);
	expect((await create(SEED.line)).status).toBe(200);
	now += 60_000;
	expect((await change()).status).toBe(200);
	expect((await create(SEED.line)).body.error.code).toBe(2014);
	const refused = await create(SEED.line);
	expect(refused.headers['retry-after']).toBe('540');
	expect(refused.body.error).toMatchObject({ status: 429, code: 1007, retry_after: 540 });
	expect((await change()).status).toBe(429);
	expect((await create(SEED.secondLine)).status).toBe(200);
	expect((await call('GET', '/v3/contact_card')).status).toBe(200);
	now += 540_000;
	expect((await change()).status).toBe(200);
});

test('RCS is not asked of email addresses', async () => {
	const address = 'ava@example.com';
	const { error } = (await call('POST', '/v3/capability/check_rcs', { address })).body;
	expect(error).toMatchObject({ status: 400, code: 1002 });
	expect((await call('POST', '/v3/capability/check_imessage', { address })).status).toBe(200);
});

test('a location that is shared is not asked for again', async () => {
	const path = `/v3/chats/${SEED.avaChat}/location/request`;
	expect((await call('POST', path)).status).toBe(200);
	const place = { chat_id: SEED.avaChat, longitude: 2.35, latitude: 48.85, minutes: 60 };
	await lab.client.control('POST', '/location', place);
	expect((await call('POST', path)).body.error).toMatchObject({ status: 409, code: 2015 });
	now += 60 * 60_000;
	expect((await call('POST', path)).status).toBe(200);
});

const audits = `/v3/phone_numbers/${encodeURIComponent(SEED.line)}/reputation_audit`;

test('who starts an audit while one runs joins it', async () => {
	// Nothing that is queued happens within the test.
	const slow = await Lab.start({ pace: 3_600_000 });
	const start = () => slow.client.api<{ audit_id: string; status: string }>('POST', audits);
	const first = await start();
	const second = await start();
	await slow.close();
	expect(first).toMatchObject({ status: 202, body: { status: 'pending' } });
	expect(second).toMatchObject({ status: 202, body: first.body });
});

test('after an audit there is a pause, and a day in which it can be read', async () => {
	const path = audits;
	const first = await call('POST', path);
	expect(first.status).toBe(202);
	await lab.sandbox.settled();
	expect((await call('POST', path)).body.error).toMatchObject({
		status: 429,
		code: 1007,
		retry_after: 60,
	});
	const report = `${path}/${String(first.body.audit_id)}`;
	expect((await call('GET', report)).body).toMatchObject({ status: 'complete' });
	now += 60_000;
	const next = await call('POST', path);
	expect(next.status).toBe(202);
	expect(next.body.audit_id).not.toBe(first.body.audit_id);
	now += 24 * 60 * 60_000;
	expect((await call('GET', report)).body.error).toMatchObject({ status: 404, code: 2001 });
	const foreign = path.replace('100', '199');
	expect((await call('POST', foreign)).body.error.code).toBe(2019);
});

test('a payment request ends once', async () => {
	const { receiver } = await lab.subscribe(['payment.canceled', 'payment.expired']);
	const create = (body: object) => call('POST', '/v3/payment_requests', body);
	const { id } = (await create({ amount: 500, currency: 'usd' })).body;
	const path = `/v3/payment_requests/${String(id)}`;
	expect((await call('POST', `${path}/cancel`)).body).toMatchObject({ status: 'canceled' });
	expect((await call('POST', `${path}/cancel`)).body.error).toMatchObject({ status: 409 });
	const late = { payment_request_id: id, status: 'expired' };
	expect((await lab.client.control('POST', '/payment_requests', late)).status).toBe(400);
	await lab.sandbox.settled();
	expect(receiver.types).toEqual(['payment.canceled']);

	const refused: Array<[object, number]> = [
		[{ amount: 49, currency: 'usd' }, 1005],
		[{ amount: 500 }, 1001],
		[{ amount: 500, currency: 'usd', metadata: { linq_id: '1' } }, 1005],
		[{ amount: 500, currency: 'usd', rail: 'natural' }, 1001],
		[{ mode: 'subscription' }, 1001],
		[{ mode: 'subscription', price_id: 'p', amount: 500 }, 1005],
	];
	for (const [body, code] of refused) {
		expect([body, (await create(body)).body.error.code]).toEqual([body, code]);
	}
});

test('an agent payment waits for the connection and is ready after it', async () => {
	const handle = `/v3/payments/handles/${encodeURIComponent(SEED.ava)}`;
	const pay = { amount_cents: 100, currency: 'usd', handle: SEED.ava };
	expect((await call('POST', '/v3/payments', pay)).body).toMatchObject({
		status: 'needs_connection',
	});
	expect((await call('GET', `${handle}/connection`)).status).toBe(404);
	const { connect_id } = (await call('POST', `${handle}/connect`)).body;
	const verify = (code: string) => call('POST', `${handle}/verify`, { connect_id, code });
	expect((await verify('000000')).body.error.code).toBe(1005);
	expect((await verify('123456')).body).toMatchObject({ status: 'connected' });
	const { body } = await call('POST', '/v3/payments', pay);
	const credentials = `/v3/payments/${String(body.id)}/credentials`;
	await lab.sandbox.settled();
	expect((await call('GET', credentials)).status).toBe(200);
	await lab.client.control('POST', '/payments', { payment_id: body.id, status: 'declined' });
	expect((await call('GET', credentials)).body.error).toMatchObject({ status: 409, code: 2015 });
	expect((await call('POST', `/v3/payments/${String(body.id)}/cancel`)).status).toBe(409);
});

test('a chat is as healthy as the control side says, until its contact opts out', async () => {
	const health = async () => (await call('GET', `/v3/chats/${SEED.avaChat}`)).body.health_status;
	expect(await health()).toMatchObject({ status: 'HEALTHY' });
	now += 60_000;
	await lab.client.control('POST', '/health', { chat_id: SEED.avaChat, status: 'CRITICAL' });
	expect(await health()).toMatchObject({
		status: 'CRITICAL',
		doc_url: expect.stringMatching(/#critical$/) as string,
		updated_at: new Date(now).toISOString(),
	});
	await lab.client.control('POST', '/receive', { from: SEED.ava, text: 'STOP' });
	expect(await health()).toMatchObject({ status: 'OPTED_OUT' });
});
