import type { IDataObject, INode } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { clock } from '../../../../nodes/Linq/send/clock.ts';
import { retryRun, runNode } from '../../../support/engine/run.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { seeded, useSandbox, type LinqRun } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { credential, run, sandbox } = useSandbox({ now: time.now });

beforeEach(() => time.install());
afterEach(() => jest.restoreAllMocks());

const stranger = (number: number) => `+1202555${String(1000 + number)}`;
const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const fault = (rule: object) => sandbox().world.faults.add(rule as never);

const send = (
	items: Array<{ to: string; text: string }>,
	options: IDataObject,
	settings: Partial<INode> = {},
) =>
	run(
		'message',
		'send',
		{ to: '={{ $json.to }}', text: '={{ $json.text }}', options } as never,
		items,
		{ settings },
	);

/** Content of each message to somebody that was sent in the test. */
const received = (person: string) => {
	const { chats, messages } = sandbox().world.state;
	const chat = chats.reusable(seeded.line, [person]);
	return messages
		.ofChat(chat?.id ?? '')
		.filter(({ direction }) => direction === 'outbound')
		.map(({ parts }) => parts.map((part) => ('value' in part ? part.value : part.type)).join('+'));
};

const LINK = 'Hi, your order is ready. See https://a.example/1';

describe('Retry On Fail after a try that has stopped while chats were looked up', () => {
	test.each<[string, object]>([
		['waits', { status: 503 }],
		['has failed', { status: 403 }],
	])('%s: they are looked up anew', async (_, rule) => {
		// The first item has failed when the answer for the second comes.
		fault({ to: stranger(0), operation_id: 'sendMessage', status: 403, code: 2004, times: 1 });
		fault({ operation_id: 'listChats', delay_ms: 300, times: 1, ...rule });
		const items = [
			{ to: stranger(0), text: 'Hello' },
			{ to: stranger(1), text: LINK },
		];
		const result = await send(items, { firstMessage: 'split' }, retryOnFail);
		expect(result.error).toBeUndefined();
		expect(result.json).toHaveLength(2);
		expect(received(stranger(0))).toEqual(['Hello']);
		expect(received(stranger(1))).toHaveLength(2);
	});
});

describe('First Message, where it is not known whether the first one was sent', () => {
	test.each([
		['was not', 'before'],
		['was', 'after'],
	])('it %s: Retry On Fail opens the chat with words alone, once', async (_, reset) => {
		// All tries of the first attempt of the node.
		fault({ operation_id: 'sendMessage', status: 500, times: 4 });
		fault({ operation_id: 'sendMessage', reset, times: 1 });
		const items = [{ to: stranger(0), text: LINK }];
		const result = await send(items, { firstMessage: 'split' }, retryOnFail);
		expect(result.error).toBeUndefined();
		expect(received(stranger(0))).toEqual(['Hi, your order is ready.', 'See https://a.example/1']);
	});

	test('nor does the next item for that person begin with a link', async () => {
		fault({ operation_id: 'sendMessage', status: 500, times: 5 });
		const items = [
			{ to: stranger(0), text: LINK },
			{ to: stranger(0), text: LINK },
		];
		await send(items, { firstMessage: 'split' }, { onError: 'continueRegularOutput' });
		expect(received(stranger(0))).toEqual(['Hi, your order is ready.', 'See https://a.example/1']);
	});
});

describe('an item of which Linq has something already', () => {
	const window = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '20:00', timeZone: 'UTC' };
	const sendWindow = { window: { ...window, ifOutside: 'output' } };
	beforeEach(() => (time.time = Date.UTC(2026, 0, 1, 19, 59, 58)));

	test('goes on in the next try though the window has closed: several messages', async () => {
		fault({ operation_id: 'sendMessageToChat', status: 403, times: 1 });
		const items = [{ to: stranger(0), text: 'One\n\nTwo' }];
		const options = { sendWindow, severalMessages: 'blankLines', messagePause: 5 };
		const { error, json } = await send(items, options, retryOnFail);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ outcome: 'sent', messages: [{}, {}] }]);
		expect(received(stranger(0))).toEqual(['One', 'Two']);
	});

	test('so does one of which nobody knows whether it was sent', async () => {
		// The last try comes when the window has closed.
		fault({ operation_id: 'sendMessage', reset: 'after', times: 5 });
		const items = [{ to: stranger(0), text: 'Hello' }];
		const { json } = await send(items, { sendWindow }, retryOnFail);
		expect(json).toMatchObject([{ outcome: 'sent' }]);
		expect(received(stranger(0))).toEqual(['Hello']);
	});

	test('but one that would be sent a second time does not', async () => {
		fault({ to: stranger(1), status: 429, retry_after: 5, times: 1 });
		fault({ to: stranger(1), status: 403, times: 1 });
		const items = [
			{ to: stranger(0), text: 'One' },
			{ to: stranger(1), text: 'Two' },
		];
		const options = {
			...sendOnce('always'),
			sendWindow: {
				window: { ...window, until: '={{ $json.text === "Two" ? "21:00" : "20:00" }}' },
			},
		};
		const { json } = await send(items, options, retryOnFail);
		expect(json).toMatchObject([{ outcome: 'outside_window' }, { outcome: 'sent' }]);
		expect(received(stranger(0))).toEqual(['One']);
	});
});

describe('a link that follows a first message', () => {
	const long = `https://a.example/${'x'.repeat(2_100)}`;

	test.each([
		['has a preview', 'https://a.example/1', ['Hi', 'https://a.example/1']],
		['is a text where it is too long for one', long, ['Hi', long]],
	])('%s', async (_, link, expected) => {
		const items = [{ to: stranger(0), text: `Hi\n${link}` }];
		const { error } = await send(items, { firstMessage: 'split' });
		expect(error).toBeUndefined();
		expect(received(stranger(0))).toEqual(expected);
	});
});

describe('the second half of a first message', () => {
	/** Linq took the second half, and could not deliver it. */
	const failFollowUp = ({ requests }: Pick<LinqRun, 'requests'>) => {
		const sent = requests.find(({ operationId }) => operationId === 'sendMessageToChat');
		const kept = sandbox().world.state.messageKeys.find(String(sent?.idempotencyKey));
		const answer = kept?.answer.body as { message: { delivery_status: string } };
		answer.message.delivery_status = 'failed';
	};

	const items = [{ to: stranger(0), text: LINK }];
	const split = { firstMessage: 'split' };

	test('that fails says that the first was sent', async () => {
		fault({ operation_id: 'sendMessageToChat', status: 403, times: 1 });
		const { error } = await send(items, split);
		expect(error?.description).toMatch(/Sent: 1st of 2 messages\. Not sent: 2nd \(\+1 .*\)\./);
	});

	test('so does one that never went out because another item failed', async () => {
		fault({ operation_id: 'sendMessageToChat', status: 429, retry_after: 30, times: 1 });
		fault({ to: stranger(1), status: 403, delay_ms: 300, times: 1 });
		const both = [...items, { to: stranger(1), text: 'Hello' }];
		jest
			.spyOn(clock, 'sleep')
			.mockImplementation(
				(_, signal) =>
					new Promise((_resolve, reject) =>
						signal.addEventListener('abort', () => reject(new Error('stopped'))),
					),
			);
		const { error } = await send(both, split);
		expect(error?.description).toContain('Of item 0, 1 of 2 messages was sent.');
	});

	test('that Linq took and could not deliver is no success when it comes again', async () => {
		const options = { ...split, ...sendOnce('key', 'sale') };
		failFollowUp(await send(items, options));
		const { error } = await send(items, options);
		expect(error?.message).toBe('A message with this idempotency key was sent before and failed');
		expect(error?.description).toMatch(/Sent: 1st of 2 messages\. Not sent: 2nd \(\+1 .*\)\./);
	});

	test('n8n’s Retry sends that one again', async () => {
		const setup: Setup = {
			node: new Linq(),
			credential: credential(),
			parameters: {
				resource: 'message',
				operation: 'send',
				to: '={{ $json.to }}',
				text: '={{ $json.text }}',
				options: split,
			},
			mode: 'trigger',
		};
		fault({ to: stranger(1), operation_id: 'sendMessage', status: 403, times: 1 });
		const both = [...items, { to: stranger(1), text: 'Hello' }];
		const before = sandbox().world.record.all().length;
		const failed = await runNode(setup, both);
		expect(failed.error).toBeDefined();
		failFollowUp({ requests: sandbox().world.record.all().slice(before) });
		const again = await retryRun(setup, failed.run);
		expect(again.error).toBeUndefined();
		expect(received(stranger(0))).toEqual([
			'Hi, your order is ready.',
			'See https://a.example/1',
			'See https://a.example/1',
		]);
	});
});

test('a send that took minutes, because its answer got lost, is still of this run', async () => {
	const world = sandbox().world;
	world.state.contactCards.set({
		phone_number: seeded.line,
		first_name: 'Linq',
		is_active: true,
	} as never);
	fault({ operation_id: 'sendMessage', reset: 'after', times: 1 });
	fault({ operation_id: 'sendMessage', status: 429, retry_after: 400, times: 1 });
	const items = [{ to: stranger(0), text: 'Hello' }];
	const { json } = await send(items, { shareContactCard: true, maxWait: 1000 });
	expect(json).toMatchObject([{ contact_card: 'shared' }]);
});

test('a chat counts once among the new ones of a run, however many tries that takes', async () => {
	fault({ operation_id: 'sendMessage', to: stranger(0), status: 403, times: 4 });
	const items = Array.from({ length: 21 }, (_, at) => ({ to: stranger(at), text: 'Hello' }));
	const settings = { ...retryOnFail, maxTries: 5, onError: 'continueRegularOutput' as const };
	const { json } = await send(items, {}, settings);
	expect(json.filter(({ message_id: id }) => id)).toHaveLength(21);
	expect(json.filter(({ hint }) => hint)).toEqual([]);
});
