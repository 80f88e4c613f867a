import type { IDataObject, INode } from 'n8n-workflow';

import { retryRun } from '../../../support/engine/run.mts';
import type { LinqRun } from '../../../support/linq.mts';
import { locator, routes, seeded, useSandbox } from '../../../support/linq.mts';
import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { clock } from '../../../../nodes/Linq/send/clock.ts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { run, sandbox, credential, client } = useSandbox({ now: time.now });

beforeEach(() => {
	time.waits = [];
	time.install();
});

afterEach(() => {
	jest.restoreAllMocks();
	// Messages of the seed are to be older than what a test sends.
	time.time = Date.parse(START);
});

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;
const THREE = 'One\n\nTwo\n\nThree';
const several = (more: IDataObject = {}) => ({ severalMessages: 'blankLines', ...more });

/** Sends each text into its chat. */
const send = (
	items: Array<[chat: string, text: string, key?: string]>,
	options: IDataObject = {},
	setup: Partial<Setup> = {},
) =>
	run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat }}'),
			text: '={{ $json.text }}',
			options: several(options),
		} as never,
		items.map(([chat, text, key]) => ({ chat, text, key })),
		setup,
	);

/** Texts and links that arrived in a chat from our line during the test, in order. */
const arrived = (chat = AVA) =>
	sandbox()
		.world.state.messages.ofChat(chat)
		.filter(({ direction, createdAt }) => direction === 'outbound' && createdAt >= START)
		.map(({ parts }) =>
			parts.map((part) => ('value' in part ? part.value : part.type)).join(' + '),
		);
const START = new Date(Date.UTC(2026, 0, 1)).toISOString();

const sends = ({ requests }: LinqRun) =>
	requests.filter(({ operationId }) => operationId === 'sendMessageToChat');

const keys = (result: LinqRun) => sends(result).map(({ idempotencyKey }) => idempotencyKey);

const fault = (rule: object) => sandbox().world.faults.add(rule as never);

const stop: Partial<INode> = { onError: 'stopWorkflow' };
const continueOn: Partial<INode> = { onError: 'continueRegularOutput' };
const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe('an item as several messages', () => {
	test('in order, with dots and a pause between them, as one item', async () => {
		const result = await send([[AVA, `${THREE}\n\nhttps://a.example`]]);
		expect(result.error).toBeUndefined();
		const at = `/v3/chats/${AVA}`;
		expect(routes(result)).toEqual([
			`POST ${at}/messages`,
			`POST ${at}/typing`,
			`POST ${at}/messages`,
			`POST ${at}/typing`,
			`POST ${at}/messages`,
		]);
		expect(time.waits).toEqual([2000, 2000]);
		expect(arrived()).toEqual(['One', 'Two\n\nThree', 'https://a.example']);
		const [item] = result.json;
		expect(result.json).toHaveLength(1);
		expect(item).toMatchObject({
			chat_id: AVA,
			text: 'One',
			status: 'pending',
			messages: [
				{ text: 'One', message_id: item?.message_id },
				{ text: 'Two\n\nThree' },
				{ text: '', links: ['https://a.example'] },
			],
			stopped: false,
			unsent: [],
		});
		expect(new Set(keys(result)).size).toBe(3);
		expect(result.items[0]?.json.messages).toMatchObject(
			keys(result).map((idempotency_key) => ({ idempotency_key })),
		);
		expect(result.items[0]?.pairedItem).toEqual({ item: 0 });
	});

	test('a text that stays one message has the same output', async () => {
		const result = await send([[AVA, 'Hello']]);
		expect(result.requests).toHaveLength(1);
		expect(result.json).toMatchObject([
			{ text: 'Hello', messages: [{ text: 'Hello' }], stopped: false },
		]);
	});

	test.each([
		['Never', { severalMessages: 'never' }],
		['not added', { severalMessages: undefined }],
	])('%s: one message, as ever', async (_, options) => {
		const { json, requests } = await send([[AVA, THREE]], options);
		expect(requests).toHaveLength(1);
		expect(json[0]).not.toHaveProperty('messages');
	});

	test('without Simplify, the messages are as Linq has them', async () => {
		const { items } = await run('message', 'send', {
			sendTo: 'chat',
			chatId: locator(AVA),
			text: THREE,
			simplify: false,
			options: several(sendOnce('exactKey', 'k')),
		});
		const later: unknown = expect.stringMatching(/^n8n-[0-9a-f]{64}$/);
		expect(items[0]?.json).toMatchObject({
			chat_id: AVA,
			parts: [{ value: 'One' }],
			messages: [
				{ id: items[0]?.json.id, parts: [{ value: 'One' }], idempotency_key: 'k' },
				{ parts: [{ value: 'Two' }], idempotency_key: later },
				{ parts: [{ value: 'Three' }], delivery_status: 'pending', idempotency_key: later },
			],
		});
	});

	test('all options, each where it belongs', async () => {
		const result = await send([[AVA, '**One**\n---\n*Two*']], {
			severalMessages: 'marker',
			formatting: 'markdown',
			effect: 'screen:confetti',
			preferredService: 'iMessage',
			overrideOptOut: true,
			replyTo: seeded.fromAva,
			messagePause: 0,
		});
		expect(result.error).toBeUndefined();
		expect(time.waits).toEqual([]);
		const bodies = result.requests.map(({ requestBody }) => JSON.parse(requestBody) as IDataObject);
		const common = { preferred_service: 'iMessage', idempotency_key: expect.any(String) as string };
		const styled = (value: string, style: string) => [
			{ type: 'text', value, text_decorations: [{ range: [0, 3], style }] },
		];
		expect(bodies).toEqual([
			{
				override_optout: true,
				message: {
					...common,
					parts: styled('One', 'bold'),
					effect: { type: 'screen', name: 'confetti' },
					reply_to: { message_id: seeded.fromAva, part_index: 0 },
				},
			},
			{ override_optout: true, message: { ...common, parts: styled('Two', 'italic') } },
		]);
	});

	test('a send to a person goes on in the chat that Linq chose', async () => {
		const result = await run('message', 'send', {
			to: '+12025550177',
			text: THREE,
			options: several({ messagePause: 0 }),
		});
		const [item] = result.json;
		const chat = `POST /v3/chats/${item?.chat_id as string}/messages`;
		expect(routes(result)).toEqual(['POST /v3/messages', chat, chat]);
		expect(item).toMatchObject({ created_new_chat: true, line: seeded.line });
		expect(arrived(item?.chat_id as string)).toEqual(['One', 'Two', 'Three']);
	});

	test('it counts as one new chat, in which links may follow', async () => {
		const result = await run(
			'message',
			'send',
			{
				to: '={{ $json.to }}',
				text: 'Hello\n\nhttps://a.example',
				options: several({ messagePause: 0, newChatsAtMost: 1, firstMessage: 'refuse' }),
			},
			[{ to: '+12025550177' }, { to: '+12025550177' }, { to: '+12025550178' }],
		);
		expect(result.error).toBeUndefined();
		expect(result.json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'postponed']);
		expect(arrived(result.json[0]?.chat_id as string)).toEqual([
			'Hello',
			'https://a.example',
			'Hello',
			'https://a.example',
		]);
	});

	test('a Send Window that closes in between cuts no answer', async () => {
		time.time = Date.UTC(2026, 0, 2, 12);
		const hours = { days: [1, 2, 3, 4, 5, 6, 7], from: '12:00', until: '12:01', timeZone: 'UTC' };
		const window = { window: { ...hours, ifOutside: 'output' } };
		const result = await send([[AVA, THREE]], { messagePause: 60, sendWindow: window });
		expect(result.error).toBeUndefined();
		expect(arrived()).toEqual(['One', 'Two', 'Three']);
		expect(result.json).toMatchObject([{ outcome: 'sent', stopped: false }]);
	});

	test.each([true, false])(
		'so does Chat > Create, where a link may follow (Simplify: %s)',
		async (simplify) => {
			const result = await run('chat', 'create', {
				fromLine: locator(seeded.line, 'phone'),
				to: '+12025550177',
				text: 'Hello\n\nhttps://a.example',
				simplify,
				options: several({ messagePause: 0 }),
			});
			expect(result.error).toBeUndefined();
			const [item] = result.json;
			const id = (simplify ? item?.chat_id : item?.id) as string;
			expect(routes(result)).toEqual(['POST /v3/chats', `POST /v3/chats/${id}/messages`]);
			expect(arrived(id)).toEqual(['Hello', 'https://a.example']);
			expect(item?.messages).toMatchObject(
				simplify
					? [{ text: 'Hello' }, { links: ['https://a.example'] }]
					: [{ parts: [{ value: 'Hello' }] }, {}],
			);
		},
	);

	test('but not a first message with a link in it', async () => {
		const result = await run('chat', 'create', {
			fromLine: locator(seeded.line, 'phone'),
			to: '+12025550177',
			text: 'See https://a.example now\n\nBye',
			options: several(),
		});
		expect(result.error?.message).toContain('cannot contain a link');
		expect(result.requests).toEqual([]);
	});

	test('files are uploaded before the first message, and go with the last text', async () => {
		const data = {
			data: Buffer.from('%PDF-1.7\n').toString('base64'),
			fileName: 'menu.pdf',
			mimeType: 'application/pdf',
		};
		const result = await send(
			[[AVA, 'One\n\nThe menu\n\nhttps://a.example']],
			{ attachFiles: 'data', messagePause: 0 },
			{ files: [{ data }] },
		);
		expect(result.error).toBeUndefined();
		expect(result.requests.map(({ operationId }) => operationId)).toEqual([
			'requestUpload',
			'sendMessageToChat',
			'sendMessageToChat',
			'sendMessageToChat',
		]);
		expect(arrived()).toEqual(['One', 'The menu + media', 'https://a.example']);
	});

	test('what one of them must not be is told before the first is sent', async () => {
		const result = await send([[AVA, `One\n\n${'x'.repeat(10_001)}`]]);
		expect(result.error?.message).toContain('Text has 10001 characters');
		expect(result.requests).toEqual([]);
	});

	test.each([
		[{ maxMessages: 0 }, 'Max Messages is not a number from 1 to 10'],
		[{ messagePause: 61 }, 'Message Pause (Seconds) is not a number from 0 to 60'],
		[{ messagePause: '' }, 'Message Pause (Seconds) is not a number'],
		[{ severalMessages: 'marker', splitMarker: ' ' }, 'Marker is empty'],
		[{ severalMessages: 'yes' }, 'Send as Several Messages is not a choice of the list: "yes"'],
	])('%j is refused', async (options, message) => {
		const result = await send([[AVA, THREE]], options);
		expect(result.error?.message).toContain(message);
		expect(result.requests).toEqual([]);
	});

	test('Execute Once sends the messages of the first item', async () => {
		const result = await send(
			[
				[AVA, THREE],
				[BEN, THREE],
			],
			{},
			{ settings: { executeOnce: true } },
		);
		expect(result.json).toHaveLength(1);
		expect([arrived(AVA), arrived(BEN)]).toEqual([['One', 'Two', 'Three'], []]);
	});
});

describe('order', () => {
	test('nothing of the next item for a chat comes between; other chats go on', async () => {
		fault({
			chat_id: AVA,
			operation_id: 'sendMessageToChat',
			status: 429,
			retry_after: 30,
			times: 1,
		});
		const result = await send([
			[AVA, THREE],
			[AVA, 'Four\n\nFive'],
			[BEN, 'Six\n\nSeven'],
		]);
		expect(result.error).toBeUndefined();
		expect(arrived(AVA)).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
		expect(arrived(BEN)).toEqual(['Six', 'Seven']);
		expect(result.json.map(({ text }) => text)).toEqual(['One', 'Four', 'Six']);
		const order = sends(result).map(({ chatId }) => chatId);
		expect(order.indexOf(BEN)).toBeLessThan(order.lastIndexOf(AVA));
	});

	test('a pause gives its slot to others', async () => {
		const result = await send(
			[
				[AVA, 'One\n\nTwo'],
				[BEN, 'Three\n\nFour'],
			],
			{ maxConcurrentRequests: 1 },
		);
		const order = sends(result).map(({ chatId }) => chatId);
		expect(order).toEqual([AVA, BEN, AVA, BEN]);
	});

	test('Linq’s limit for one recipient is kept', async () => {
		const text = Array.from({ length: 10 }, (_, index) => `${index}`).join('\n\n');
		const items = Array.from({ length: 4 }, (): [string, string] => [AVA, text]);
		const result = await send(items, { maxMessages: 10, messagePause: 0 });
		expect(result.error).toBeUndefined();
		expect(arrived()).toHaveLength(40);
	});
});

describe('when the second message fails', () => {
	/** The next send but the first of a chat is refused. */
	const failSecond = (rule: object, times = 1) => {
		const { record, faults } = sandbox().world;
		const add = record.add.bind(record);
		let sent = 0;
		jest.spyOn(record, 'add').mockImplementation((request) => {
			if (request.operationId === 'startTyping' && sent++ === 0) {
				faults.add({ operation_id: 'sendMessageToChat', chat_id: AVA, times, ...rule } as never);
			}
			return add(request);
		});
	};

	test('the error says how far it has come, and what was sent before', async () => {
		failSecond({ status: 403, code: 2026 });
		const result = await send(
			[
				[AVA, THREE],
				[BEN, 'Four'],
			],
			{ maxConcurrentRequests: 1 },
			{ settings: stop },
		);
		expect(result.error?.description).toContain('Sent: 1st of 3 messages. Not sent: 2nd and 3rd.');
		expect(arrived()).toEqual(['One']);
	});

	test('with Continue the item says so', async () => {
		failSecond({ status: 403, code: 2026 });
		const { json } = await send([[AVA, THREE]], {}, { settings: continueOn });
		expect(json).toEqual([
			{
				error: expect.stringContaining('2026') as string,
				details: expect.stringContaining(
					'Sent: 1st of 3 messages. Not sent: 2nd and 3rd.',
				) as string,
			},
		]);
	});

	test.each([
		['with automatic keys', {}],
		['Once per Key', sendOnce('key', 'campaign 1')],
		['Once per Exact Key', sendOnce('exactKey', 'x'.repeat(254))],
		['Every Time', sendOnce('always')],
	])('Retry On Fail goes on where it stopped, %s', async (_, options) => {
		failSecond({ status: 400, code: 1005 });
		const result = await send([[AVA, THREE]], options, { settings: { ...stop, ...retryOnFail } });
		expect(result.error).toBeUndefined();
		expect(arrived()).toEqual(['One', 'Two', 'Three']);
		expect(sends(result).map(({ status }) => status)).toEqual([202, 400, 202, 202]);
		expect(result.json[0]?.messages).toHaveLength(3);
		const [, failed, again] = keys(result);
		expect(again).toBe(failed);
	});

	test.each([
		['exactKey', 'order', 'order:2', 'order:3'],
		['key', 'order', '["order",1]', '["order",2]'],
	] as const)('no key of one item is that of another: %s', async (mode, ...users) => {
		const items = users.map((key): [string, string, string] => [AVA, THREE, key]);
		const result = await send(items, sendOnce(mode, '={{ $json.key }}'));
		expect(result.error).toBeUndefined();
		expect(new Set(keys(result)).size).toBe(9);
		expect(arrived()).toHaveLength(9);
	});

	const ofTrigger = (): Setup => ({
		node: new Linq(),
		credential: credential(),
		parameters: {
			resource: 'message',
			operation: 'send',
			sendTo: 'chat',
			chatId: locator(AVA),
			text: THREE,
			options: several(),
		},
		mode: 'trigger',
		settings: stop,
	});

	test('n8n’s Retry sends again what Linq took and could not deliver, and nothing else', async () => {
		const { record, faults, state } = sandbox().world;
		const add = record.add.bind(record);
		let pauses = 0;
		const spy = jest.spyOn(record, 'add').mockImplementation((request) => {
			if (request.operationId === 'startTyping' && ++pauses === 2) {
				faults.add({ operation_id: 'sendMessageToChat', times: 1, status: 400, code: 1005 });
			}
			return add(request);
		});
		const setup = ofTrigger();
		const failed = await run('message', 'send', setup.parameters, undefined, setup);
		spy.mockRestore();
		expect(failed.error?.description).toContain('Sent: 1st and 2nd of 3 messages. Not sent: 3rd.');
		const second = state.messageKeys.find(String(keys(failed)[1]));
		const answer = second?.answer.body as { message: { delivery_status: string } };
		answer.message.delivery_status = 'failed';
		const again = await retryRun(setup, failed.run);
		expect(again.error).toBeUndefined();
		// The first “Two” is the one that failed.
		expect(arrived()).toEqual(['One', 'Two', 'Two', 'Three']);
	});

	test('n8n’s Retry of the failed execution sends no message twice', async () => {
		failSecond({ status: 400, code: 1005 });
		const setup = ofTrigger();
		const failed = await run('message', 'send', setup.parameters, undefined, setup);
		expect(failed.error).toBeDefined();
		const again = await retryRun(setup, failed.run);
		expect(again.error).toBeUndefined();
		expect(arrived()).toEqual(['One', 'Two', 'Three']);
		expect(again.json[0]?.messages).toHaveLength(3);
	});

	test('a passing failure is tried again, and leaves nothing twice', async () => {
		failSecond({ reset: 'after' }, 2);
		const result = await send([[AVA, THREE]]);
		expect(result.error).toBeUndefined();
		expect(arrived()).toEqual(['One', 'Two', 'Three']);
		expect(sends(result)).toHaveLength(5);
	});

	test('a recipient who opts out in between is an outcome, with what was sent', async () => {
		failSecond({ status: 403, code: 2024 });
		const { json } = await send([[AVA, THREE]], { ifCannotBeMessaged: 'output' });
		expect(json).toMatchObject([
			{
				outcome: 'opted_out',
				text: 'One',
				messages: [{ text: 'One' }],
				stopped: true,
				unsent: ['Two', 'Three'],
			},
		]);
	});
});

test('with On Error: Stop the messages of other items end, and the error says where', async () => {
	fault({ chat_id: BEN, operation_id: 'sendMessageToChat', status: 403, code: 2026, times: 1 });
	const result = await send(
		[
			[AVA, THREE],
			[BEN, 'Four'],
		],
		{ maxConcurrentRequests: 1 },
		{ settings: stop },
	);
	expect(result.error?.description).toContain('Of item 0, 1 of 3 messages was sent.');
	expect(result.error?.description).toContain('0 of 2 items were sent');
	expect(arrived()).toEqual(['One']);
});

test('a cancelled execution sends nothing more, and says how far it came', async () => {
	const cancelling = new AbortController();
	jest.spyOn(clock, 'sleep').mockImplementation(() => {
		cancelling.abort();
		return Promise.reject(new Error('cancelled'));
	});
	await send([[AVA, THREE]], {}, { signal: cancelling.signal });
	expect(arrived()).toEqual(['One']);
});

describe('the typing indicator', () => {
	test.each([
		['Linq refuses', { status: 500 }],
		['gets no answer', { reset: 'before' }],
	])('that %s keeps nothing from being sent', async (_, rule) => {
		fault({ operation_id: 'startTyping', ...rule });
		const { error } = await send([[AVA, THREE]]);
		expect(error).toBeUndefined();
		expect(arrived()).toEqual(['One', 'Two', 'Three']);
	});
});

describe('Stop If Somebody Writes', () => {
	/** Ava writes during the first pause. */
	const interrupt = () => {
		let pauses = 0;
		const { record } = sandbox().world;
		const add = record.add.bind(record);
		jest.spyOn(record, 'add').mockImplementation((request) => {
			if (request.operationId === 'startTyping' && pauses++ === 0) {
				time.time += 1;
				void client().receive(seeded.ava, 'Wait!');
			}
			return add(request);
		});
	};

	test('leaves the rest unsent, and the next item for the chat is sent', async () => {
		interrupt();
		const { json, error } = await send(
			[
				[AVA, THREE],
				[AVA, 'Four'],
			],
			{ stopIfAnswered: true },
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ text: 'One', messages: [{ text: 'One' }], stopped: true, unsent: ['Two', 'Three'] },
			{ text: 'Four', stopped: false },
		]);
		expect(arrived()).toEqual(['One', 'Four']);
	});

	test('goes on where nobody does, or without it', async () => {
		const calm = await send([[AVA, THREE]], { stopIfAnswered: true });
		expect(calm.json).toMatchObject([{ stopped: false, unsent: [] }]);
		interrupt();
		const deaf = await send([[AVA, THREE]]);
		expect(deaf.json).toMatchObject([{ stopped: false, unsent: [] }]);
		expect(arrived()).toHaveLength(6);
	});

	test('stops with an error where Linq does not say', async () => {
		fault({ operation_id: 'getMessages', status: 403, code: 2005 });
		const { error } = await send([[AVA, THREE]], { stopIfAnswered: true });
		expect(error?.message).toContain('2005');
		expect(error?.description).toContain('Sent: 1st of 3 messages. Not sent: 2nd and 3rd.');
		expect(arrived()).toEqual(['One']);
	});
});
