import { locator, routes, seeded, useSandbox } from '../../../support/linq.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const { run } = useSandbox();
const chatId = locator(seeded.chatWithAva);
const ATTACHMENT = '550e8400-e29b-41d4-a716-446655440000';

describe('Send', () => {
	test('sends a text', async () => {
		const result = await run('message', 'send', { sendTo: 'chat', chatId, text: 'Hello!' });
		expect(routes(result)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/messages`]);
		expect(result.sent).toEqual({ message: { parts: [{ type: 'text', value: 'Hello!' }] } });
		expect(result.json).toEqual([
			{
				message_id: expect.any(String) as string,
				chat_id: seeded.chatWithAva,
				direction: 'outbound',
				from: seeded.line,
				text: 'Hello!',
				links: [],
				media: [],
				mentions: [],
				service: null,
				status: 'pending',
				effect: null,
				reply_to_message_id: null,
				created_at: expect.any(String) as string,
				sent_at: null,
				delivered_at: null,
				read_at: null,
			},
		]);
	});

	test('gives the message as Linq has it without Simplify', async () => {
		const { json } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			text: 'Hello!',
			simplify: false,
		});
		expect(json[0]).toMatchObject({
			id: expect.any(String) as string,
			chat_id: seeded.chatWithAva,
			delivery_status: 'pending',
			parts: [{ type: 'text', value: 'Hello!' }],
		});
	});

	test('sends one message per item, with values of the item', async () => {
		const result = await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId: locator('={{ $json.chat }}'), text: '=Hello {{ $json.name }}!' },
			[
				{ chat: seeded.chatWithAva, name: 'Ava' },
				{ chat: seeded.chatWithBen, name: 'Ben' },
			],
		);
		expect(result.json.map(({ chat_id: chat, text }) => [chat, text])).toEqual([
			[seeded.chatWithAva, 'Hello Ava!'],
			[seeded.chatWithBen, 'Hello Ben!'],
		]);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('sends every option', async () => {
		const { sent, error } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			text: 'Only today: 20 % off!',
			options: {
				effect: 'screen:happy_birthday',
				...sendOnce('exactKey', 'spring-1'),
				overrideOptOut: true,
				preferredService: 'iMessage',
				replyTo: seeded.fromAva,
				replyToPart: 0,
				textDecorations: {
					decorations: {
						decoration: [
							{ decoration: 'bold', appliesTo: 'phrase', phrase: 'today' },
							{ decoration: 'shake', appliesTo: 'range', start: 12, end: 16 },
						],
					},
				},
			},
		});
		expect(error).toBeUndefined();
		expect(sent).toEqual({
			message: {
				parts: [
					{
						type: 'text',
						value: 'Only today: 20 % off!',
						text_decorations: [
							{ range: [5, 10], style: 'bold' },
							{ range: [12, 16], animation: 'shake' },
						],
					},
				],
				effect: { type: 'screen', name: 'happy_birthday' },
				reply_to: { message_id: seeded.fromAva, part_index: 0 },
				preferred_service: 'iMessage',
				idempotency_key: 'spring-1',
			},
			override_optout: true,
		});
	});

	test('sends parts in order', async () => {
		const { sent, error } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'parts',
			parts: {
				part: [
					{
						type: 'text',
						text: 'Look:',
						textOptions: {
							textDecorations: {
								decorations: { decoration: [{ decoration: 'italic', appliesTo: 'text' }] },
							},
						},
					},
					{ type: 'media', source: 'url', url: ' https://example.com/photo.jpg ' },
					{ type: 'text', text: 'Nice?' },
				],
			},
		});
		expect(error).toBeUndefined();
		expect(sent).toEqual({
			message: {
				parts: [
					{ type: 'text', value: 'Look:', text_decorations: [{ range: [0, 5], style: 'italic' }] },
					{ type: 'media', url: 'https://example.com/photo.jpg' },
					{ type: 'text', value: 'Nice?' },
				],
			},
		});
	});

	test('sends an uploaded file, and a link', async () => {
		const file = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'parts',
			parts: { part: [{ type: 'media', source: 'attachmentId', attachmentId: ATTACHMENT }] },
		});
		expect(file.sent).toEqual({
			message: { parts: [{ type: 'media', attachment_id: ATTACHMENT }] },
		});
		expect(file.error?.message).toBe(`Attachment not found: ${ATTACHMENT} (Linq error 2003)`);
		const link = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'link',
			link: 'https://example.com/offer',
		});
		expect(link.sent).toEqual({
			message: { parts: [{ type: 'link', value: 'https://example.com/offer' }] },
		});
		expect(link.error).toBeUndefined();
	});

	test('sends stickers and mentions in a group', async () => {
		const { sent } = await run('message', 'send', {
			sendTo: 'chat',
			chatId: locator(seeded.group),
			text: 'Thanks Ben! ★',
			options: {
				mention: { person: { handle: seeded.ben, appliesTo: 'phrase', phrase: 'Ben' } },
				inlineStickers: {
					stickers: {
						sticker: [{ phrase: '★', source: 'attachmentId', attachmentId: ATTACHMENT }],
					},
				},
			},
		});
		expect(sent).toEqual({
			message: {
				parts: [
					{
						type: 'text',
						value: 'Thanks Ben! ★',
						inline_stickers: [{ range: [12, 13], attachment_id: ATTACHMENT }],
						mention: seeded.ben,
						mention_range: [7, 10],
					},
				],
			},
		});
	});

	test('says who is mentioned, and where in the text', async () => {
		const { json } = await run('message', 'send', {
			sendTo: 'chat',
			chatId: locator(seeded.group),
			text: 'Thanks Ben!',
			options: { mention: { person: { handle: seeded.ben, appliesTo: 'phrase', phrase: 'Ben' } } },
		});
		expect(json[0]).toMatchObject({
			mentions: [{ handle: seeded.ben, is_me: false, range: [7, 10] }],
		});
	});

	test('sends an app card', async () => {
		const { sent } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'appCard',
			app: { app: { bundleId: 'com.example.shop', appName: 'Shop', teamId: 'A1B2C3D4E5' } },
			cardLayout: { caption: 'Order 42', image_url: '' },
			cardLink: 'https://example.com/42',
			fallbackText: 'Order 42',
			interactive: false,
		});
		expect(sent).toEqual({
			message: {
				parts: [
					{
						type: 'imessage_app',
						app: { bundle_id: 'com.example.shop', name: 'Shop', team_id: 'A1B2C3D4E5' },
						layout: { caption: 'Order 42' },
						url: 'https://example.com/42',
						fallback_text: 'Order 42',
						interactive: false,
					},
				],
			},
		});
	});

	test('sends an App Clip and an experience', async () => {
		const clip = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'appClip',
			clipLink: 'https://a.example/1',
			clipCaption: 'Pay',
		});
		expect(clip.sent).toEqual({
			message: { parts: [{ type: 'app_clip', value: 'https://a.example/1', caption: 'Pay' }] },
		});
		const experience = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'experience',
			experienceName: 'agentpay',
			experienceAction: 'request_payment',
			experienceParams: '{"checkout_url": "https://a.example/pay"}',
		});
		expect(experience.error).toBeUndefined();
		expect(experience.sent).toEqual({
			message: {
				experience: {
					name: 'agentpay',
					action: 'request_payment',
					params: { checkout_url: 'https://a.example/pay' },
				},
			},
		});
	});

	test.each(['link', 'imessage_app', 'app_clip'])(
		'has no part of type %s, which would have to be the only one',
		async (type) => {
			const { error, requests } = await run('message', 'send', {
				sendTo: 'chat',
				chatId,
				messageType: 'parts',
				parts: { part: [{ type: 'text', text: 'a' }, { type }] },
			});
			expect(error?.message).toBe(`Part 2: Type is not a choice of the list: "${type}"`);
			expect(error?.description).toContain('Message Type');
			expect(requests).toEqual([]);
		},
	);

	test('says which part is wrong, and sends nothing', async () => {
		const { error, requests } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			messageType: 'parts',
			parts: {
				part: [
					{ type: 'text', text: 'a' },
					{ type: 'media', url: 'http://example.com/a' },
				],
			},
		});
		expect(error?.message).toBe(
			'Part 2: Media: URL must start with https://: "http://example.com/a"',
		);
		expect(error?.description).toContain('must be public');
		expect(requests).toEqual([]);
	});

	test.each([
		[sendOnce('exactKey', 'x'.repeat(256)), 'Send Only Once > Key has 256 characters'],
		[{ replyTo: 'x' }, 'Reply To is not a valid ID: "x"'],
		[
			{ mention: { person: { handle: 'Ben', appliesTo: 'text' } } },
			'Mention is not a valid phone number: "Ben"',
		],
	])('refuses %j', async (options, message) => {
		const { error, requests } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			text: 'Hello',
			options,
		});
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});
});

test('Get Many gives the messages of a chat', async () => {
	const result = await run('message', 'getAll', { chatId, limit: 2 });
	expect(routes(result)).toEqual([`GET /v3/chats/${seeded.chatWithAva}/messages?limit=2`]);
	expect(result.json).toHaveLength(2);
	expect(result.json[0]).toMatchObject({ chat_id: seeded.chatWithAva });
});
