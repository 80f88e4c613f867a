import LinqAPIV3 from '@linqapp/sdk';

import { contractOperations } from '../support/contract.mts';
import { furnish, type Furniture } from '../support/drift/furniture.mts';
import { Lab } from '../sandbox/support/lab.mts';
import { seeded } from '../support/linq.mts';

/** Linq's own client, in the version whose operations the contract marks with x-in-sdk-0.28.2. */
let lab: Lab;
let client: LinqAPIV3;
let there: Furniture;

beforeAll(async () => {
	lab = await Lab.start();
	client = new LinqAPIV3({
		apiKey: lab.sandbox.token,
		baseURL: lab.sandbox.apiBaseUrl,
		maxRetries: 0,
	});
	watch();
	there = await furnish(lab.sandbox);
});

afterAll(() => lab.close());

/** Methods that were called, as `chats.participants.add`. */
const called = new Set<string>();

interface Group {
	_client: unknown;
}

const isGroup = (value: unknown): value is Group =>
	typeof value === 'object' && value !== null && '_client' in value;

/** Every method of the client, by its resources' prototypes. */
function methodsOf(group: object, prefix = ''): string[] {
	return Object.entries(group).flatMap(([name, value]: [string, unknown]) => {
		if (name === '_client' || !isGroup(value)) return [];
		const prototype = Object.getPrototypeOf(value) as object;
		const own = Object.getOwnPropertyNames(prototype).filter((one) => one !== 'constructor');
		return [
			...own.map((method) => `${prefix}${name}.${method}`),
			...methodsOf(value, `${prefix}${name}.`),
		];
	});
}

/** Notes each call of a method of the client. */
function watch(): void {
	for (const path of methodsOf(client)) {
		const names = path.split('.');
		const method = names.pop() ?? '';
		const group = names.reduce<Record<string, unknown>>(
			(inner, name) => inner[name] as Record<string, unknown>,
			client as unknown as Record<string, unknown>,
		);
		const original = group[method] as (...args: unknown[]) => unknown;
		group[method] = (...args: unknown[]) => {
			called.add(path);
			return original.apply(group, args);
		};
	}
}

const text = (value: string) => ({ parts: [{ type: 'text' as const, value }] });
const chatId = seeded.chatWithAva;

test('chats', async () => {
	const created = await client.chats.create({
		from: seeded.line,
		to: ['+12025550177'],
		message: text('Hello'),
	});
	expect(created.chat).toMatchObject({ is_group: false, message: { delivery_status: 'pending' } });
	const chats = await client.chats.listChats({ from: seeded.line, limit: 2 });
	expect(chats.chats).toHaveLength(2);
	expect((await chats.getNextPage()).chats.length).toBeGreaterThan(0);
	expect(await client.chats.retrieve(chatId)).toMatchObject({ id: chatId, service: 'iMessage' });
	const renamed = await client.chats.update(seeded.group, { display_name: 'Tasting' });
	expect(renamed).toMatchObject({ chat_id: seeded.group });
	await client.chats.markAsRead(chatId);
	await client.chats.shareContactCard(chatId);
	const memo = await client.chats.sendVoicememo(chatId, { attachment_id: there.audioId });
	expect(memo.voice_memo).toMatchObject({ from: seeded.line, status: 'queued' });
	await client.chats.typing.start(chatId);
	await client.chats.typing.stop(chatId);
	await client.chats.location.request(seeded.chatWithBen);
	expect((await client.chats.location.retrieve(chatId)).data).toMatchObject({
		type: 'FeatureCollection',
	});
	const handle = '+12025550178';
	expect(await client.chats.participants.add(seeded.group, { handle })).toHaveProperty('status');
	await lab.sandbox.settled();
	expect(await client.chats.participants.remove(seeded.group, { handle })).toHaveProperty('status');
	await lab.sandbox.settled();
	expect(await client.chats.leaveChat(seeded.group)).toHaveProperty('status');
});

test('messages', async () => {
	const sent = await client.chats.messages.send(chatId, { message: text('One') });
	expect(sent).toMatchObject({ chat_id: chatId, message: { delivery_status: 'pending' } });
	await lab.sandbox.settled();
	const { id } = sent.message;
	const listed = await client.chats.messages.list(chatId, { limit: 1 });
	expect(listed.messages).toEqual([expect.objectContaining({ id })]);
	const picked = await client.messages.create({ to: [seeded.ben], message: text('Two') });
	expect(picked).toMatchObject({ from: seeded.line, is_group: false });
	expect(await client.messages.retrieve(id)).toMatchObject({ id, is_from_me: true });
	expect(await client.messages.update(id, { text: 'One!' })).toMatchObject({
		parts: [{ type: 'text', value: 'One!' }],
	});
	const thread = await client.messages.listMessagesThread(id, { order: 'desc' });
	expect(thread.messages).toEqual([expect.objectContaining({ id })]);
	expect(
		await client.messages.addReaction(id, { operation: 'add', type: 'love' }),
	).toMatchObject({ status: 'accepted' });
	const card = await client.messages.updateAppCard(there.cardId, {
		layout: { caption: 'Order 42', subcaption: 'Delivered' },
	});
	expect(card).toMatchObject({ chat_id: chatId });
	await client.messages.delete(id);
	await expect(client.messages.retrieve(id)).rejects.toMatchObject({
		status: 404,
		error: { error: { code: 2002 } },
	});
});

test('files, lines and what they can do', async () => {
	const file = await client.attachments.create({
		filename: 'a.txt',
		content_type: 'text/plain',
		size_bytes: 2,
	});
	expect(file).toMatchObject({ http_method: 'PUT', upload_url: expect.any(String) as string });
	expect(await client.attachments.retrieve(there.imageId)).toMatchObject({
		id: there.imageId,
		content_type: 'image/png',
	});
	await client.attachments.delete(there.imageId);

	const deprecated = await client.phonenumbers.list();
	const lines = await client.phoneNumbers.list();
	expect(lines.phone_numbers.map((line) => line.phone_number)).toEqual([
		seeded.line,
		seeded.secondLine,
	]);
	expect(deprecated.phone_numbers).toHaveLength(2);
	const forwarded = await client.phoneNumbers.update(there.lineId, {
		forwarding_number: '+12025550190',
	});
	expect(forwarded).toMatchObject({ forwarding_number: '+12025550190' });
	expect(await client.availableNumber.retrieve({ to: [seeded.ava] })).toMatchObject({
		phone_number: seeded.line,
	});
	expect(await client.capability.checkIMessage({ address: seeded.ava })).toMatchObject({
		address: seeded.ava,
		available: true,
	});
	expect(await client.capability.checkRCS({ address: seeded.cleo })).toMatchObject({
		available: false,
	});
	await client.contactCard.create({ phone_number: seeded.secondLine, first_name: 'Shop' });
	await lab.sandbox.settled();
	const updated = await client.contactCard.update({
		phone_number: seeded.secondLine,
		last_name: 'Ltd',
	});
	expect(updated).toMatchObject({ first_name: 'Shop', last_name: 'Ltd' });
	const cards = await client.contactCard.retrieve({ phone_number: seeded.secondLine });
	expect(cards.contact_cards).toEqual([expect.objectContaining({ last_name: 'Ltd' })]);
});

test('webhook subscriptions', async () => {
	expect((await client.webhookEvents.list()).events).toContain('message.received');
	const hook = await client.webhookSubscriptions.create({
		target_url: 'https://example.com/sdk',
		subscribed_events: ['message.received'],
	});
	expect(hook.signing_secret).toMatch(/^whsec_/);
	expect(await client.webhookSubscriptions.retrieve(hook.id)).toMatchObject({ id: hook.id });
	expect(await client.webhookSubscriptions.update(hook.id, { is_active: false })).toMatchObject({
		is_active: false,
	});
	expect((await client.webhookSubscriptions.list()).subscriptions).toHaveLength(2);
	await client.webhookSubscriptions.delete(hook.id);
});

test('webhooks: its unwrap() takes what the sandbox delivers, and nothing that was altered', async () => {
	const { receiver, subscription } = await lab.subscribe(['message.received']);
	await lab.client.control('POST', '/receive', { from: seeded.ava, text: 'Hello' });
	await receiver.count(1);
	const [arrival] = receiver.arrivals;
	if (!arrival) throw new Error('Nothing arrived');
	const key = subscription.signing_secret;
	const { headers } = arrival;
	expect(client.webhooks.unwrap(arrival.raw, { headers, key })).toMatchObject({
		event_type: 'message.received',
	});
	const altered = arrival.raw.replace('Hello', 'Jello');
	const signed = headers['webhook-signature'] ?? '';
	const wrong: Array<[string, Record<string, string>, string]> = [
		[altered, headers, key],
		[arrival.raw, { ...headers, 'webhook-id': 'another' }, key],
		[arrival.raw, { ...headers, 'webhook-timestamp': '1' }, key],
		[arrival.raw, { ...headers, 'webhook-signature': signed.replace(/.$/, '') }, key],
		[arrival.raw, headers, `whsec_${Buffer.from('another secret').toString('base64')}`],
	];
	for (const [body, given, secret] of wrong) {
		expect(() => client.webhooks.unwrap(body, { headers: given, key: secret })).toThrow();
	}
});

test('no method of the client was left out', () => {
	expect([...called].sort()).toEqual(methodsOf(client).sort());
});

test('the client has the operations that the contract says it has', () => {
	const requested = new Set(lab.sandbox.world.record.all().map(({ operationId }) => operationId));
	const marked = [...contractOperations.values()].filter((one) => one['x-in-sdk-0.28.2']);
	expect(marked.filter(({ operationId }) => !requested.has(operationId))).toEqual([]);
	// unwrap() calls nobody.
	expect(marked).toHaveLength(methodsOf(client).length - 1);
});
