import { eventTypes } from '../../sandbox/api/webhooks.mts';
import { loadContract } from '../../sandbox/contract/document.mts';
import { UPLOAD } from '../../sandbox/faults.mts';
import type { Method } from '../support/sandboxClient.mts';
import { eventCheck } from './support/events.mts';
import { Lab, SEED } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start({ autoRead: true });
});
afterEach(() => lab.close());

/** Calls an operation that must succeed; every answer is checked against the contract. */
const ok = (method: Method, path: string, body?: unknown) => lab.client.ask(method, path, body);
const act = (path: string, body: object) => lab.client.act(path, body);

const content = (value: string) => ({ parts: [{ type: 'text', value }] });

async function walkChats(): Promise<void> {
	await ok('POST', '/v3/chats', {
		from: SEED.line,
		to: ['+12025550177'],
		message: content('Hello'),
	});
	await ok('GET', '/v3/chats');
	await ok('GET', `/v3/chats/${SEED.avaChat}`);
	await ok('PUT', `/v3/chats/${SEED.group}`, {
		display_name: 'New name',
		group_chat_icon: 'https://example.com/icon.png',
	});
	await ok('POST', `/v3/chats/${SEED.avaChat}/read`);
	await ok('POST', `/v3/chats/${SEED.avaChat}/voicememo`, {
		voice_memo_url: 'https://example.com/memo.m4a',
	});
	await ok('POST', `/v3/chats/${SEED.avaChat}/typing`);
	await ok('DELETE', `/v3/chats/${SEED.avaChat}/typing`);
	await ok('POST', `/v3/chats/${SEED.group}/participants`, { handle: '+12025550178' });
	await ok('DELETE', `/v3/chats/${SEED.group}/participants`, { handle: '+12025550178' });
	await ok('POST', `/v3/chats/${SEED.avaChat}/background`, { type: 'color', variant: 'blue' });
	await ok('DELETE', `/v3/chats/${SEED.avaChat}/background`);
}

async function walkMessages(): Promise<void> {
	const sent = await ok('POST', `/v3/chats/${SEED.avaChat}/messages`, { message: content('One') });
	const { id } = sent.message as { id: string };
	await ok('POST', '/v3/messages', { to: [SEED.ben], message: content('Two') });
	await ok('GET', `/v3/chats/${SEED.avaChat}/messages`);
	await ok('GET', `/v3/messages/${id}`);
	await ok('PATCH', `/v3/messages/${id}`, { text: 'One, corrected' });
	await ok('GET', `/v3/messages/${id}/thread`);
	const reactions = `/v3/messages/${id}/reactions`;
	await ok('POST', reactions, { operation: 'add', type: 'love' });
	await ok('POST', reactions, { operation: 'remove', type: 'love' });
	await ok('POST', reactions, { operation: 'add', type: 'sticker', emoji: '🎉' });
	const { parts } = (await ok('GET', `/v3/messages/${id}`)) as {
		parts: Array<{ reactions: Array<{ id: string }> }>;
	};
	const sticker = parts[0]?.reactions[0]?.id ?? '';
	await ok('PATCH', `${reactions}/${sticker}`, { placement: { x: 0.5, scale: 2 } });
	const card = {
		type: 'imessage_app',
		app: { bundle_id: 'com.example.app', name: 'App', team_id: 'ABCDE12345' },
		layout: { caption: 'Order', subcaption: 'On its way' },
		url: 'https://example.com/order',
	};
	const shown = await ok('POST', `/v3/chats/${SEED.avaChat}/messages`, {
		message: { parts: [card] },
	});
	await lab.sandbox.settled();
	await ok('POST', `/v3/messages/${(shown.message as { id: string }).id}/update`, {
		layout: { caption: 'Order', subcaption: 'Delivered' },
	});
	await ok('POST', `/v3/chats/${SEED.avaChat}/messages`, {
		message: {
			experience: {
				name: 'agentcard',
				action: 'attach_card',
				params: { url: 'https://example.com' },
			},
		},
	});
	await ok('DELETE', `/v3/messages/${id}`);
}

async function walkPolls(): Promise<void> {
	const poll = await ok('POST', `/v3/chats/${SEED.avaChat}/polls`, {
		poll: { options: [{ text: 'Tacos' }, { text: 'Sushi' }] },
	});
	const path = `/v3/messages/${String(poll.message_id)}/poll`;
	const options = (poll.poll as { options: Array<{ option_id: string }> }).options;
	const option_id = options[0]?.option_id;
	await ok('POST', `${path}/options`, { options: [{ text: 'Pizza' }] });
	await ok('POST', `${path}/votes`, { operation: 'add', option_id });
	await act('/vote', { message_id: poll.message_id, option_id });
	const { poll: counted } = await ok('GET', path);
	expect(counted).toMatchObject({ total_voters: 2 });
	await ok('POST', `${path}/votes`, { operation: 'remove', option_id });
	await act('/react', { message_id: poll.message_id, type: 'like' });
	await act('/poll', { chat_id: SEED.avaChat, options: ['Yes', 'No'] });
}

async function walkLocation(): Promise<void> {
	const path = `/v3/chats/${SEED.avaChat}/location`;
	await ok('POST', `${path}/request`);
	await act('/location', { chat_id: SEED.avaChat, longitude: -122.4, latitude: 37.8 });
	expect(await ok('GET', path)).toMatchObject({
		data: {
			features: [{ geometry: { coordinates: [-122.4, 37.8] }, properties: { handle: SEED.ava } }],
		},
	});
	await ok('DELETE', path, { handle: SEED.ava });
}

async function walkAttachments(): Promise<void> {
	const file = await lab.client.upload('a.txt', 'text/plain', Buffer.from('Hi'));
	await ok('GET', `/v3/attachments/${file.attachment_id}`);
	await ok('DELETE', `/v3/attachments/${file.attachment_id}`);
}

async function walkAccount(): Promise<void> {
	await ok('GET', '/v3/phonenumbers');
	const { phone_numbers: lines } = await ok('GET', '/v3/phone_numbers');
	const id = (lines as Array<{ id: string }>)[0]?.id ?? '';
	await ok('PUT', `/v3/phone_numbers/${id}`, { forwarding_number: '+12025550190' });
	const audits = `/v3/phone_numbers/${encodeURIComponent(SEED.line)}/reputation_audit`;
	const audit = await ok('POST', audits);
	await lab.sandbox.settled();
	expect(await ok('GET', `${audits}/${String(audit.audit_id)}`)).toMatchObject({
		status: 'complete',
		report: { severity: 'HEALTHY' },
	});
	await ok('GET', `/v3/available_number?to=${encodeURIComponent(SEED.ava)}&type=iMessage`);
	await ok('POST', '/v3/capability/check_imessage', { address: SEED.ava });
	await ok('POST', '/v3/capability/check_rcs', { address: SEED.cleo });
	const card = '/v3/contact_card';
	await ok('POST', card, { phone_number: SEED.line, first_name: 'Acme' });
	await lab.sandbox.settled();
	await ok('PATCH', `${card}?phone_number=${encodeURIComponent(SEED.line)}`, { last_name: 'Inc' });
	await lab.sandbox.settled();
	await ok('GET', card);
	await ok('POST', `/v3/chats/${SEED.avaChat}/share_contact_card`);
	await ok('POST', '/v3/blocked_handles', { handle: '+12025550179', reason: 'spam' });
	await ok('GET', '/v3/blocked_handles');
	await ok('DELETE', '/v3/blocked_handles', { handle: '+12025550179' });
	await ok('GET', '/v3/webhook-events');
	const hook = await ok('POST', '/v3/webhook-subscriptions', {
		target_url: 'https://example.invalid/hook',
		subscribed_events: ['team_member.added'],
	});
	const path = `/v3/webhook-subscriptions/${String(hook.id)}`;
	await ok('GET', '/v3/webhook-subscriptions');
	await ok('GET', path);
	await ok('PUT', path, { is_active: false });
	await ok('DELETE', path);
}

async function walkPayments(): Promise<void> {
	const amount = { amount: 497, currency: 'usd', metadata: { order_id: '7' } };
	const paid = await ok('POST', '/v3/payment_requests', amount);
	const canceled = await ok('POST', '/v3/payment_requests', {
		mode: 'subscription',
		price_id: 'price_1',
		trial_period_days: 7,
	});
	await act('/payment_requests', { payment_request_id: paid.id, status: 'succeeded' });
	await ok('POST', `/v3/payment_requests/${String(canceled.id)}/cancel`);
	expect(await ok('GET', `/v3/payment_requests/${String(paid.id)}`)).toMatchObject({
		status: 'succeeded',
		metadata: { order_id: '7' },
	});
	expect(await ok('GET', '/v3/payment_requests?limit=1')).toMatchObject({
		data: [{ id: canceled.id, status: 'canceled' }],
		has_more: true,
	});
	await ok('POST', '/v3/payments/providers/agentcard/connect', {
		return_url: 'https://example.com/back',
	});
	await ok('GET', '/v3/payments/providers/agentcard');
	const handle = `/v3/payments/handles/${encodeURIComponent(SEED.ava)}`;
	const { connect_id } = await ok('POST', `${handle}/connect`);
	await ok('POST', `${handle}/verify`, { connect_id, code: '123456' });
	await ok('GET', `${handle}/connection`);
	const pay = { amount_cents: 2500, currency: 'usd', handle: SEED.ava };
	const payment = await ok('POST', '/v3/payments', pay);
	await lab.sandbox.settled();
	const path = `/v3/payments/${String(payment.id)}`;
	expect(await ok('GET', path)).toMatchObject({ status: 'ready' });
	await ok('GET', `${path}/credentials`);
	await act('/payments', { payment_id: payment.id, status: 'authorized' });
	await ok('POST', `${path}/cancel`);
	await ok('DELETE', `${handle}/connection`);
	await ok('GET', '/v3/experiences');
	await ok('GET', '/v3/experiences/agentcard');
}

test('every operation of the contract succeeds, and every event it fires fits the contract', async () => {
	const check = await eventCheck();
	const { receiver } = await lab.subscribe(eventTypes());
	await walkChats();
	await walkMessages();
	await walkPolls();
	await walkLocation();
	await walkAttachments();
	await walkAccount();
	await walkPayments();
	await ok('POST', `/v3/chats/${SEED.group}/leave`);
	await lab.sandbox.settled();

	const succeeded = lab.sandbox.world.record
		.all()
		.filter((entry) => entry.status >= 200 && entry.status < 300)
		.map((entry) => entry.operationId);
	const all = Object.values(loadContract().paths).flatMap((item) =>
		Object.values(item).map((operation) => operation.operationId),
	);
	expect([...new Set(succeeded)].sort()).toEqual([...all, UPLOAD].sort());
	expect(all).toHaveLength(70);

	const wrong = receiver.arrivals.flatMap(({ payload }) =>
		check(payload).map((problem) => `${payload.event_type}: ${problem}`),
	);
	expect(wrong).toEqual([]);
	expect([...new Set(receiver.types)].sort()).toMatchSnapshot();
});

test('each of the 75 events can be fired with the data of its example', async () => {
	const check = await eventCheck();
	const types = eventTypes();
	expect(types).toHaveLength(75);
	const { receiver } = await lab.subscribe(types, undefined, { query: '?version=2026-02-03' });
	await lab.sandbox.settled();
	const before = receiver.arrivals.length;
	for (const event_type of types) await act('/events', { event_type });
	await lab.sandbox.settled();
	const fired = receiver.arrivals.slice(before);
	expect(fired.map(({ payload }) => payload.event_type).sort()).toEqual([...types].sort());
	expect(fired.flatMap(({ payload }) => check(payload))).toEqual([]);
	const none = await lab.client.control('POST', '/events', { event_type: 'message.lost' });
	expect(none.body).toEqual({ error: 'There is no event message.lost.' });
});
