import { omit } from 'lodash';

import { isToApi, locator, seeded } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { choices, useWait } from '../../../support/wait.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const { sandbox, ask, subscriptions, client } = useWait();

const routes = () =>
	sandbox()
		.world.record.all()
		.filter(isToApi)
		.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/g, '…')}`);

const textsTo = (chatId: string) =>
	sandbox()
		.world.state.messages.ofChat(chatId)
		.filter(({ direction }) => direction === 'outbound')
		.slice(-2)
		.map(({ parts }) => parts.map((part) => ('value' in part ? part.value : part.type)).join());

test('it subscribes first, sends, looks for an answer, and waits', async () => {
	const waiting = await ask({ waitAmount: 3, waitUnit: 'hours' });
	expect(waiting.run.run.status).toBe('waiting');
	expect(routes()).toEqual([
		'GET /v3/webhook-subscriptions',
		'GET /v3/chats/…',
		'POST /v3/webhook-subscriptions',
		'POST /v3/chats/…/messages',
		'GET /v3/chats/…/messages?limit=100',
	]);
	expect(textsTo(seeded.chatWithAva).at(-1)).toBe('May we?');
	const [ours] = subscriptions();
	expect([...(ours?.events ?? [])]).toEqual([
		'message.received',
		'message.delivered',
		'message.read',
		'message.failed',
		'reaction.added',
	]);
	expect(ours?.phoneNumbers).toEqual([seeded.line]);
	const until = Number(new URL(ours?.targetUrl ?? '').searchParams.get('until'));
	expect(Math.abs(until - Date.now() - 3 * 3_600_000)).toBeLessThan(60_000);
	expect(waiting.data.waitTill?.getTime()).toBe(until);
});

test('its data hold neither the secret of the subscription nor the token', async () => {
	const waiting = await ask();
	const [ours] = subscriptions();
	const stored = JSON.stringify(waiting.data);
	expect(stored).toContain(waiting.question.messageId);
	expect(stored).not.toContain(ours?.secret.slice(6) ?? '');
	expect(stored).not.toContain(sandbox().token);
});

test('where nobody answers, n8n hands on an item that is no approval, whatever came in', async () => {
	const input = [{ approved: true, chatInput: 'go on', data: { approved: true } }];
	const waiting = await ask({ waitAmount: 2, waitUnit: 'minutes' }, {}, input);
	const [next] = waiting.data.executionData?.nodeExecutionStack ?? [];
	expect(next?.data.main?.[0]?.map(({ json }) => json)).toEqual([
		{
			chat_id: seeded.chatWithAva,
			is_group: false,
			message_id: waiting.question.messageId,
			line: seeded.line,
			question_id: waiting.question.messageId,
			approved: false,
			choice: null,
			timed_out: true,
			waited_seconds: 120,
			chatInput: 'Nobody answered in time, so this is not approved.',
		},
	]);
});

test('to a person, the subscription learns of the chat and the line afterwards', async () => {
	await ask({ sendTo: 'person', to: '(202) 555-0112', options: { defaultCountry: 'US' } });
	expect(textsTo(seeded.chatWithBen).at(-1)).toBe('May we?');
	expect(routes()).toEqual([
		'GET /v3/webhook-subscriptions',
		'POST /v3/webhook-subscriptions',
		'POST /v3/messages',
		'PUT /v3/webhook-subscriptions/…',
		'GET /v3/chats/…/messages?limit=100',
	]);
	const [ours] = subscriptions();
	expect(new URL(ours?.targetUrl ?? '').searchParams.get('chat')).toBe(seeded.chatWithBen);
	expect(ours?.phoneNumbers).toEqual([seeded.line]);
});

describe('the question', () => {
	test('can have a hint, or a poll', async () => {
		await ask({ options: { askWith: 'hint' } });
		expect(textsTo(seeded.chatWithAva).at(-1)).toBe(
			'May we?\n\nReply yes or no, or react with 👍 or 👎.',
		);
		const waiting = await ask({ options: { askWith: 'poll', approveLabel: 'Ship it' } });
		expect(waiting.question.poll?.options.map(({ text }) => text)).toEqual(['Ship it', 'No']);
		expect(textsTo(seeded.chatWithAva)[0]).toBe('May we?');
	});

	test('can be Markdown, and a reply', async () => {
		await ask({
			message: 'May we **really**?',
			options: { formatting: 'markdown', replyTo: seeded.fromAva },
		});
		const last = sandbox().world.state.messages.ofChat(seeded.chatWithAva).at(-1);
		expect(last).toMatchObject({
			parts: [{ value: 'May we really?', text_decorations: [{ range: [7, 13], style: 'bold' }] }],
			replyTo: { message_id: seeded.fromAva },
		});
	});

	test('is sent once, and its poll too, however often the node is tried', async () => {
		new TurnedClock().install();
		const { faults } = sandbox().world;
		faults.add({ operation_id: 'sendMessageToChat', reset: 'after', times: 1 });
		faults.add({ operation_id: 'createPoll', reset: 'after', times: 1 });
		faults.add({ operation_id: 'createWebhookSubscription', reset: 'after', times: 1 });
		const before = sandbox().world.state.messages.ofChat(seeded.chatWithAva).length;
		const waiting = await ask({ responseType: 'choice', choices: choices('Tea', 'Coffee') });
		jest.restoreAllMocks();
		expect(waiting.run.run.status).toBe('waiting');
		expect(sandbox().world.state.messages.ofChat(seeded.chatWithAva)).toHaveLength(before + 2);
	});
});

describe('it refuses before anything is sent', () => {
	test.each([
		['an empty question', { message: '={{ " " }}' }, 'Message is empty'],
		[
			'one choice',
			{ responseType: 'choice', choices: choices('Tea') },
			'Choices has 1 entry, but needs at least 2',
		],
		[
			'a choice twice',
			{ responseType: 'choice', choices: choices('Tea', 'tea') },
			'Choices has one entry twice',
		],
		['no time', { waitAmount: 0 }, 'Limit Wait Time must be more than 0, and at most a year'],
		[
			'no number',
			{ waitAmount: '={{ "soon" }}' },
			'Limit Wait Time must be more than 0, and at most a year',
		],
		[
			'another way to answer',
			{ responseType: '={{ "maybe" }}', choices: choices('Tea') },
			'Response Type is "maybe"',
		],
		['nobody in particular', { options: { onlyFrom: 'the boss' } }, 'Only Answers From'],
		[
			'a long pause',
			{ responseType: 'freeText', options: { pause: 9 } },
			'Pause After Text must be 0 to 8 seconds',
		],
		['no chat', { chatId: locator('={{ "" }}') }, 'Chat'],
	])('%s', async (_, parameters, message) => {
		const { run } = await ask(parameters as never);
		expect(run.error?.message).toContain(message);
		expect(run.error?.description).toBeTruthy();
		expect(routes().filter((route) => route.startsWith('POST'))).toEqual([]);
		expect(run.run.status).not.toBe('waiting');
	});

	test('a poll where there are none', async () => {
		const { run } = await ask({
			chatId: locator(seeded.smsChat),
			responseType: 'choice',
			choices: choices('Tea', 'Coffee'),
		});
		expect(run.error?.message).toBe(
			'A poll cannot be sent: the chat is by SMS, and polls are for iMessage only',
		);
		expect(routes().filter((route) => route.startsWith('POST'))).toEqual([]);
	});

	test('several items, each of which would have to wait', async () => {
		const { run } = await ask({}, {}, [{}, {}]);
		expect(run.error?.message).toBe(
			'2 items came, but an execution can wait for one answer at a time',
		);
		expect(routes()).toEqual([]);
	});

	test('an n8n that Linq cannot reach', async () => {
		const credential = { apiToken: sandbox().token, baseUrl: 'https://linq.example.com' };
		const { run } = await ask({}, { credential, n8nUrl: 'http://localhost:5678' });
		expect(run.error?.message).toMatch(/Linq cannot deliver to .* set N8N_WEBHOOK_URL/);
		expect(routes()).toEqual([]);
	});
});

test('with Execute Once it asks one question for all items', async () => {
	const { run } = await ask({}, { settings: { executeOnce: true } }, [{}, {}]);
	expect(run.run.status).toBe('waiting');
});

test('a question not sent leaves no subscription, and Continue gives an error item', async () => {
	sandbox().world.faults.add({
		operation_id: 'sendMessageToChat',
		status: 400,
		code: 1005,
		times: 2,
	});
	const stopped = await ask();
	expect(stopped.run.error?.message).toBeTruthy();
	expect(subscriptions()).toEqual([]);
	const { run } = await ask({}, { settings: { onError: 'continueRegularOutput' } });
	expect(run.json).toEqual([
		{ error: expect.any(String) as string, details: expect.any(String) as string },
	]);
	expect(subscriptions()).toEqual([]);
});

test('where the recipient cannot be messaged, the item says so, and nobody waits', async () => {
	await client().receive(seeded.ava, 'STOP');
	const { run } = await ask({ options: { ifCannotBeMessaged: 'output' } });
	expect(run.run.status).toBe('success');
	expect(run.json[0]).toMatchObject({ outcome: 'opted_out', approved: false, timed_out: false });
	expect(subscriptions()).toEqual([]);
});

test('an answer that is there before n8n could wait is taken at once', async () => {
	await client().receive(seeded.ava, 'no');
	const key = { options: sendOnce('exactKey', 'asked-before') };
	const first = await ask(key);
	expect(first.run.run.status).toBe('waiting');
	await client().receive(seeded.ava, 'yes!');
	const again = await ask(key);
	expect(again.run.run.status).toBe('success');
	expect(again.run.json[0]).toMatchObject({
		event: 'message.received',
		text: 'yes!',
		from: seeded.ava,
		approved: true,
		timed_out: false,
	});
	expect(subscriptions().map(({ id }) => id)).toEqual([
		(first.question as { subscriptionId?: string }).subscriptionId,
	]);
});

test('it sweeps what waits of this n8n left, and nothing else', async () => {
	const clock = new TurnedClock();
	const kept = await ask({ waitAmount: 2 });
	await ask({ waitAmount: 5, waitUnit: 'minutes' });
	expect(kept.run.run.status).toBe('waiting');
	const [ofKept] = subscriptions();
	if (!ofKept) throw new Error('There is no subscription');
	const url = ofKept.targetUrl;
	const foreign = new URL(url);
	foreign.port = '1';
	foreign.searchParams.set('until', '5');
	const likeOurs = omit(ofKept, 'id', 'secret', 'routingKeys');
	const isActive = false;
	sandbox().world.state.subscriptions.add({ ...likeOurs, isActive, targetUrl: foreign.toString() });
	expect(subscriptions()).toHaveLength(3);
	clock.install();
	clock.time = Date.now() + 10 * 60_000;
	await ask();
	jest.restoreAllMocks();
	const left = subscriptions().map(({ targetUrl }) => targetUrl);
	expect(left).toHaveLength(3);
	expect(left).toEqual(expect.arrayContaining([url, foreign.toString()]));
});
