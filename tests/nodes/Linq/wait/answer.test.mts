import type { INodeParameters } from 'n8n-workflow';

import { waitFor } from '../../../../scripts/waitFor.mts';
import { signature } from '../../../support/delivery.mts';
import { locator, seeded } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { choices, useWait, type Waiting } from '../../../support/wait.mts';

const { sandbox, ask, subscriptions, client } = useWait();

const settled = () => sandbox().settled();

/** A contact texts, and the delivery goes to the node. */
const text = async (waiting: Waiting, words: string, more: object = {}, from = seeded.ava) => {
	await client().receive(from, words, more);
	await settled();
	return await waiting.answer();
};

const react = async (waiting: Waiting, type: string, more: object = {}) => {
	await client().react(waiting.question.messageId, type, more);
	await settled();
	return await waiting.answer();
};

describe('approval', () => {
	test('by text: the message of the trigger, and what it means', async () => {
		const waiting = await ask();
		const item = await text(waiting, 'Yes, please!');
		expect(item).toMatchObject({
			event: 'message.received',
			event_id: expect.any(String) as string,
			chat_id: seeded.chatWithAva,
			direction: 'inbound',
			from: seeded.ava,
			line: seeded.line,
			text: 'Yes, please!',
			question_id: waiting.question.messageId,
			approved: true,
			choice: null,
			timed_out: false,
			waited_seconds: expect.any(Number) as number,
		});
		expect(item).not.toHaveProperty('chatInput');
	});

	test('a refusal can say why, and a bare one does not', async () => {
		expect(await text(await ask(), 'No')).toMatchObject({ approved: false });
		expect(await text(await ask(), 'nope.')).not.toHaveProperty('chatInput');
		expect(await text(await ask(), 'no, use 3+3 instead')).toMatchObject({
			approved: false,
			chatInput: 'no, use 3+3 instead',
		});
	});

	test.each([
		['like', {}, true],
		['love', {}, true],
		['emphasize', {}, true],
		['dislike', {}, false],
		['custom', { custom_emoji: '✅' }, true],
		['custom', { custom_emoji: '❌' }, false],
	])('by tapback: %s %j', async (type, more, approved) => {
		const item = await react(await ask(), type, more);
		expect(item).toMatchObject({ event: 'reaction.added', from: seeded.ava, approved });
	});

	test.each([
		['laugh', {}],
		['question', {}],
		['custom', { custom_emoji: '🦆' }],
	])('not by %s %j', async (type, more) => {
		expect(await react(await ask(), type, more)).toBeUndefined();
	});

	test('not by a tapback on another message', async () => {
		const waiting = await ask();
		await client().react(seeded.toAva, 'like');
		await settled();
		expect(await waiting.answer()).toBeUndefined();
	});

	test('not by a text that says neither; it refuses where the user wants that', async () => {
		expect(await text(await ask(), 'Who is this?')).toBeUndefined();
		const options = { otherText: 'refuse' };
		expect(await text(await ask({ options }), 'Take the blue one')).toMatchObject({
			approved: false,
			chatInput: 'Take the blue one',
		});
	});

	test('by words of one’s own', async () => {
		const options = { approvalWords: 'ship it', refusalWords: 'hold it' };
		expect(await text(await ask({ options }), 'Ship it!')).toMatchObject({ approved: true });
		expect(await text(await ask({ options }), 'hold it')).toMatchObject({ approved: false });
		expect(await text(await ask({ options }), 'absolutely')).toBeUndefined();
	});

	test.each([
		[0, true],
		[1, false],
	])('by the choice %i of a poll', async (index, approved) => {
		const waiting = await ask({ options: { askWith: 'poll' } });
		const { poll } = waiting.question;
		await client().vote(poll?.messageId ?? '', poll?.options[index]?.id ?? '');
		await settled();
		expect(await waiting.answer()).toMatchObject({ event: 'poll.vote.added', approved });
	});
});

describe('choice', () => {
	const parameters: INodeParameters = {
		responseType: 'choice',
		choices: choices('Tea', 'Coffee, black'),
	};

	test('by a vote', async () => {
		const waiting = await ask(parameters);
		const { poll } = waiting.question;
		await client().vote(poll?.messageId ?? '', poll?.options[1]?.id ?? '');
		await settled();
		expect(await waiting.answer()).toMatchObject({ approved: null, choice: 'Coffee, black' });
	});

	test.each([
		['coffee black', 'Coffee, black'],
		['1', 'Tea'],
	])('by the text %s', async (words, choice) => {
		expect(await text(await ask(parameters), words)).toMatchObject({ choice, approved: null });
	});

	test('not by anything else', async () => {
		expect(await text(await ask(parameters), '3')).toBeUndefined();
		expect(await react(await ask(parameters), 'like')).toBeUndefined();
	});
});

describe('free text', () => {
	const freely = { responseType: 'freeText' };

	test('three quick texts are one answer, with which the newest of them comes', async () => {
		const waiting = await ask(freely);
		for (const words of ['The address is', 'Main Street 1', 'Thanks']) {
			await client().receive(seeded.ava, words);
			await settled();
		}
		const deliveries = waiting.deliveries.slice(-3);
		const clock = new TurnedClock();
		clock.install();
		const items = await Promise.all(deliveries.map((one) => waiting.answer(one)));
		jest.restoreAllMocks();
		expect(clock.waits).toEqual([4000, 4000, 4000]);
		expect(items.filter(Boolean)).toHaveLength(1);
		expect(items[2]).toMatchObject({
			text: 'The address is\nMain Street 1\nThanks',
			message_ids: [expect.any(String), expect.any(String), expect.any(String)],
			message_id: (items[2]?.message_ids as string[])[2],
			chatInput: 'The address is\nMain Street 1\nThanks',
			approved: null,
			timed_out: false,
		});
	});

	test('texts before the question are not part of it, files are', async () => {
		await client().receive(seeded.ava, 'Hello');
		const waiting = await ask({ ...freely, options: { pause: 0 } });
		await client().receiveFiles(seeded.ava, [
			await client().attach('house.txt', Buffer.from('Main Street 1')),
		]);
		await client().receive(seeded.ava, 'as attached');
		await settled();
		const item = await waiting.answer();
		expect(item).toMatchObject({ text: 'as attached', media: [{ filename: 'house.txt' }] });
	});

	test('a text that Linq does not list yet is part of it', async () => {
		const waiting = await ask({ ...freely, options: { pause: 0 } });
		await client().receive(seeded.ava, 'Main Street 1');
		await settled();
		sandbox().world.faults.add({
			operation_id: 'getMessages',
			body: JSON.stringify({ messages: [], next_cursor: null }),
			times: 1,
		});
		expect(await waiting.answer()).toMatchObject({ text: 'Main Street 1' });
	});
});

describe('who may answer', () => {
	test('in a group everybody, or those who are listed', async () => {
		const chatId = locator(seeded.group);
		const inGroup = { chat_id: seeded.group };
		const anyone = await ask({ chatId });
		expect(await text(anyone, 'yes', inGroup)).toMatchObject({ from: seeded.ava, is_group: true });
		const options = { onlyFrom: `Boss@Example.com, ${seeded.ben}` };
		const listed = await ask({ chatId, options });
		expect(await text(listed, 'yes', inGroup)).toBeUndefined();
		expect(await react(listed, 'like', { from: seeded.ava })).toBeUndefined();
		expect(await text(listed, 'yes', inGroup, seeded.ben)).toMatchObject({ from: seeded.ben });
	});

	test('in another chat nobody', async () => {
		expect(await text(await ask(), 'yes', {}, seeded.ben)).toBeUndefined();
	});
});

describe('two questions in one chat', () => {
	test('a text answers the newer one, and then the other', async () => {
		const first = await ask({ message: 'Delete it?' });
		const second = await ask({ message: 'Pay it?' });
		await client().receive(seeded.ava, 'yes');
		await settled();
		expect(await first.answer()).toBeUndefined();
		const taken = await second.take();
		expect(taken.items?.[0]?.json).toMatchObject({ approved: true });
		await expectSubscriptions(1);
		await client().receive(seeded.ava, 'no');
		await settled();
		expect(await first.answer()).toMatchObject({ approved: false });
	});

	test('a reply and a tapback answer the one that they are for', async () => {
		const first = await ask({ message: 'Delete it?' });
		const second = await ask({ message: 'Pay it?' });
		const replyTo = { message_id: first.question.messageId };
		await client().receive(seeded.ava, 'no', { reply_to: replyTo });
		await settled();
		expect(await second.answer()).toBeUndefined();
		expect(await first.answer()).toMatchObject({ approved: false });
		const third = await ask({ message: 'Keep it?' });
		await client().react(second.question.messageId, 'like');
		await settled();
		expect(await third.answer()).toBeUndefined();
		expect(await second.answer()).toMatchObject({ approved: true });
	});
});

async function expectSubscriptions(count: number): Promise<void> {
	await waitFor(`${count} subscriptions`, () => Promise.resolve(subscriptions().length === count));
}

test('the subscription ends when n8n has stored the answer, and not before', async () => {
	const waiting = await ask();
	await client().receive(seeded.ava, 'yes');
	await settled();
	const [delivery] = waiting.deliveries.slice(-1);
	if (!delivery) throw new Error('Nothing was delivered');
	const result = await waiting.take({ ...delivery, staysOpen: true });
	expect(result.items).toHaveLength(1);
	const path = `/v3/webhook-subscriptions/${subscriptions()[0]?.id}`;
	const deletions = () =>
		sandbox()
			.world.record.all()
			.filter((one) => one.method === 'DELETE' && one.path === path).length;
	expect(deletions()).toBe(0);
	result.end(500);
	const repeated = await waiting.take({ ...delivery, staysOpen: true });
	expect(deletions()).toBe(0);
	repeated.end(200);
	await expectSubscriptions(0);
});

test('a question that does not arrive ends the wait', async () => {
	await client().failNext(seeded.ava, 4001);
	sandbox().world.faults.add({
		operation_id: 'getMessages',
		body: JSON.stringify({ messages: [], next_cursor: null }),
		times: 1,
	});
	const waiting = await ask();
	expect(await waiting.answer()).toMatchObject({
		event: 'message.failed',
		status: 'failed',
		error_code: 4001,
		approved: false,
		timed_out: false,
	});
});

test('an answer whose delivery got lost is found with the next event', async () => {
	const waiting = await ask();
	await client().receive(seeded.ava, 'yes');
	await client().receive(seeded.ava, 'Hello? Are you there?');
	await settled();
	expect(await waiting.answer()).toMatchObject({ text: 'yes', approved: true });

	const other = await ask();
	await client().react(other.question.messageId, 'love');
	await settled();
	const delivered = other.deliveries.find(({ rawBody }) => rawBody.includes('message.delivered'));
	expect(await other.answer(delivered)).toMatchObject({ approved: true });
});

test('of a yes and a no that came together, the no counts', async () => {
	const waiting = await ask();
	await client().receive(seeded.ava, 'yes');
	await client().react(waiting.question.messageId, 'dislike');
	await settled();
	const delivered = waiting.deliveries.find(({ rawBody }) => rawBody.includes('message.delivered'));
	expect(await waiting.answer(delivered)).toMatchObject({ approved: false });
});

describe('no delivery ends a wait that', () => {
	const OTHER_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

	const signed = (waiting: Waiting, body: string, secret: string, at = Date.now()) => {
		const base = waiting.deliveries.at(-1);
		if (!base) throw new Error('Nothing was delivered');
		return { ...base, rawBody: Buffer.from(body), headers: signature(secret, 'x', body, at) };
	};

	const yes = async (waiting: Waiting) => {
		await client().receive(seeded.ava, 'yes');
		await settled();
		const delivery = waiting.deliveries.at(-1);
		if (!delivery) throw new Error('Nothing was delivered');
		return delivery.rawBody.toString();
	};

	const ours = () => subscriptions()[0]?.secret ?? '';

	test('is forged', async () => {
		const waiting = await ask();
		const { status, items } = await waiting.take(signed(waiting, await yes(waiting), OTHER_SECRET));
		expect([status, items]).toEqual([401, undefined]);
	});

	test('is an hour old', async () => {
		const waiting = await ask();
		const old = signed(waiting, await yes(waiting), ours(), Date.now() - 3_600_000);
		expect((await waiting.take(old)).status).toBe(401);
	});

	test.each(['', 'no JSON', '[]', '{"event_type":"message.received"}', '{"event_id":1}'])(
		'holds %s',
		async (body) => {
			const waiting = await ask();
			const { status, items } = await waiting.take(signed(waiting, body, ours()));
			expect([status, items]).toEqual([401, undefined]);
		},
	);

	test.each([null, 5, 'text', [], {}, { chat: 1 }, { chat: { id: seeded.chatWithAva } }])(
		'holds the data %j',
		async (data) => {
			const waiting = await ask();
			for (const event_type of ['message.received', 'reaction.added', 'poll.vote.added', 'odd']) {
				const body = JSON.stringify({ event_type, event_id: 'x', data });
				const { status, items } = await waiting.take(signed(waiting, body, ours()));
				expect([200, 401]).toContain(status);
				expect(items).toBeUndefined();
			}
		},
	);

	test('is for an earlier wait of the node', async () => {
		const waiting = await ask();
		await yes(waiting);
		const [late] = waiting.deliveries.slice(-1);
		if (!late) throw new Error('Nothing was delivered');
		expect(await waiting.answer({ ...late, query: { wait: 'earlier' } })).toBeUndefined();
	});

	test('comes to an address whose end was put off', async () => {
		const waiting = await ask();
		await yes(waiting);
		const [delivery] = waiting.deliveries.slice(-1);
		if (!delivery) throw new Error('Nothing was delivered');
		const query = { ...delivery.query, until: '9999999999999' };
		const { status, items } = await waiting.take({ ...delivery, query });
		expect([status, items]).toEqual([401, undefined]);
		expect((await waiting.take(delivery)).items).toHaveLength(1);
	});

	test('comes after the wait should have ended, and n8n has not ended it yet', async () => {
		const waiting = await ask();
		const event = JSON.parse(await yes(waiting)) as { data: object };
		const data = { ...event.data, sent_at: '2099-01-01T00:00:00Z' };
		const { status, items } = await waiting.take(
			signed(waiting, JSON.stringify({ ...event, data }), ours()),
		);
		expect([status, items]).toEqual([200, undefined]);
	});

	test('is of a message that is older than the question', async () => {
		const waiting = await ask();
		const event = JSON.parse(await yes(waiting)) as { data: object };
		const data = {
			...event.data,
			sent_at: '2026-01-01T00:00:00Z',
			reconciled_at: '2026-11-01T00:00:00Z',
		};
		sandbox().world.faults.add({ operation_id: 'getMessages', status: 500, code: 3006 });
		const { status, items } = await waiting.take(
			signed(waiting, JSON.stringify({ ...event, data }), ours()),
		);
		expect([status, items]).toEqual([200, undefined]);
	});

	test('comes while Linq does not answer, or with another token: it is to come again', async () => {
		const waiting = await ask({ responseType: 'freeText', options: { pause: 0 } });
		await yes(waiting);
		sandbox().world.faults.add({ operation_id: 'getMessages', status: 500, code: 3006, times: 1 });
		expect((await waiting.take()).status).toBe(503);
		expect(await waiting.answer()).toMatchObject({ text: 'yes' });
	});
});
