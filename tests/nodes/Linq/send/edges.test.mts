import type { IDataObject, INode } from 'n8n-workflow';

import { waitFor } from '../../../../scripts/waitFor.mts';
import { LinqCredentialsHelper } from '../../../support/engine/credentials.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { locator, seeded, UNKNOWN_ID, useSandbox } from '../../../support/linq.mts';
import { watchItems, watchQueues } from '../../../support/queues.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

const time = new TurnedClock();
const { run, sandbox, credential } = useSandbox({ now: time.now });

let allDone: () => Promise<void>;

beforeEach(() => {
	time.time = Date.now();
	time.install();
	allDone = watchQueues();
});

afterEach(() => jest.restoreAllMocks());

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;

const stop: Partial<INode> = { onError: 'stopWorkflow' };
const continueOn: Partial<INode> = { onError: 'continueRegularOutput' };
const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** n8n's Request Options; none for all items at once. */
const BATCHING = { batching: { batch: { batchSize: 1, batchInterval: 1 } } };

/** An expression that gives the item's name, and throws for items that say so. */
const NAME = "={{ $json.broken ? $('No such node').first().json : $json.name }}";

interface Item extends IDataObject {
	chat: string;
	broken?: string;
}

const send = (items: Item[], settings: Partial<INode> = {}, parameters: IDataObject = {}) =>
	run(
		'message',
		'send',
		{ sendTo: 'chat', chatId: locator('={{ $json.chat }}'), text: NAME, ...parameters } as never,
		items.map((item, index) => ({ name: `Item ${index}`, ...item })),
		{ settings },
	);

const memo = (
	items: Item[],
	settings: Partial<INode> = {},
	parameters: IDataObject = {},
	setup: Partial<Setup> = {},
) =>
	run(
		'voiceMemo',
		'send',
		{
			chatId: locator('={{ $json.chat }}'),
			voiceMemoUrl: `=https://example.com/${NAME.slice(1)}.m4a`,
			...parameters,
		} as never,
		items.map((item, index) => ({ name: `item-${index}`, ...item })),
		{ settings, ...setup },
	);

/** Ids of the memos that Linq has in a chat, oldest first. */
const memosIn = (chat: string) =>
	sandbox()
		.world.state.messages.ofChat(chat)
		.filter(({ parts }) => parts.some((part) => part.type === 'media' && /item-/.test(part.url)))
		.map(({ id }) => id);

const posts = ({ requests }: { requests: Array<{ method: string }> }) =>
	requests.filter(({ method }) => method === 'POST');

/** Fails the test for a rejection that nobody handles, which would end a process other than n8n. */
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
	unhandled.length = 0;
	process.on('unhandledRejection', note);
});

afterEach(async () => {
	await new Promise(setImmediate);
	process.off('unhandledRejection', note);
	expect(unhandled).toEqual([]);
});

describe('an expression of a later item that throws', () => {
	test('does not make a memo go out once for each try', async () => {
		sandbox().world.faults.add({ operation_id: 'sendVoiceMemoToChat', delay_ms: 100 });
		const settings = { ...stop, ...retryOnFail, waitBetweenTries: 30 };
		// With pauses of the user the first memo has left when n8n comes to the second item.
		const requestOptions = { batching: { batch: { batchSize: 1, batchInterval: 5 } } };
		const items = [{ chat: AVA }, { chat: BEN, broken: 'yes' }];
		const { error } = await memo(items, settings, { requestOptions });
		expect(error?.message).toMatch(/No such node|doesn't exist/);
		await allDone();
		expect(memosIn(AVA)).toHaveLength(1);
	});

	test.each([
		['all at once', {}],
		['in batches', BATCHING],
	])('lets nothing of the list be sent, %s', async (_, requestOptions) => {
		const items = [{ chat: AVA }, { chat: BEN }, { chat: UNKNOWN_ID, broken: 'yes' }];
		const { error } = await send(items, stop, { requestOptions });
		expect(error?.message).toMatch(/No such node|doesn't exist/);
		expect(sandbox().world.record.all()).toEqual([]);
	});
});

describe('batches', () => {
	const requestOptions = BATCHING;

	test('a failure waits until n8n has handed over the last item', async () => {
		sandbox().world.faults.add({ chat_id: BEN, status: 403, times: 1 });
		const items = [
			{ chat: AVA },
			{ chat: BEN },
			...Array.from({ length: 10 }, () => ({ chat: AVA })),
		];
		const { error, requests } = await send(items, stop, { requestOptions });
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(error?.description).toMatch(/of 12 items were sent .* Resume at item 1/);
		expect(requests.length).toBeLessThan(12);
	});

	test('with nothing set, n8n can do other things between the items of a long list', async () => {
		let turn = 0;
		let running = true;
		const count = () => {
			turn++;
			if (running) setImmediate(count);
		};
		setImmediate(count);
		const turns = new Set<number>();
		watchItems(() => turns.add(turn));
		await send(Array.from({ length: 200 }, () => ({ chat: AVA })));
		running = false;
		// 40 batches; some can fall into the same turn.
		expect(turns.size).toBeGreaterThan(10);
	});

	test('with Execute Once, a failure does not wait for items that never come', async () => {
		sandbox().world.faults.add({ status: 403 });
		const { error } = await send([{ chat: AVA }, { chat: BEN }, { chat: AVA }], {
			...stop,
			executeOnce: true,
		});
		expect(error?.message).toMatch(/not allowed to do this/);
	});

	test('Linq’s pace holds over batches', async () => {
		const { error } = await send(
			Array.from({ length: 40 }, () => ({ chat: AVA })),
			stop,
			{
				requestOptions,
			},
		);
		expect(error).toBeUndefined();
		expect(time.waits.length).toBeGreaterThan(0);
	});
});

describe('a memo whose answer got lost', () => {
	const lost = { operation_id: 'sendVoiceMemoToChat', times: 1 } as const;

	test('is not mistaken for that of an earlier run of the node', async () => {
		sandbox().world.faults.add({ ...lost, delay_ms: 1 });
		sandbox().world.faults.add({ ...lost, reset: 'before' });
		const { error } = await memo([{ chat: AVA }], {}, {}, { loops: 2 });
		expect(error?.description).toMatch(/check in Linq before you send it again/);
		expect(memosIn(AVA)).toHaveLength(1);
	});

	test('is not mistaken for that of an earlier batch', async () => {
		sandbox().world.faults.add({ ...lost, reset: 'before', share: 0.5, seed: 4 });
		const { json } = await memo(
			Array.from({ length: 6 }, () => ({ chat: AVA })),
			continueOn,
			{ requestOptions: BATCHING },
		);
		const ids = json.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
		expect(json.filter(({ error }) => error !== undefined)).toHaveLength(1);
		expect(ids).toEqual(memosIn(AVA));
	});

	test('is not mistaken for one that another execution is sending', async () => {
		sandbox().world.faults.add({ ...lost, answer_delay_ms: 100 });
		const other = memo([{ chat: AVA }]);
		await waitFor('the other memo', () => memosIn(AVA).length === 1, { interval: 1 });
		sandbox().world.faults.add({ ...lost, reset: 'before' });
		const cut = await memo([{ chat: AVA }]);
		expect((await other).error).toBeUndefined();
		expect(cut.error?.description).toMatch(/check in Linq before you send it again/);
		expect(memosIn(AVA)).toHaveLength(1);
	});

	test('is not sent again by a later try', async () => {
		sandbox().world.faults.add({ ...lost, reset: 'before' });
		const result = await memo([{ chat: AVA }], retryOnFail);
		expect(result.error?.description).toMatch(/check in Linq before you send it again/);
		expect(posts(result)).toHaveLength(1);
	});
});

describe('an answer with another body', () => {
	test.each([
		['text', 'accepted', { data: 'accepted' }],
		['nothing', '', { data: '' }],
		['a list', '[1]', { data: [1] }],
		['another object', '{"ok":true}', { ok: true }],
	])('%s: what was written is done', async (_, body, output) => {
		sandbox().world.faults.add({ body });
		const result = await memo([{ chat: AVA }], retryOnFail);
		expect(result.error).toBeUndefined();
		expect(result.json).toEqual([output]);
		expect(memosIn(AVA)).toHaveLength(1);
		expect(posts(result)).toHaveLength(1);
	});

	test('a web page: is not sent again, and the error has the right status', async () => {
		sandbox().world.faults.add({ body: '<html>Welcome</html>' });
		const result = await memo([{ chat: AVA }], retryOnFail);
		expect(result.error?.message).toBe('The base URL does not lead to the Linq API');
		expect(result.error?.description).toMatch(/\(HTTP 202\).*the request was accepted/);
		expect(posts(result)).toHaveLength(1);
	});

	test('a read fails', async () => {
		sandbox().world.faults.add({ body: '{"ok":true}' });
		const { error } = await run('chat', 'getAll', {});
		expect(error?.message).toBe('The base URL does not lead to the Linq API');
	});

	test('a message is not sent twice, either', async () => {
		sandbox().world.faults.add({ body: 'accepted', times: 1 });
		const { json, requests, error } = await send([{ chat: AVA }, { chat: AVA }], retryOnFail);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ data: 'accepted' });
		expect(requests).toHaveLength(2);
	});
});

describe('n8n’s database', () => {
	const busy = 'timeout exceeded when trying to connect';

	test('is asked again when it has no connection left for the credential', async () => {
		const getDecrypted = jest.spyOn(LinqCredentialsHelper.prototype, 'getDecrypted');
		// n8n reads it once for the node, the send path once, and then n8n for each request.
		for (let calls = 0; calls < 2; calls++) getDecrypted.mockResolvedValueOnce(credential());
		for (let calls = 0; calls < 3; calls++) getDecrypted.mockRejectedValueOnce(new Error(busy));
		const { error, requests } = await memo([{ chat: AVA }], stop);
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(1);
		expect(memosIn(AVA)).toHaveLength(1);
	});
});

describe('what an error says', () => {
	test('of our own is not said of Linq: unblock a short code', async () => {
		await run('blockedHandle', 'block', { handle: '12345' });
		const { json, error } = await run('blockedHandle', 'unblock', { handle: '12345' });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, handle: '12345' }]);
	});

	test('of a target URL is not about files', async () => {
		const { error } = await run('webhookSubscription', 'create', {
			targetUrl: 'http://example.com',
			events: ['message.received'],
		});
		expect(error?.message).toBe('Target URL must start with https://: "http://example.com"');
		expect(error?.description).not.toMatch(/file/);
	});

	test('with Continue says how to find out what became of an item', async () => {
		sandbox().world.faults.add({ reset: 'before' });
		const { json, requests } = await send([{ chat: AVA }], continueOn);
		expect(json[0]?.details).toMatch(/It is not known whether Linq processed the request/);
		expect(json[0]?.details).toContain(
			`Once per Exact Key, and the key ${requests[0]?.idempotencyKey}`,
		);
	});
});

describe('after Retry On Fail', () => {
	test('the error counts what was sent in all tries', async () => {
		// In the first try Ben's item fails late, when the others are through; then at once.
		sandbox().world.faults.add({ chat_id: BEN, status: 403, delay_ms: 100, times: 1 });
		sandbox().world.faults.add({ chat_id: BEN, status: 403 });
		const items = [{ chat: AVA }, { chat: BEN }, { chat: AVA }, { chat: AVA }, { chat: AVA }];
		const { error } = await send(items, { ...stop, ...retryOnFail });
		expect(error?.description).toMatch(
			/4 of 5 items were sent \(n8n counts items from 0\)\. Resume at item 1 and skip 2–4, which were already sent\.$/,
		);
	});
});
