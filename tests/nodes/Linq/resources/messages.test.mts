import {
	locator,
	NOTHING,
	routes,
	seeded,
	UNKNOWN_ID,
	useSandbox,
} from '../../../support/linq.mts';

const { run, sandbox } = useSandbox();
const chatId = locator(seeded.chatWithAva);

/** Sends a text into the chat with Ava, waits until it is delivered, and gives its id. */
async function sendText(text = 'Hello'): Promise<string> {
	const { json } = await run('message', 'send', { sendTo: 'chat', chatId, text });
	await sandbox().settled();
	return json[0]?.message_id as string;
}

test('sends no option that the user added for another operation', async () => {
	const { sent } = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		text: 'Hello',
		options: { excludeFrom: seeded.secondLine, rail: 'card', preferredService: 'SMS' },
	});
	expect(sent).toEqual({
		message: { parts: [{ type: 'text', value: 'Hello' }], preferred_service: 'SMS' },
	});
});

test('an option that two operations describe each in its way goes where each sends it', async () => {
	const send = (resource: string, operation: string, parameters: object) =>
		run(resource, operation, { chatId, ...parameters, options: { overrideOptOut: true } });
	const message = await send('message', 'send', { sendTo: 'chat', text: 'Hello' });
	const memo = await send('voiceMemo', 'send', { voiceMemoUrl: 'https://example.com/memo.m4a' });
	expect([message.sent, memo.sent]).toEqual([
		expect.objectContaining({ override_optout: true }),
		expect.objectContaining({ override_optout: true }),
	]);
});

describe('Send to people', () => {
	test('lets Linq choose chat and line', async () => {
		const result = await run('message', 'send', {
			to: seeded.ava,
			text: 'Hello',
			options: {
				continuationMessage: 'From a new number',
				excludeFrom: seeded.secondLine,
				overrideOptOut: true,
			},
		});
		expect(routes(result)).toEqual(['POST /v3/messages']);
		expect(result.sent).toMatchObject({
			to: [seeded.ava],
			message: { parts: [{ type: 'text', value: 'Hello' }] },
			continuation_message: { text: 'From a new number' },
			exclude_from: [seeded.secondLine],
			override_optout: true,
		});
		expect(result.json).toEqual([
			expect.objectContaining({
				chat_id: seeded.chatWithAva,
				message_id: expect.any(String) as string,
				text: 'Hello',
				line: seeded.line,
				is_group: false,
				participants: [seeded.ava],
				created_new_chat: false,
				line_selection: 'reused_active_chat',
				previous_chat_id: null,
			}),
		]);
	});

	test('gives Linq’s answer without Simplify', async () => {
		const { json } = await run('message', 'send', {
			to: '+12025550190',
			text: 'Hello',
			simplify: false,
		});
		expect(json[0]).toMatchObject({
			id: expect.any(String) as string,
			created_new_chat: true,
			from_selection: { reason: 'new_best_number' },
		});
	});
});

test('Get retrieves a message', async () => {
	const result = await run('message', 'get', { messageId: seeded.fromAva });
	expect(routes(result)).toEqual([`GET /v3/messages/${seeded.fromAva}`]);
	expect(result.json[0]).toMatchObject({
		message_id: seeded.fromAva,
		chat_id: seeded.chatWithAva,
		direction: 'inbound',
		from: seeded.ava,
		text: 'Hi, is my order on its way?',
	});
	const raw = await run('message', 'get', { messageId: seeded.fromAva, simplify: false });
	expect(raw.json[0]).toMatchObject({ id: seeded.fromAva, is_from_me: false });
});

test('a message that is not there is said to be not found', async () => {
	const { error } = await run('message', 'get', { messageId: UNKNOWN_ID });
	expect(error?.message).toBe(`Message not found: ${UNKNOWN_ID} (Linq error 2002)`);
	const malformed = await run('message', 'get', { messageId: '7' });
	expect(malformed.error?.message).toBe('Message ID is not a valid ID: "7"');
	expect(malformed.requests).toEqual([]);
});

test('Get Thread follows the replies, in the order asked for', async () => {
	const first = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		text: 'One',
		options: { replyTo: seeded.fromAva },
	});
	await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		text: 'Two',
		options: { replyTo: seeded.fromAva },
	});
	const oldest = await run('message', 'getThread', { messageId: seeded.fromAva });
	expect(routes(oldest)).toEqual([`GET /v3/messages/${seeded.fromAva}/thread?order=asc&limit=50`]);
	expect(oldest.json.map(({ text }) => text).slice(-2)).toEqual(['One', 'Two']);
	expect(oldest.json.at(-2)).toMatchObject({
		message_id: first.json[0]?.message_id,
		reply_to_message_id: seeded.fromAva,
	});
	const newest = await run('message', 'getThread', { messageId: seeded.fromAva, order: 'desc' });
	expect(newest.json[0]).toMatchObject({ text: 'Two' });
});

describe('Edit', () => {
	test('changes the text', async () => {
		const messageId = await sendText();
		const result = await run('message', 'edit', { messageId, newText: 'Hello again' });
		expect(routes(result)).toEqual([`PATCH /v3/messages/${messageId}`]);
		expect(result.sent).toEqual({ text: 'Hello again', part_index: 0 });
		expect(result.json[0]).toMatchObject({ message_id: messageId, text: 'Hello again' });
	});

	test('sends no empty text', async () => {
		const { error, requests } = await run('message', 'edit', {
			messageId: seeded.toAva,
			newText: NOTHING,
		});
		expect(error?.message).toBe('New Text is empty');
		expect(requests).toEqual([]);
	});
});

test('Delete says deleted', async () => {
	const messageId = await sendText();
	const result = await run('message', 'delete', { messageId });
	expect(routes(result)).toEqual([`DELETE /v3/messages/${messageId}`]);
	expect(result.json).toEqual([{ deleted: true, message_id: messageId }]);
});

describe('Reactions', () => {
	const path = `/v3/messages/${seeded.fromAva}/reactions`;

	test('a tapback is added and removed', async () => {
		const added = await run('message', 'addReaction', {
			messageId: seeded.fromAva,
			reaction: 'laugh',
		});
		expect(routes(added)).toEqual([`POST ${path}`]);
		expect(added.sent).toEqual({ operation: 'add', type: 'laugh', part_index: 0 });
		expect(added.json[0]).toMatchObject({
			success: true,
			message_id: seeded.fromAva,
			reaction: 'laugh',
		});
		await sandbox().settled();
		const removed = await run('message', 'removeReaction', {
			messageId: seeded.fromAva,
			reaction: 'laugh',
		});
		expect(removed.sent).toEqual({ operation: 'remove', type: 'laugh', part_index: 0 });
		expect(removed.json[0]).toMatchObject({ deleted: true, message_id: seeded.fromAva });
	});

	test('an emoji of one’s own', async () => {
		const { sent } = await run('message', 'addReaction', {
			messageId: seeded.fromAva,
			reaction: 'custom',
			customEmoji: '🎉',
		});
		expect(sent).toEqual({
			operation: 'add',
			type: 'custom',
			custom_emoji: '🎉',
			part_index: 0,
		});
		const empty = await run('message', 'addReaction', {
			messageId: seeded.fromAva,
			reaction: 'custom',
			customEmoji: NOTHING,
		});
		expect(empty.error?.message).toBe('Emoji is empty');
	});

	test.each([
		[
			'addReaction',
			{ reaction: 'custom', customEmoji: 'party' },
			'Emoji is not one emoji: "party"',
		],
		['addReaction', { reaction: 'custom', customEmoji: '🎉🎉' }, 'Emoji is not one emoji: "🎉🎉"'],
		[
			'addReaction',
			{ reaction: 'sticker', stickerEmoji: 'star' },
			'Sticker Emoji is not one emoji: "star"',
		],
		[
			'removeReaction',
			{ reaction: 'custom', customEmoji: 'party' },
			'Emoji is not one emoji: "party"',
		],
	])('%s sends nothing for %j', async (operation, wrong, message) => {
		const { error, requests } = await run('message', operation, {
			messageId: seeded.fromAva,
			...wrong,
		});
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});

	test('a sticker is placed and moved', async () => {
		const added = await run('message', 'addReaction', {
			messageId: seeded.fromAva,
			reaction: 'sticker',
			stickerEmoji: '⭐',
			placement: { x: -0.5, y: 1, scale: 1.5, rotation: 30 },
		});
		expect(added.error).toBeUndefined();
		expect(added.sent).toEqual({
			operation: 'add',
			type: 'sticker',
			emoji: '⭐',
			placement: { x: -0.5, y: 1, scale: 1.5, rotation: 30 },
			part_index: 0,
		});
		await sandbox().settled();
		const { json } = await run('message', 'get', { messageId: seeded.fromAva, simplify: false });
		const [part] = json[0]?.parts as Array<{ reactions: Array<{ id: string }> }>;
		const moved = await run('message', 'moveSticker', {
			messageId: seeded.fromAva,
			reactionId: part?.reactions[0]?.id,
			placement: { x: 0.25 },
		});
		expect(moved.error).toBeUndefined();
		expect(moved.sent).toEqual({ placement: { x: 0.25 } });
		expect(moved.json[0]).toMatchObject({ success: true, message_id: seeded.fromAva });
		const unmoved = await run('message', 'moveSticker', {
			messageId: seeded.fromAva,
			reactionId: 'r',
		});
		expect(unmoved.error?.message).toBe('Placement is empty');
	});

	test('a sticker from an image', async () => {
		const { sent } = await run('message', 'addReaction', {
			messageId: seeded.fromAva,
			reaction: 'sticker',
			stickerSource: 'attachmentId',
			stickerAttachmentId: UNKNOWN_ID,
		});
		expect(sent).toMatchObject({ type: 'sticker', attachment_id: UNKNOWN_ID });
		const byUrl = await run('message', 'addReaction', {
			messageId: seeded.fromAva,
			reaction: 'sticker',
			stickerSource: 'url',
			stickerUrl: 'http://example.com/s.png',
		});
		expect(byUrl.error?.message).toContain('Image URL must start with https://');
	});
});

test('App Card > Update', async () => {
	const card = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		messageType: 'appCard',
		app: { app: { bundleId: 'com.example.shop', appName: 'Shop', teamId: 'A1B2C3D4E5' } },
		cardLayout: { caption: 'Order 42' },
		cardLink: 'https://example.com/42',
	});
	expect(card.error).toBeUndefined();
	await sandbox().settled();
	const messageId = card.json[0]?.message_id as string;
	const result = await run('appCard', 'update', {
		messageId,
		layout: { caption: 'Order 42', subcaption: 'Delivered' },
		onTap: 'url',
		cardUrl: 'https://example.com/42?done',
		options: { fallbackText: 'Delivered', interactive: false },
	});
	expect(result.error).toBeUndefined();
	expect(routes(result)).toEqual([`POST /v3/messages/${messageId}/update`]);
	expect(result.sent).toEqual({
		layout: { caption: 'Order 42', subcaption: 'Delivered' },
		url: 'https://example.com/42?done',
		fallback_text: 'Delivered',
		interactive: false,
	});
	expect(result.json[0]).toMatchObject({ chat_id: seeded.chatWithAva });
	const empty = await run('appCard', 'update', { messageId });
	expect(empty.error?.message).toBe('Layout is empty');
	const experience = await run('appCard', 'update', {
		messageId,
		layout: { caption: 'x' },
		onTap: 'experience',
		experienceName: 'payments',
		experienceAction: 'request',
		experienceParams: '[1]',
	});
	expect(experience.error?.message).toBe('Parameters (JSON) is not a JSON object');
});
