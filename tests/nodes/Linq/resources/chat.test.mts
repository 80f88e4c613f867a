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
const group = locator(seeded.group);

describe('Create', () => {
	test('creates a chat with its first message', async () => {
		const result = await run('chat', 'create', {
			fromLine: locator(seeded.line, 'phone'),
			to: '+1 (202) 555-0199',
			text: 'Hello!',
		});
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual(['POST /v3/chats']);
		expect(result.sent).toEqual({
			from: seeded.line,
			to: ['+12025550199'],
			message: { parts: [{ type: 'text', value: 'Hello!' }] },
		});
		expect(result.json).toEqual([
			expect.objectContaining({
				chat_id: expect.any(String) as string,
				message_id: expect.any(String) as string,
				is_group: false,
				line: seeded.line,
				participants: ['+12025550199'],
				from: seeded.line,
				text: 'Hello!',
				status: 'pending',
			}),
		]);
		expect(result.items[0]?.pairedItem).toEqual({ item: 0 });
	});

	test('makes a group of several recipients', async () => {
		const { json, sent } = await run('chat', 'create', {
			fromLine: locator(seeded.line, 'phone'),
			to: '={{ ["+12025550198", "ada@example.com"] }}',
			text: 'Hello!',
		});
		expect(sent).toMatchObject({ to: ['+12025550198', 'ada@example.com'] });
		expect(json[0]).toMatchObject({ is_group: true });
	});

	test.each([
		['a chat that is used again', seeded.ava, { effect: 'confetti', reply: seeded.fromAva }],
		['the first message of a new chat', '+12025550199', { effect: null, reply: null }],
	])('gives Linq effect and reply for %s', async (_where, to, kept) => {
		const created = await run('chat', 'create', {
			fromLine: locator(seeded.line, 'phone'),
			to,
			text: 'Hello!',
			options: {
				effect: 'screen:confetti',
				replyTo: seeded.fromAva,
				replyToPart: 0,
			},
		});
		expect(created.error).toBeUndefined();
		expect(created.sent).toMatchObject({
			message: {
				effect: { type: 'screen', name: 'confetti' },
				reply_to: { message_id: seeded.fromAva, part_index: 0 },
			},
		});
		const { json } = await run('message', 'get', {
			messageId: created.json[0]?.message_id as string,
		});
		expect(json[0]).toMatchObject({
			effect: kept.effect,
			reply_to_message_id: kept.reply,
		});
	});

	test.each([
		[{ text: 'See https://example.com' }, 'cannot contain a link'],
		[{ text: NOTHING }, 'Text is empty'],
		[{ to: 'Ada' }, 'To is not a valid phone number: "Ada"'],
		[{ to: NOTHING }, 'To is empty'],
		[{ fromLine: locator(NOTHING, 'phone') }, 'From is empty'],
	])('sends nothing for %j', async (wrong, message) => {
		const { error, requests } = await run('chat', 'create', {
			fromLine: locator(seeded.line, 'phone'),
			to: seeded.ava,
			text: 'Hello!',
			...wrong,
		});
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});
});

test('Get retrieves a chat', async () => {
	const result = await run('chat', 'get', { chatId });
	expect(routes(result)).toEqual([`GET /v3/chats/${seeded.chatWithAva}`]);
	expect(result.json).toEqual([
		{
			chat_id: seeded.chatWithAva,
			title: seeded.ava,
			is_group: false,
			line: seeded.line,
			participants: [seeded.ava],
			service: 'iMessage',
			health_status: 'HEALTHY',
			health_score: null,
			created_at: expect.any(String) as string,
			updated_at: expect.any(String) as string,
		},
	]);
});

test('a chat has a name only where somebody gave it one', async () => {
	await run('chat', 'update', {
		chatId: locator(seeded.group),
		updateFields: { displayName: 'Tasting' },
	});
	await sandbox().settled();
	const { json } = await run('chat', 'getAll', { returnAll: true });
	for (const { chat_id: id, participants, ...about } of json) {
		const people = (participants as string[]).join(', ');
		if (id === seeded.group) expect(about).toMatchObject({ name: 'Tasting', title: 'Tasting' });
		else expect([about.name, about.title]).toEqual([undefined, people]);
	}
	expect(json).toHaveLength(4);
});

test('Get gives Linq’s own answer without Simplify', async () => {
	const { json } = await run('chat', 'get', { chatId, simplify: false });
	expect(json).toEqual([
		expect.objectContaining({
			id: seeded.chatWithAva,
			handles: [expect.any(Object), expect.any(Object)],
		}),
	]);
});

describe('Get Many', () => {
	test('gives one item per chat, paired with the item that asked', async () => {
		const { json, items, requests } = await run('chat', 'getAll', {}, [{}, {}]);
		expect(requests).toHaveLength(2);
		expect(json).toHaveLength(8);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 0, 1, 1, 1, 1].map((item) => ({ item })),
		);
	});

	test('asks for no more than the limit', async () => {
		const result = await run('chat', 'getAll', { limit: 3 });
		expect(routes(result)).toEqual(['GET /v3/chats?limit=3']);
		expect(result.json).toHaveLength(3);
	});

	test('follows the cursor to the end', async () => {
		const { world } = sandbox();
		for (let i = 0; i < 120; i++) {
			await run('chat', 'create', {
				fromLine: locator(seeded.line, 'phone'),
				to: `+1202556${String(i).padStart(4, '0')}`,
				text: 'Hello!',
			});
		}
		const all = await run('chat', 'getAll', { returnAll: true });
		expect(all.requests).toHaveLength(2);
		expect(new Set(all.json.map(({ chat_id: id }) => id)).size).toBe(124);
		const some = await run('chat', 'getAll', { limit: 110 });
		expect(some.json).toEqual(all.json.slice(0, 110));
		expect(routes(some)[1]).toContain('limit=10');
		expect(world.record.all()).toHaveLength(124);
	});

	test('filters by line and participant', async () => {
		const result = await run('chat', 'getAll', {
			filters: { from: locator(seeded.line, 'list'), to: '+1 202 555 0112' },
		});
		expect(decodeURIComponent(routes(result)[0] ?? '')).toBe(
			`GET /v3/chats?from=${seeded.line}&to=${seeded.ben}&limit=50`,
		);
		expect(result.json.map(({ chat_id: id }) => id).sort()).toEqual([
			seeded.chatWithBen,
			seeded.group,
		]);
	});
});

describe('Update', () => {
	test('changes what is given', async () => {
		const result = await run('chat', 'update', {
			chatId: group,
			updateFields: { displayName: 'Tasting', groupChatIcon: 'https://example.com/i.png' },
		});
		expect(routes(result)).toEqual([`PUT /v3/chats/${seeded.group}`]);
		expect(result.sent).toEqual({
			display_name: 'Tasting',
			group_chat_icon: 'https://example.com/i.png',
		});
		expect(result.json[0]).toMatchObject({ chat_id: seeded.group });
	});

	test.each([
		[{}, 'Update Fields is empty'],
		[{ groupChatIcon: 'http://example.com/i.png' }, 'Group Icon URL must start with https://'],
	])('sends nothing for %j', async (updateFields, message) => {
		const { error, requests } = await run('chat', 'update', { chatId: group, updateFields });
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});

	test('says that a direct chat has no name', async () => {
		const { error } = await run('chat', 'update', { chatId, updateFields: { displayName: 'X' } });
		expect(error?.message).toBe('This only works in group chats (Linq error 1006)');
	});
});

test('Mark as Read answers with the chat', async () => {
	const result = await run('chat', 'markAsRead', { chatId });
	expect(routes(result)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/read`]);
	expect(result.json).toEqual([{ success: true, chat_id: seeded.chatWithAva }]);
});

test('Leave answers with the chat', async () => {
	const result = await run('chat', 'leave', { chatId: group });
	expect(routes(result)).toEqual([`POST /v3/chats/${seeded.group}/leave`]);
	expect(result.json[0]).toMatchObject({ success: true, chat_id: seeded.group });
});

test('Share Contact Card needs a card on the line', async () => {
	const result = await run('chat', 'shareContactCard', { chatId });
	expect(routes(result)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/share_contact_card`]);
	expect(result.error?.message).toBe('The line has no active contact card (Linq error 2012)');
});

describe('a chat that is not there', () => {
	test('is said to be not found', async () => {
		const { error } = await run('chat', 'get', { chatId: locator(UNKNOWN_ID) });
		expect(error).toMatchObject({
			message: `Linq found nothing with this ID: chat ${UNKNOWN_ID} (Linq error 2001)`,
			httpCode: '404',
		});
		expect(error?.description).toMatch(/Check the ID.*Trace ID: [0-9a-f]{32}/);
	});

	test.each(['nope', NOTHING, '12', `${seeded.chatWithAva}x`])(
		'is not asked for when the ID is %j',
		async (value) => {
			const { error, requests } = await run('chat', 'get', { chatId: locator(value) });
			expect(error?.message).toMatch(/^Chat is (empty|not a valid ID)/);
			expect(requests).toEqual([]);
		},
	);

	test('is found in spite of blanks around its ID', async () => {
		const { json } = await run('chat', 'get', { chatId: locator(` ${seeded.chatWithAva}\n`) });
		expect(json[0]).toMatchObject({ chat_id: seeded.chatWithAva });
	});
});
