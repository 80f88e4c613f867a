import type { IDataObject, INode } from 'n8n-workflow';

import { locator, seeded, useSandbox, type LinqRun } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { run, sandbox } = useSandbox({ now: time.now });

beforeEach(() => time.install());
afterEach(() => jest.restoreAllMocks());

const STRANGER = '+12025551000';
const TEXT = 'Hi, your order is ready. See https://a.example/1';

const operations = [
	['chat', 'create', { fromLine: locator(seeded.line, 'phone') }],
	['message', 'send', {}],
] as const;

const sendTo = (
	[resource, operation, parameters]: (typeof operations)[number],
	to: string,
	options: IDataObject = {},
	settings: Partial<INode> = {},
	content: IDataObject = { text: TEXT },
) =>
	run(
		resource,
		operation,
		{ ...parameters, to, ...content, options: { firstMessage: 'split', ...options } } as never,
		[{}],
		{ settings },
	);

/** The texts and links that each message to somebody has, as they have them. */
const received = (person: string) => {
	const { chats, messages } = sandbox().world.state;
	const chat = chats.reusable(seeded.line, [person]);
	return messages
		.ofChat(chat?.id ?? '')
		.filter(
			({ direction, createdAt }) =>
				direction === 'outbound' && Date.parse(createdAt) >= time.time - 60_000,
		)
		.map(({ parts }) => parts.map((part) => ('value' in part ? part.value : part.type)));
};

const WORDS = 'Hi, your order is ready.';
const REST = 'See https://a.example/1';
const writes = ({ requests }: LinqRun) => requests.filter(({ method }) => method === 'POST');

describe.each(operations.map((one) => [`${one[0]} > ${one[1]}`, one] as const))('%s', (_, one) => {
	test('opens a chat with words alone, and sends the rest behind them', async () => {
		const result = await sendTo(one, STRANGER);
		expect(result.error).toBeUndefined();
		expect(received(STRANGER)).toEqual([[WORDS], [REST]]);
		expect(writes(result)).toHaveLength(2);
		expect(result.json[0]?.follow_up_message_id).toEqual(expect.any(String));
	});

	test('sends one message where there is a chat', async () => {
		const result = await sendTo(one, seeded.ava);
		expect(received(seeded.ava)).toEqual([[TEXT]]);
		expect(result.json[0]).not.toHaveProperty('follow_up_message_id');
	});

	test.each<[string, IDataObject]>([
		['an answer that got lost', { reset: 'after', times: 1 }],
		['a pause', { status: 429, retry_after: 5, times: 1 }],
	])('%s does not make anything go out twice', async (_name, fault) => {
		sandbox().world.faults.add({ operation_id: 'sendMessageToChat', ...fault });
		expect((await sendTo(one, STRANGER)).error).toBeUndefined();
		expect(received(STRANGER)).toEqual([[WORDS], [REST]]);
	});

	test('Retry On Fail sends what is missing', async () => {
		sandbox().world.faults.add({ operation_id: 'sendMessageToChat', status: 403, times: 1 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const result = await sendTo(one, STRANGER, {}, settings);
		expect(result.error).toBeUndefined();
		expect(received(STRANGER)).toEqual([[WORDS], [REST]]);
	});

	test('so does a later run with the same key', async () => {
		const options = sendOnce('key', 'sale');
		sandbox().world.faults.add({ operation_id: 'sendMessageToChat', status: 403, times: 1 });
		const failed = await sendTo(one, STRANGER, options);
		expect(failed.error?.message).toMatch(/403|not allowed/);
		expect(received(STRANGER)).toEqual([[WORDS]]);
		for (let again = 0; again < 2; again++) await sendTo(one, STRANGER, options);
		expect(received(STRANGER)).toEqual([[WORDS], [REST]]);
	});

	test('what has no words to begin with is refused, in a new chat only', async () => {
		const content = {
			messageType: 'parts',
			parts: { part: [{ type: 'media', source: 'url', url: 'https://example.com/a.png' }] },
		};
		const { error, requests } = await sendTo(one, STRANGER, {}, {}, content);
		expect(error?.message).toBe(
			'This would be the first message of a new chat, and it has a file in it and no words to begin with',
		);
		expect(requests.map(({ method }) => method)).toEqual(['GET']);
		expect((await sendTo(one, seeded.ava, {}, {}, content)).error).toBeUndefined();
	});

	test('a file goes behind the text', async () => {
		const file = { type: 'media', source: 'url', url: 'https://example.com/a.png' };
		const content = {
			messageType: 'parts',
			parts: { part: [{ type: 'text', text: 'Look' }, file] },
		};
		await sendTo(one, STRANGER, {}, {}, content);
		expect(received(STRANGER)).toEqual([['Look'], ['media']]);
	});
});
