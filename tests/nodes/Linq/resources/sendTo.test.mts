import { NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { resources } from '../../../../nodes/Linq/resources/index.ts';
import type { LinqRun } from '../../../support/linq.mts';
import { locator, NOTHING, routes, seeded, useSandbox } from '../../../support/linq.mts';

const { run, sandbox } = useSandbox();

const STRANGER = '+12025550199';
const line = (number: string) => locator(number, 'phone');

const send = (parameters: object, items?: IDataObject[], settings: Partial<INode> = {}) =>
	run('message', 'send', { text: 'Hello', ...parameters } as INodeParameters, items, { settings });

/** Whom each request went to, and what it said. */
const sentBy = ({ requests }: LinqRun) =>
	requests.map(({ path, requestBody }) => {
		const body = JSON.parse(requestBody) as {
			from?: string;
			message: { parts: Array<{ value: string }>; idempotency_key: string };
		};
		return { path, from: body.from, text: body.message.parts[0]?.value, message: body.message };
	});

describe('the way of a message', () => {
	test('without From, Linq chooses the line', async () => {
		const result = await send({ to: seeded.ava });
		expect(routes(result)).toEqual(['POST /v3/messages']);
		expect(result.sent).not.toHaveProperty('from');
		expect(result.json[0]).toMatchObject({ line: seeded.line, chat_id: seeded.chatWithAva });
	});

	test.each([
		['is chosen from the list', locator(seeded.line, 'list')],
		['is a number', line('+1 (202) 555-0100')],
		['is an expression', line('={{ $json.line }}')],
	])('a From that %s uses the chat of that line', async (_, from) => {
		const result = await send({ to: seeded.ava, from }, [{ line: seeded.line }]);
		expect(result.error).toBeUndefined();
		expect(routes(result)).toEqual(['POST /v3/chats']);
		expect(result.sent).toEqual({
			from: seeded.line,
			to: [seeded.ava],
			message: { parts: [{ type: 'text', value: 'Hello' }] },
		});
		expect(result.json).toEqual([
			expect.objectContaining({
				message_id: expect.any(String) as string,
				chat_id: seeded.chatWithAva,
				text: 'Hello',
				line: seeded.line,
				is_group: false,
				participants: [seeded.ava],
				created_new_chat: false,
			}),
		]);
	});

	test('a From that has no chat with the person opens one', async () => {
		const { json } = await send({ to: STRANGER, from: line(seeded.secondLine) });
		expect(json[0]).toMatchObject({ line: seeded.secondLine, created_new_chat: true });
	});

	test.each([NOTHING, '={{ null }}', '={{ undefined }}', '={{ " " }}'])(
		'a From that is %s leaves the choice to Linq',
		async (from) => {
			const result = await send({ to: seeded.ava, from: line(from) }, [{}]);
			expect(result.error).toBeUndefined();
			expect(routes(result)).toEqual(['POST /v3/messages']);
			expect(result.sent).not.toHaveProperty('from');
		},
	);

	test('a From that is no number is refused', async () => {
		const { error, requests } = await send({ to: seeded.ava, from: line('home') });
		expect(error?.message).toBe('From is not a valid phone number: "home"');
		expect(requests).toEqual([]);
	});

	test('both forms give the message the same way without Simplify', async () => {
		const chosen = (await send({ to: seeded.ava, simplify: false })).json[0] ?? {};
		const from = line(seeded.line);
		const [own] = (await send({ to: seeded.ava, from, simplify: false })).json;
		expect(own).toMatchObject({
			id: expect.any(String) as string,
			chat_id: seeded.chatWithAva,
			from: seeded.line,
			is_group: false,
			created_new_chat: false,
			parts: [expect.objectContaining({ value: 'Hello' })],
			handles: chosen.handles,
		});
	});

	test('options for the choice of a line are not sent with a From', async () => {
		const options = { continuationMessage: 'A new number', excludeFrom: seeded.secondLine };
		const items = [{ line: '' }, { line: seeded.line }];
		const result = await send({ to: seeded.ava, from: line('={{ $json.line }}'), options }, items);
		expect(result.error).toBeUndefined();
		const [chosen, own] = result.requests.map(
			({ requestBody }) => JSON.parse(requestBody) as object,
		);
		expect(chosen).toHaveProperty('exclude_from');
		expect(chosen).toHaveProperty('continuation_message');
		expect(Object.keys(own ?? {}).sort()).toEqual(['from', 'message', 'to']);
	});

	test('options for people are not sent to a chat', async () => {
		const result = await send({
			sendTo: 'chat',
			chatId: locator(seeded.chatWithAva),
			to: seeded.ben,
			from: line(seeded.line),
			options: { excludeFrom: seeded.secondLine, firstMessage: 'refuse', newChatsAtMost: 0 },
		});
		expect(routes(result)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/messages`]);
		expect(result.sent).toEqual({ message: { parts: [{ type: 'text', value: 'Hello' }] } });
	});
});

describe('with a From for some', () => {
	const items = [
		{ text: 'One', line: '' },
		{ text: 'Two', line: seeded.line },
		{ text: 'Three', line: seeded.secondLine },
		{ text: 'Four', line: '' },
	];
	const mixed = { to: seeded.ava, text: '={{ $json.text }}', from: line('={{ $json.line }}') };

	test('items for one person leave in order, one after the other', async () => {
		// The first request arrives last, unless the others wait for its answer.
		sandbox().world.faults.add({ operation_id: 'sendMessage', delay_ms: 200, times: 1 });
		const result = await send(mixed, items);
		expect(result.error).toBeUndefined();
		expect(sentBy(result).map(({ text }) => text)).toEqual(['One', 'Two', 'Three', 'Four']);
	});

	test('the key of an item is the same, whether or not it has a From', async () => {
		const keyOf = async (from: string) => {
			const result = await run(
				'message',
				'send',
				{ to: seeded.ava, text: 'Hello', from: line(from) },
				[{}],
				{ executionId: 'the-same' },
			);
			return sentBy(result)[0]?.message.idempotency_key;
		};
		const [without, withLine] = [await keyOf(NOTHING), await keyOf(seeded.line)];
		expect(without).toMatch(/^n8n-[0-9a-f]{64}$/);
		expect(withLine).toBe(without);
	});

	test('each chat counts as new for its own line', async () => {
		const people = [
			{ line: seeded.line, to: STRANGER },
			{ line: seeded.line, to: '+12025550198' },
			{ line: seeded.secondLine, to: STRANGER },
		];
		const { json } = await send(
			{ to: '={{ $json.to }}', from: line('={{ $json.line }}'), options: { newChatsAtMost: 1 } },
			people,
		);
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'postponed', 'sent']);
	});
});

describe('a link with a From', () => {
	const offer = { messageType: 'link', link: 'https://example.com/offer' };
	const from = line(seeded.line);

	test('goes into a chat that is there', async () => {
		const result = await send({ to: seeded.ava, from, ...offer });
		expect(result.error).toBeUndefined();
		expect(result.json[0]).toMatchObject({ links: ['https://example.com/offer'] });
	});

	test.each([offer, { text: 'See https://example.com/offer' }])(
		'that would open a chat is refused with the way out: %j',
		async (content) => {
			const { error } = await send({ to: STRANGER, from, ...content });
			expect(error?.message).toContain('no link in the first message of a new chat');
			expect(error?.description).toMatch(/First Message.*leave From empty.*Trace ID/);
		},
	);

	test('goes afterwards where the user wants that', async () => {
		const options = { firstMessage: 'split' };
		const text = 'Hi Ava. See https://example.com/offer';
		const result = await send({ to: STRANGER, from, text, options });
		expect(result.error).toBeUndefined();
		expect(result.json[0]).toMatchObject({
			text: 'Hi Ava.',
			follow_up_message_id: expect.any(String) as string,
		});
	});
});

describe('a value in the wrong field', () => {
	test.each([
		['+12025550111', 'a phone number'],
		['(202) 555-0111', 'a phone number'],
		['tel:+1-202-555-0111', 'a phone number'],
		['ava@example.com', 'an email address'],
	])('%s in Chat is %s', async (value, kind) => {
		const chatId = locator(value);
		const sent = await send({ sendTo: 'chat', chatId });
		expect(sent.error?.message).toBe(`Chat is ${kind}, not a chat: "${value}"`);
		expect(sent.error?.description).toBe('Set Send To to Phone Number or Email.');
		expect(sent.requests).toEqual([]);
		const read = await run('chat', 'get', { chatId });
		expect(read.error?.message).toBe(`Chat is ${kind}, not a chat: "${value}"`);
		expect(read.error?.description).toContain('Chat > Get Many');
	});

	test('a chat in To', async () => {
		const to = `${seeded.ava}, ${seeded.chatWithBen}`;
		const { error, requests } = await send({ to });
		expect(error?.message).toBe(
			`To is the ID of a chat, not a phone number or email address: "${seeded.chatWithBen}"`,
		);
		expect(error?.description).toContain('Send To set to Chat');
		expect(requests).toEqual([]);
	});
});

describe('Send To', () => {
	const { properties } = new Linq().description;

	/** The parameters as n8n hands them to the node. */
	const complete = (parameters: INodeParameters) =>
		NodeHelpers.getNodeParameters(properties, parameters, true, false, null, null) ?? {};

	const withField = (name: string) =>
		resources.flatMap(({ value: resource, operations }) =>
			operations
				.filter(({ fields = [] }) => fields.some((field) => field.name === name))
				.map(({ value: operation }) => [resource, operation] as const),
		);

	const hasSendTo = ([, operation]: readonly [string, string]) =>
		['send', 'sendAndWait'].includes(operation);

	test('decides which of the fields there is', () => {
		for (const operation of ['send', 'sendAndWait']) {
			const fields = (sendTo: object) =>
				Object.keys(complete({ resource: 'message', operation, ...sendTo }));
			expect(fields({})).toContain('to');
			expect(fields({})).not.toContain('chatId');
			expect(fields({ sendTo: 'chat' })).toContain('chatId');
			expect(fields({ sendTo: 'chat' })).not.toContain('to');
			expect(fields({ sendTo: 'chat' })).not.toContain('from');
		}
	});

	test.each(['person', 'chat'])(
		'left at %s by another operation hides no field of one that has no Send To',
		(sendTo) => {
			const others = [
				...withField('chatId').map((one) => [...one, 'chatId'] as const),
				...withField('to').map((one) => [...one, 'to'] as const),
			].filter(([resource, operation]) => resource !== 'message' || !hasSendTo(['', operation]));
			expect(others.length).toBeGreaterThan(15);
			for (const [resource, operation, field] of others) {
				const value = field === 'to' ? seeded.ava : locator(seeded.chatWithAva);
				const parameters = complete({ resource, operation, sendTo, [field]: value });
				expect([resource, operation, parameters[field]]).toEqual([resource, operation, value]);
				expect(parameters).not.toHaveProperty('sendTo');
			}
		},
	);
});
