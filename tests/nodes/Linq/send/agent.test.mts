import type { IDataObject, INode } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { runAgent } from '../../../support/engine/agent.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

const time = new TurnedClock();
const { sandbox, credential } = useSandbox({ now: time.now });

beforeEach(() => time.install());

afterEach(() => jest.restoreAllMocks());

const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

const TEXT: IDataObject = {
	resource: 'message',
	operation: 'send',
	sendTo: 'chat',
	chatId: locator(seeded.chatWithAva),
	text: "={{ $fromAI('text', '', 'string') }}",
};

const MEMO: IDataObject = {
	resource: 'voiceMemo',
	operation: 'send',
	chatId: locator(seeded.chatWithAva),
	voiceMemoUrl: "={{ $fromAI('url', '', 'string') }}",
};

const call = (parameters: IDataObject, calls: IDataObject[][], settings: Partial<INode> = {}) =>
	runAgent(
		{ node: new Linq(), credential: credential(), parameters: parameters as never, settings },
		calls,
	);

/** Texts and URLs that our line has sent, in order. */
const sent = () =>
	sandbox()
		.world.state.messages.ofChat(seeded.chatWithAva)
		.filter(({ direction, id }) => direction === 'outbound' && id !== seeded.toAva)
		.flatMap(({ parts }) =>
			parts.flatMap((part) =>
				part.type === 'text' ? [part.value] : part.type === 'media' ? [part.url] : [],
			),
		);

const posts = () =>
	sandbox()
		.world.record.all()
		.filter(({ method }) => method === 'POST');

test('a tool sends what the model asks for', async () => {
	const { calls } = await call(TEXT, [[{ text: 'One' }, { text: 'Two' }]]);
	expect(calls[0]?.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(sent()).toEqual(['One', 'Two']);
});

test('with Retry On Fail, a message whose answer got lost is not sent again', async () => {
	// The send path itself repeats five times; then n8n tries again.
	sandbox().world.faults.add({ reset: 'after', times: 6 });
	const { calls } = await call(TEXT, [[{ text: 'Only once' }]], retryOnFail);
	expect(calls[0]?.[0]?.error).toBeUndefined();
	expect(posts()).toHaveLength(7);
	expect(new Set(posts().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
	expect(sent()).toEqual(['Only once']);
});

test('with Retry On Fail, a memo whose fate is unknown is not sent again', async () => {
	sandbox().world.faults.add({ operation_id: 'sendVoiceMemoToChat', reset: 'before' });
	const { calls } = await call(MEMO, [[{ url: 'https://example.com/a.m4a' }]], retryOnFail);
	expect(calls[0]?.[0]?.error?.message).toMatch(/check in Linq before you send it again/);
	expect(posts()).toHaveLength(1);
});

test('each call has a key of its own, also with the same words', async () => {
	const { calls } = await call(TEXT, [[{ text: 'Hello' }, { text: 'Hello' }]], retryOnFail);
	expect(calls[0]?.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(sent()).toEqual(['Hello', 'Hello']);
});

test('items of one agent that call at the same time each send', async () => {
	const { calls } = await call(TEXT, [[{ text: 'A' }], [{ text: 'B' }], [{ text: 'C' }]]);
	expect(calls.flat().map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
	// n8n gives all of them the same run index, and with it the arguments of the first.
	expect(sent()).toHaveLength(3);
});

test('an answer as several messages goes once, also when n8n calls the tool again', async () => {
	const options = { severalMessages: 'blankLines', messagePause: 1 };
	const { record, faults } = sandbox().world;
	const add = record.add.bind(record);
	let pauses = 0;
	jest.spyOn(record, 'add').mockImplementation((request) => {
		if (request.operationId === 'startTyping' && pauses++ === 0) {
			faults.add({ operation_id: 'sendMessageToChat', times: 1, status: 400, code: 1005 });
		}
		return add(request);
	});
	const { calls } = await call({ ...TEXT, options }, [[{ text: 'One\n\nTwo' }]], retryOnFail);
	expect(calls[0]?.[0]?.error).toBeUndefined();
	expect(sent()).toEqual(['One', 'Two']);
});
