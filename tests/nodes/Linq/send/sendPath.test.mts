import type { IDataObject, INode } from 'n8n-workflow';

import { clock } from '../../../../nodes/Linq/send/clock.ts';
import { NODE } from '../../../support/engine/workflow.mts';
import type { LinqRun } from '../../../support/linq.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { run, sandbox, client } = useSandbox({ now: time.now });

beforeEach(() => {
	time.waits = [];
	time.install();
});

afterEach(() => jest.restoreAllMocks());

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;

/** Sends one text per chat, named by its item. */
const send = (chats: string[], options: IDataObject = {}, settings: Partial<INode> = {}) =>
	run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat }}'),
			text: '={{ $json.text }}',
			options,
		} as never,
		chats.map((chat, index) => ({ chat, text: `Item ${index}` })),
		{ settings },
	);

const memo = (chats: string[], settings: Partial<INode> = {}) =>
	run(
		'voiceMemo',
		'send',
		{ chatId: locator('={{ $json.chat }}'), voiceMemoUrl: 'https://example.com/memo.m4a' },
		chats.map((chat) => ({ chat })),
		{ settings },
	);

const texts = ({ requests }: LinqRun) =>
	requests.map(({ requestBody }) => {
		const body = JSON.parse(requestBody) as { message: { parts: Array<{ value: string }> } };
		return body.message.parts[0]?.value;
	});

const keys = ({ requests }: LinqRun) => requests.map(({ idempotencyKey }) => idempotencyKey);

/** Number of items that reached a chat from our line in the test. */
const arrived = (chat: string) =>
	sandbox()
		.world.state.messages.ofChat(chat)
		.filter(({ parts }) => parts.some((part) => part.type === 'text' && /^Item/.test(part.value)))
		.length;

const stop: Partial<INode> = { onError: 'stopWorkflow' };
const continueOn: Partial<INode> = { onError: 'continueRegularOutput' };
const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe('order and pace', () => {
	test('items of one chat go one after the other, other chats beside them', async () => {
		sandbox().world.faults.add({ chat_id: AVA, status: 429, retry_after: 40, times: 1 });
		const result = await send([AVA, AVA, BEN, BEN]);
		expect(result.error).toBeUndefined();
		const order = texts(result);
		expect(order.filter((text) => text === 'Item 0' || text === 'Item 1')).toEqual([
			'Item 0',
			'Item 0',
			'Item 1',
		]);
		expect(order.indexOf('Item 2')).toBeLessThan(order.lastIndexOf('Item 0'));
		expect(time.waits).toEqual([40_000]);
	});

	test('no more requests are under way than allowed', async () => {
		let [now, most] = [0, 0];
		const { record } = sandbox().world;
		const add = record.add.bind(record);
		const spy = jest.spyOn(record, 'add').mockImplementation((request) => {
			most = Math.max(most, ++now);
			const recorded = add(request);
			let status = 0;
			Object.defineProperty(recorded, 'status', {
				get: () => status,
				set: (value: number) => {
					if (value) now--;
					status = value;
				},
			});
			return recorded;
		});
		sandbox().world.faults.add({ delay_ms: 5 });
		const chats = Array.from({ length: 30 }, (_, i) => `+120255501${30 + i}`);
		await run(
			'chat',
			'create',
			{
				fromLine: locator(seeded.line, 'phone'),
				to: '={{ $json.to }}',
				text: 'Hello',
				options: { maxConcurrentRequests: 3 },
			},
			chats.map((to) => ({ to })),
		);
		spy.mockRestore();
		expect(most).toBe(3);
	});

	test('Linq’s limit for one recipient is kept, and all arrive', async () => {
		const result = await send(Array.from({ length: 65 }, () => AVA));
		expect(result.error).toBeUndefined();
		expect(arrived(AVA)).toBe(65);
	});

	test.each([
		['the header', { status: 429, retry_after: 9 }, 9_000],
		['no word on how long', { status: 429 }, 1_000],
		['503 with the header', { status: 503, retry_after: 3 }, 3_000],
		['a passing failure', { status: 500 }, 1_000],
		['a gateway', { html: true }, 1_000],
		['a broken connection', { reset: 'before' as const }, 1_000],
		['a broken connection after the work', { reset: 'after' as const }, 1_000],
		['a chat that is still being created', { status: 409, code: 2009 }, 1_000],
	])('%s is waited for', async (_, fault, wait) => {
		sandbox().world.faults.add({ ...fault, times: 1 });
		const { error } = await send([AVA]);
		expect(error).toBeUndefined();
		expect(time.waits).toEqual([wait]);
		expect(arrived(AVA)).toBe(1);
	});

	test('waits grow, and end after five tries', async () => {
		sandbox().world.faults.add({ status: 500 });
		const { error, requests } = await send([AVA]);
		expect(requests).toHaveLength(5);
		expect(time.waits).toEqual([1_000, 2_000, 4_000, 8_000]);
		expect(error?.description).toMatch(/Retry On Fail in the settings of this node is safe/);
	});

	test('what waiting does not change is not tried again', async () => {
		sandbox().world.faults.add({ status: 500, code: 5002 });
		expect((await send([AVA])).requests).toHaveLength(1);
	});

	test('a longer wait than allowed is an error at once, for all items of the lane', async () => {
		sandbox().world.faults.add({ status: 429, retry_after: 3600 });
		const { json, requests } = await send([AVA, AVA, BEN], { maxWait: 60 }, continueOn);
		expect(requests).toHaveLength(2);
		expect(json.map(({ error }) => error)).toEqual([
			'Linq asks to wait 3600 seconds, which is more than Max Wait allows',
			'Linq asks to wait 3600 seconds, which is more than Max Wait allows',
			'Linq asks to wait 3600 seconds, which is more than Max Wait allows',
		]);
	});

	test('a cancelled execution ends its waits', async () => {
		const user = new AbortController();
		sandbox().world.faults.add({ chat_id: AVA, status: 429, retry_after: 30 });
		jest.restoreAllMocks();
		const { sleep } = clock;
		jest.spyOn(clock, 'sleep').mockImplementation((ms, signal) => {
			// The wait has begun, on the real clock.
			const waiting = sleep(ms, signal);
			user.abort();
			return waiting;
		});
		const { requests, run: execution } = await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId: locator(AVA), text: 'Hello' },
			[{}, {}],
			{ signal: user.signal },
		);
		expect(requests).toHaveLength(1);
		expect(execution.data.resultData.error?.message).toMatch(/cancelled/);
	});
});

describe('idempotency keys', () => {
	test('each item has its own, the same when n8n retries the node', async () => {
		sandbox().world.faults.add({ chat_id: BEN, status: 403, times: 1 });
		const result = await send([AVA, BEN, AVA], {}, retryOnFail);
		expect(result.error).toBeUndefined();
		expect(new Set(keys(result)).size).toBe(3);
		expect(arrived(AVA)).toBe(2);
		expect(arrived(BEN)).toBe(1);
	});

	test('the output says which', async () => {
		const result = await send([AVA]);
		expect(result.items[0]?.json.idempotency_key).toBe(keys(result)[0]);
	});

	test('another execution and another item have other ones', async () => {
		const [first, second] = [await send([AVA]), await send([AVA])];
		expect(keys(first)).not.toEqual(keys(second));
	});

	test('a key counts for all executions, and for no other node', async () => {
		const options = sendOnce('key', '=sale {{ $json.text }}');
		const first = await send([AVA, AVA], options);
		const again = await send([AVA, AVA], options);
		const copy = await send([AVA, AVA], options, { id: 'another-node' });
		expect(keys(again)).toEqual(keys(first));
		expect(again.requests.map(({ replayed }) => replayed)).toEqual([true, true]);
		expect(keys(first)[0]).toMatch(/^n8n-[0-9a-f]{16}-sale Item 0$/);
		expect(keys(copy)[0]).not.toBe(keys(first)[0]);
		expect(arrived(AVA)).toBe(4);
	});

	test.each(['x'.repeat(10_000), 'Frühling 🌷', 'two\nlines'])(
		'a key may be anything',
		async (key) => {
			const { requests, error } = await send([AVA], sendOnce('key', key));
			expect(error).toBeUndefined();
			expect(requests[0]?.idempotencyKey).toMatch(/^n8n-[0-9a-f]{64}$/);
		},
	);

	test('an exact key goes as it is', async () => {
		expect(keys(await send([AVA], sendOnce('exactKey', ' k-1 ')))).toEqual(['k-1']);
	});

	test.each([
		[sendOnce('key', '={{ undefined }}'), 'Send Only Once > Key is empty'],
		[sendOnce('exactKey', ''), 'Send Only Once > Key is empty'],
		[
			sendOnce('exactKey', 'x'.repeat(256)),
			'Send Only Once > Key has 256 characters, but Linq allows at most 255',
		],
		[
			sendOnce('={{ "weekly" }}' as never),
			'Send Only Once > How Often is not a choice of the list: "weekly"',
		],
	])('what is no key is refused: %j', async (options, message) => {
		const { error, requests } = await send([AVA], options);
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});

	test.each([{}, { rule: {} }, { rule: { mode: 'execution', key: '' } }])(
		'the option as it was added, %j, changes nothing',
		async (option) => {
			const { requests } = await send([AVA], { sendOnce: option });
			expect(requests[0]?.idempotencyKey).toMatch(/^n8n-[0-9a-f]{64}$/);
		},
	);

	test('Every Time sends without one', async () => {
		const { requests, items } = await send([AVA], sendOnce('always'));
		expect(requests[0]?.idempotencyKey).toBeUndefined();
		expect(items[0]?.json).not.toHaveProperty('idempotency_key');
	});

	test.each([
		[
			'poll',
			'create',
			{ chatId: locator(AVA), pollChoices: { choice: [{ text: 'One' }, { text: 'Two' }] } },
		],
		['paymentRequest', 'create', { amount: 5 }],
	])('%s has one too', async (resource, operation, parameters) => {
		const { requests } = await run(resource, operation, parameters as never);
		expect(requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
			expect.stringMatching(/^n8n-[0-9a-f]{64}$/),
		]);
	});

	test('the key of a deleted message is explained', async () => {
		const options = sendOnce('key', 'sale');
		const { json } = await send([AVA], options);
		await run('message', 'delete', { messageId: json[0]?.message_id as string });
		const { error } = await send([AVA], options);
		expect(error?.message).toMatch(/was sent before and has been deleted/);
		expect(error?.description).toMatch(/another key under Send Only Once/);
		expect(error).toMatchObject({ httpCode: '404', messages: [] });
	});

	test('a stored failure is not called a success', async () => {
		const options = sendOnce('key', 'sale');
		const first = await send([AVA], options);
		const kept = sandbox().world.state.messageKeys.find(String(keys(first)[0]));
		const answer = kept?.answer.body as { message: { delivery_status: string } };
		answer.message.delivery_status = 'failed';
		const { error } = await send([AVA], options);
		expect(error?.message).toMatch(/was sent before and failed/);
		// Linq has answered with success: n8n is to show no code of an error below it.
		expect(error).toMatchObject({ httpCode: null, messages: [] });
	});
});

describe('what has no key', () => {
	test('is not repeated when nobody knows whether it went out', async () => {
		sandbox().world.faults.add({ operation_id: 'sendVoiceMemoToChat', reset: 'before' });
		const { error, requests } = await memo([AVA]);
		expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(error?.description).toMatch(/check in Linq before you send it again/);
	});

	test('is found in its chat when it went out without an answer', async () => {
		time.time = Date.now();
		sandbox().world.faults.add({
			operation_id: 'sendVoiceMemoToChat',
			reset: 'after',
			share: 0.5,
			seed: 3,
		});
		const { error, requests, items } = await memo([AVA, AVA, AVA, AVA, AVA, AVA]);
		expect(error).toBeUndefined();
		expect(requests.filter(({ method, status }) => method === 'POST' && status === 0)).not.toEqual(
			[],
		);
		const ids = sandbox()
			.world.state.messages.ofChat(AVA)
			.filter(({ parts }) => parts.some((part) => part.type === 'media'))
			.map(({ id }) => id);
		expect(items.map(({ json }) => json.id)).toEqual(ids);
	});

	/** Runs an operation whose first request is cut, before or after Linq did its work. */
	const cut = (
		when: 'before' | 'after',
		operation: [resource: string, operation: string, parameters: IDataObject],
	) => {
		sandbox().world.faults.add({ reset: when, times: 1 });
		const [resource, name, parameters] = operation;
		return run(resource, name, parameters as never);
	};

	const REACT: IDataObject = { messageId: seeded.fromAva, reaction: 'laugh' };
	const JOIN: IDataObject = { chatId: locator(seeded.group) as never, handle: '+12025550177' };
	const LEAVE: IDataObject = { chatId: locator(seeded.group) as never, handle: seeded.ben };

	test.each([
		['an added reaction', ['message', 'addReaction', REACT], { success: true, reaction: 'laugh' }],
		['a new participant', ['participant', 'add', JOIN], { success: true, handle: '+12025550177' }],
		['a participant who is out', ['participant', 'remove', LEAVE], { deleted: true }],
	] as Array<[string, [string, string, IDataObject], IDataObject]>)(
		'%s is seen although no answer came',
		async (_name, operation, expected) => {
			const done = await cut('after', operation);
			expect(done.error).toBeUndefined();
			expect(done.json).toEqual([expect.objectContaining({ ...expected, found: true })]);
			expect(done.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
		},
	);

	test.each([
		['a reaction', ['message', 'addReaction', REACT]],
		[
			'a sticker',
			['message', 'addReaction', { ...REACT, reaction: 'sticker', stickerEmoji: '🎉' }],
		],
		['a participant', ['participant', 'add', JOIN]],
		['an edit', ['message', 'edit', { messageId: seeded.toAva, newText: 'From 3 pm' }]],
	] as Array<[string, [string, string, IDataObject]]>)(
		'%s that is not to be seen stays an error',
		async (_name, operation) => {
			const { error, requests } = await cut('before', operation);
			expect(error?.description).toMatch(/check in Linq before you send it again/);
			expect(requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
		},
	);

	test('an edit is seen although no answer came', async () => {
		const { json } = await send([AVA]);
		await sandbox().settled();
		const messageId = json[0]?.message_id as string;
		const done = await cut('after', ['message', 'edit', { messageId, newText: 'From 3 pm' }]);
		expect(done.json).toEqual([
			expect.objectContaining({ message_id: messageId, text: 'From 3 pm', found: true }),
		]);
	});

	test('the same reaction of somebody else says nothing about ours', async () => {
		await client().react(seeded.toAva, 'laugh');
		const ours = { ...REACT, messageId: seeded.toAva };
		const { error } = await cut('before', ['message', 'addReaction', ours]);
		expect(error?.description).toMatch(/check in Linq before you send it again/);
	});

	test('a reaction that is gone is seen although no answer came', async () => {
		await run('message', 'addReaction', REACT as never);
		const done = await cut('after', ['message', 'removeReaction', REACT]);
		expect(done.json).toEqual([
			{ deleted: true, message_id: seeded.fromAva, reaction: 'laugh', found: true },
		]);
	});

	test('is repeated after a clear refusal', async () => {
		sandbox().world.faults.add({ status: 429, retry_after: 1, times: 1 });
		expect((await memo([AVA])).error).toBeUndefined();
	});

	test('does not go out again when n8n retries the node', async () => {
		sandbox().world.faults.add({ chat_id: BEN, status: 403, times: 1 });
		const { error, requests, json } = await memo([AVA, BEN], retryOnFail);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(2);
		expect(requests.filter(({ chatId }) => chatId === AVA)).toHaveLength(1);
	});
});

describe('stop and continue', () => {
	const unknown = '99999999-0000-4000-8000-000000000009';

	test('Stop sends nothing after the first failure but what is under way', async () => {
		const chats = [AVA, BEN, unknown, AVA, BEN, AVA];
		const result = await send(chats, { maxConcurrentRequests: 1 }, stop);
		expect(texts(result)).toEqual(['Item 0', 'Item 1', 'Item 2']);
		expect(result.error?.context).toMatchObject({ itemIndex: 2 });
		expect(result.error?.description).toMatch(
			/2 of 6 items were sent \(n8n counts items from 0\)\. Resume at item 2\.$/,
		);
	});

	test('Stop sends nothing of a list with an item that is refused before it is sent', async () => {
		const result = await send([AVA, BEN, 'nope', AVA, BEN], {}, stop);
		expect(texts(result)).toEqual([]);
		expect(result.error?.message).toBe('Chat is not a valid ID: "nope"');
		expect(result.error?.context).toMatchObject({ itemIndex: 2 });
	});

	test('Continue gives each item its own end', async () => {
		const { items } = await send([AVA, unknown, 'nope', BEN], {}, continueOn);
		expect(items.map(({ pairedItem, json }) => [pairedItem, json.error])).toEqual([
			[{ item: 0 }, undefined],
			[{ item: 1 }, `Linq found nothing with this ID: chat ${unknown} (Linq error 2001)`],
			[{ item: 2 }, 'Chat is not a valid ID: "nope"'],
			[{ item: 3 }, undefined],
		]);
	});
});

describe('people who cannot be messaged', () => {
	beforeEach(() => {
		sandbox().world.faults.add({ chat_id: BEN, status: 403, code: 2024 });
	});

	test('are an error', async () => {
		expect((await send([AVA, BEN])).error?.message).toMatch(/opted out/);
	});

	test('are an item when wanted', async () => {
		const { items, run: execution } = await send([AVA, BEN], { ifCannotBeMessaged: 'output' });
		expect(items.map(({ json, pairedItem }) => [json.outcome, pairedItem])).toEqual([
			['sent', { item: 0 }],
			['opted_out', { item: 1 }],
		]);
		expect(items[1]?.json).toMatchObject({ error_code: 2024 });
		expect(execution.data.resultData.runData[NODE]?.at(-1)?.error).toBeUndefined();
	});
});
