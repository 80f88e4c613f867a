import { locator, seeded, useSandbox } from '../../../support/linq.mts';

const { run, sandbox } = useSandbox();
const chatId = locator(seeded.chatWithAva);

const ANSWER = '**Your order** is [on its way](https://example.com/t/1):\n\n* it *left* today\n';
const TEXT = 'Your order is on its way (https://example.com/t/1):\n\n- it left today\n';
const STYLES = [
	{ range: [0, 10], style: 'bold' },
	{ range: [58, 62], style: 'italic' },
];

const partsOf = (sent: unknown) => (sent as { message: { parts: object[] } }).message.parts;

test('without Formatting, and with As It Is, a text goes out as it was entered', async () => {
	for (const options of [{}, { formatting: 'asIs' }]) {
		const { sent } = await run('message', 'send', {
			sendTo: 'chat',
			chatId,
			text: ANSWER,
			options,
		});
		expect(sent).toEqual({ message: { parts: [{ type: 'text', value: ANSWER }] } });
	}
	const { sent } = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		messageType: 'parts',
		parts: { part: [{ type: 'text', text: ANSWER }] },
	});
	expect(sent).toEqual({ message: { parts: [{ type: 'text', value: ANSWER }] } });
});

test.each([
	['message', 'send', { sendTo: 'chat', chatId }],
	['message', 'send', { to: seeded.ava }],
])('%s %s turns Markdown into styles and plain text', async (resource, operation, place) => {
	const { sent, json, error } = await run(resource, operation, {
		...place,
		text: ANSWER,
		options: { formatting: 'markdown' },
	});
	expect(error).toBeUndefined();
	expect(partsOf(sent)).toEqual([{ type: 'text', value: TEXT, text_decorations: STYLES }]);
	expect(json[0]).toMatchObject({ text: TEXT });
});

test('chat create turns Markdown into styles and plain text, and takes no link first', async () => {
	const create = (text: string) =>
		run('chat', 'create', {
			fromLine: locator(seeded.line, 'phone'),
			to: '+12025550188',
			text,
			options: { formatting: 'markdown' },
		});
	const refused = await create(ANSWER);
	expect(refused.error?.message).toContain('The first message of a chat cannot contain a link');
	expect(refused.requests).toEqual([]);
	const { sent } = await create('## Hi\n\n~~Bye~~');
	expect(partsOf(sent)).toEqual([
		{
			type: 'text',
			value: 'Hi\nBye',
			text_decorations: [
				{ range: [0, 2], style: 'bold' },
				{ range: [3, 6], style: 'strikethrough' },
			],
		},
	]);
});

test('each text part has a Formatting of its own', async () => {
	const { sent } = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		messageType: 'parts',
		parts: {
			part: [
				{ type: 'text', text: '**One**', textOptions: { formatting: 'markdown' } },
				{ type: 'media', source: 'url', url: 'https://example.com/a.png' },
				{ type: 'text', text: '**Two**', textOptions: { formatting: 'asIs' } },
			],
		},
	});
	expect(partsOf(sent)).toEqual([
		{ type: 'text', value: 'One', text_decorations: [{ range: [0, 3], style: 'bold' }] },
		expect.objectContaining({ type: 'media' }),
		{ type: 'text', value: '**Two**' },
	]);
});

test('styles of the user go on the text without signs, and their animation wins', async () => {
	const { sent, error } = await run('message', 'send', {
		sendTo: 'chat',
		chatId: locator(seeded.group),
		text: '**Only today: 20 % off**, *Ben*!',
		options: {
			formatting: 'markdown',
			mention: { person: { handle: seeded.ben, appliesTo: 'phrase', phrase: 'Ben' } },
			textDecorations: {
				decorations: {
					decoration: [
						{ decoration: 'shake', appliesTo: 'phrase', phrase: '20 %' },
						{ decoration: 'underline', appliesTo: 'range', start: 0, end: 4 },
					],
				},
			},
		},
	});
	expect(error).toBeUndefined();
	expect(partsOf(sent)).toEqual([
		{
			type: 'text',
			value: 'Only today: 20 % off, Ben!',
			mention: seeded.ben,
			mention_range: [22, 25],
			text_decorations: [
				{ range: [12, 16], animation: 'shake' },
				{ range: [0, 4], style: 'underline' },
				{ range: [0, 12], style: 'bold' },
				{ range: [16, 20], style: 'bold' },
				{ range: [22, 25], style: 'italic' },
			],
		},
	]);
});

test('a phrase that the signs are a part of is not in the text', async () => {
	const { error, requests } = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		text: '**Now**',
		options: {
			formatting: 'markdown',
			textDecorations: {
				decorations: { decoration: [{ appliesTo: 'phrase', phrase: '**Now**' }] },
			},
		},
	});
	expect(error?.message).toBe('Text Decorations: the phrase "**Now**" is not in the text');
	expect(requests).toEqual([]);
});

test('an answer with more styles than Linq takes keeps the first hundred', async () => {
	const words = Array.from({ length: 150 }, (_, index) => `**${index}**`).join(' ');
	const { sent, error } = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		text: words,
		options: { formatting: 'markdown' },
	});
	expect(error).toBeUndefined();
	const [part] = partsOf(sent) as Array<{ text_decorations: unknown[] }>;
	expect(part?.text_decorations).toHaveLength(100);
	expect(part?.text_decorations.at(-1)).toEqual({ range: [287, 289], style: 'bold' });
});

test('the limit of 10,000 characters is that of the text as it is sent', async () => {
	const send = (text: string) =>
		run('message', 'send', { sendTo: 'chat', chatId, text, options: { formatting: 'markdown' } });
	const { error } = await send(`**${'a'.repeat(10_000)}**`);
	expect(error).toBeUndefined();
	const refused = await send(`**${'a'.repeat(10_001)}**`);
	expect(refused.error?.message).toContain('Text has 10001 characters');
	await sandbox().settled();
});
