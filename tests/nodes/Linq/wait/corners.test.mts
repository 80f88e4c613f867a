import { omit } from 'lodash';

import { clock } from '../../../../nodes/Linq/send/clock.ts';
import { signature } from '../../../support/delivery.mts';
import { locator, seeded } from '../../../support/linq.mts';
import { choices, useWait, type Waiting } from '../../../support/wait.mts';

const { sandbox, ask, subscriptions, client } = useWait();

const settled = () => sandbox().settled();

const receive = async (words: string) => {
	const { message_id: id } = await client().receive(seeded.ava, words);
	await settled();
	return id;
};

const text = async (waiting: Waiting, words: string) => {
	await receive(words);
	return await waiting.answer();
};

/** Acts in the chat while a delivery waits for the end of an answer. */
const duringPause = (happens: () => Promise<unknown>) =>
	jest.spyOn(clock, 'sleep').mockImplementationOnce(async () => void (await happens()));

/** An event as Linq would deliver it to a wait. */
function signed(waiting: Waiting, event: object) {
	const [base, ours] = [waiting.deliveries.at(-1), subscriptions()[0]];
	if (!base || !ours) throw new Error('Nothing was delivered');
	const body = JSON.stringify(event);
	return { ...base, rawBody: Buffer.from(body), headers: signature(ours.secret, 'x', body) };
}

afterEach(() => jest.restoreAllMocks());

describe('nobody has approved', () => {
	test('with one of the usual words where the user has words of their own', async () => {
		const options = { approvalWords: 'confirm 4711', refusalWords: 'hold it' };
		const waiting = await ask({ options });
		expect(await text(waiting, 'yes')).toBeUndefined();
		expect(await text(waiting, 'no')).toBeUndefined();
		expect(await text(waiting, 'Confirm 4711')).toMatchObject({ approved: true });
		const withPoll = await ask({ options: { ...options, askWith: 'poll', approveLabel: 'Ship' } });
		expect(await text(withPoll, 'ship')).toMatchObject({ approved: true });
	});

	test('with a text that came before the question and is delivered late', async () => {
		const waiting = await ask();
		await receive('ok');
		const event = JSON.parse(String(waiting.deliveries.at(-1)?.rawBody)) as {
			data: { sent_at: string };
		};
		const before = new Date(Date.now() - 30_000).toISOString();
		const data = { ...event.data, sent_at: before };
		const late = signed(waiting, { ...event, created_at: before, data });
		expect(await waiting.answer(late)).toBeUndefined();
		// A phone whose clock is slow.
		expect(await waiting.answer(signed(waiting, { ...event, data }))).toMatchObject({
			approved: true,
		});
	});

	type Options = Array<{ id: string; text: string }>;

	test.each([
		['in another order', (options: Options) => options.toReversed(), false],
		['without texts', (options: Options) => options.map((one) => ({ ...one, text: '' })), true],
	])('with the first vote, where Linq gives the options %s', async (_, change, approved) => {
		const { question } = await ask({ options: { askWith: 'poll' } });
		const { messageId: message_id, options } = question.poll ?? { messageId: '', options: [] };
		const [first, ...others] = change(options).map(({ id, text }) => ({ option_id: id, text }));
		sandbox().world.faults.add({
			operation_id: 'createPoll',
			body: JSON.stringify({ message_id, poll: { options: [first, ...others] } }),
			times: 1,
		});
		const waiting = await ask({ options: { askWith: 'poll' } });
		await client().vote(message_id, first?.option_id ?? '');
		await settled();
		expect(await waiting.answer()).toMatchObject({ event: 'poll.vote.added', approved });
	});

	test('where both labels of the poll are the same: it is refused', async () => {
		const { run } = await ask({ options: { askWith: 'poll', approveLabel: 'no' } });
		expect(run.error?.message).toBe('Label for Yes and Label for No are both "no"');
	});
});

test.each([
	['4\n3\n2', '2', '2'],
	['2\n3\n4', '1', undefined],
	['2 pm\n3 pm', '2', undefined],
	['Table for 2\nTable for 4', '2', undefined],
	['Table for 2\nTable for 4', '1', 'Table for 2'],
	['C++\nC', 'c', 'C'],
	['C++\nC#', 'c', undefined],
])('of the choices %j, the text %s is %s', async (lines, words, choice) => {
	const item = await text(
		await ask({
			responseType: 'choice',
			choices: choices(...lines.split('\n')),
		}),
		words,
	);
	expect(item?.choice).toBe(choice);
});

test('of two questions that were asked at the same moment, a text answers one', async () => {
	const now = Date.now();
	jest.spyOn(sandbox().world, 'now').mockReturnValue(now);
	const asked = [await ask(), await ask({ chatId: locator(seeded.chatWithAva.toUpperCase()) })];
	await receive('yes');
	const items = await Promise.all(asked.map((one) => one.answer()));
	expect(items.filter(Boolean)).toHaveLength(1);
});

describe('free text', () => {
	const freely = { responseType: 'freeText' };

	const delivered = ({ deliveries }: Waiting) =>
		deliveries.find(({ rawBody }) => rawBody.includes('message.delivered'));

	test('that goes on is not cut off by a receipt', async () => {
		const waiting = await ask(freely);
		await receive('The address is');
		duringPause(() => receive('Main Street 1'));
		expect(await waiting.answer(delivered(waiting))).toBeUndefined();
		duringPause(() => Promise.resolve());
		expect(await waiting.answer()).toMatchObject({ text: 'The address is\nMain Street 1' });
	});

	test('that was not delivered comes with a receipt, when it is complete', async () => {
		const waiting = await ask(freely);
		await receive('Main Street 1');
		duringPause(() => Promise.resolve());
		expect(await waiting.answer(delivered(waiting))).toMatchObject({ text: 'Main Street 1' });
	});

	test('that is edited during the pause comes as it is then', async () => {
		const waiting = await ask(freely);
		const message_id = await receive('Main Street 1');
		const delivery = waiting.deliveries.at(-1);
		duringPause(async () => {
			await client().act('/edit', { message_id, text: 'Main Street 2' });
			await settled();
		});
		const item = await waiting.answer(delivery);
		expect(item).toMatchObject({ text: 'Main Street 2', chatInput: 'Main Street 2' });
	});
});

test('a failure that comes before n8n could wait ends the question', async () => {
	await client().failNext(seeded.ava, 4001);
	const { run } = await ask();
	expect(run.run.status).toBe('success');
	expect(run.json[0]).toMatchObject({
		event: 'message.failed',
		status: 'failed',
		error_message: expect.any(String) as string,
		approved: false,
		timed_out: false,
	});
	expect(subscriptions()).toEqual([]);
});

test('sweeping leaves what n8n has not ended yet, and does not hold up a question', async () => {
	await ask({ waitAmount: 1, waitUnit: 'minutes' });
	const [ours] = subscriptions();
	if (!ours) throw new Error('There is no subscription');
	const left = (secondsAgo: number, wait: string) => {
		const url = new URL(ours.targetUrl);
		url.searchParams.set('until', String(Date.now() - secondsAgo * 1000));
		url.searchParams.set('wait', wait);
		sandbox().world.state.subscriptions.add({
			...omit(ours, 'id', 'secret', 'routingKeys'),
			isActive: false,
			targetUrl: url.toString(),
		});
		return url.toString();
	};
	const fresh = left(60, 'fresh');
	for (let index = 0; index < 30; index++) left(3_600, `old-${index}`);
	await ask();
	expect(subscriptions().map(({ targetUrl }) => targetUrl)).toContain(fresh);
	expect(subscriptions()).toHaveLength(3 + 10);
});
