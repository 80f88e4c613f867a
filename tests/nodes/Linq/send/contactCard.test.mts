import type { IDataObject, INode } from 'n8n-workflow';

import { locator, routes, seeded, useSandbox, type LinqRun } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { run, sandbox } = useSandbox({ now: time.now });

const HOUR = 3_600_000;

const giveCard = () =>
	sandbox().world.state.contactCards.set({
		phone_number: seeded.line,
		first_name: 'Linq',
		is_active: true,
	} as never);

beforeEach(() => {
	// The process remembers what it has shared; another day for each test.
	time.time += 48 * HOUR;
	time.install();
	giveCard();
});
afterEach(() => jest.restoreAllMocks());

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;
const share = (chat: string) => `POST /v3/chats/${chat}/share_contact_card`;
const text = (chat: string) => `POST /v3/chats/${chat}/messages`;

const send = (
	chats: string[],
	settings: Partial<INode> = {},
	staticData: IDataObject = {},
	options: IDataObject = {},
) =>
	run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat }}'),
			text: 'Hello',
			options: { shareContactCard: true, ...options },
		} as never,
		chats.map((chat) => ({ chat })),
		{ settings, staticData },
	);

const cards = ({ json }: LinqRun) => json.map(({ contact_card: card }) => card);

test('is shared behind the first message of a chat, once a day', async () => {
	const first = await send([AVA, AVA, BEN]);
	expect(cards(first)).toEqual(['shared', 'shared_before', 'shared']);
	const ofAva = routes(first).filter((route) => route.includes(AVA));
	expect(ofAva).toEqual([text(AVA), share(AVA), text(AVA)]);
	time.time += 23 * HOUR;
	expect(cards(await send([AVA]))).toEqual(['shared_before']);
	time.time += 2 * HOUR;
	expect(cards(await send([AVA]))).toEqual(['shared']);
});

test('another process knows it from the workflow', async () => {
	const staticData: IDataObject = {};
	await send([AVA], {}, staticData);
	await jest.isolateModulesAsync(async () => {
		const { wasShared } = await import('../../../../nodes/Linq/send/after/cardLog.ts');
		const { clock } = await import('../../../../nodes/Linq/send/clock.ts');
		clock.now = time.now;
		const ask = (chat: string) =>
			wasShared({ getWorkflowStaticData: () => staticData.global ?? {} } as never, chat);
		expect([ask(AVA), ask(BEN)]).toEqual([true, false]);
	});
});

test.each([
	[
		'chat',
		'create',
		{ fromLine: locator(seeded.line, 'phone'), to: '+12025550199', text: 'Hello' },
	],
	['message', 'send', { to: '+12025550199', text: 'Hello' }],
	['voiceMemo', 'send', { chatId: locator(AVA), voiceMemoUrl: 'https://example.com/memo.m4a' }],
	[
		'poll',
		'create',
		{ chatId: locator(AVA), pollChoices: { choice: [{ text: 'One' }, { text: 'Two' }] } },
	],
])('%s > %s shares it', async (resource, operation, parameters) => {
	const result = await run(resource, operation, {
		...parameters,
		options: { shareContactCard: true },
	} as never);
	expect(result.error).toBeUndefined();
	expect(cards(result)).toEqual(['shared']);
	expect(routes(result)).toHaveLength(2);
});

test.each<[string, object, RegExp]>([
	['no card', {}, /contact card.*2012/],
	['an error', { status: 500 }, /3006|Linq error/],
	['no answer', { reset: 'after' }, /did not answer|connection|closed/i],
	['a pause', { status: 429, retry_after: 60 }, /too many requests/],
])('%s: the message is sent all the same, once, and says why', async (what, fault, reason) => {
	if (what === 'no card') sandbox().world.reset();
	else sandbox().world.faults.add({ operation_id: 'shareContactWithChat', ...fault });
	const result = await send([AVA], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
	expect(result.error).toBeUndefined();
	expect(result.json[0]).toMatchObject({ chat_id: AVA, contact_card: 'not_shared' });
	expect(result.json[0]?.contact_card_reason).toMatch(reason);
	expect(routes(result)).toEqual([text(AVA), share(AVA)]);
});

test('a card that may have been shared is not shared again, a refused one is', async () => {
	const { faults } = sandbox().world;
	faults.add({ operation_id: 'shareContactWithChat', reset: 'after', times: 1 });
	expect(cards(await send([AVA, AVA]))).toEqual(['not_shared', 'shared_before']);
	faults.add({ operation_id: 'shareContactWithChat', status: 429, times: 1 });
	expect(cards(await send([BEN, BEN]))).toEqual(['not_shared', 'shared']);
});

test('a message that is not sent brings no card, nor does one of an earlier run', async () => {
	sandbox().world.faults.add({ chat_id: AVA, status: 403, code: 2024, times: 1 });
	const options = { ifCannotBeMessaged: 'output', ...sendOnce('key', 'sale') };
	const refused = await send([AVA], {}, {}, options);
	expect(routes(refused)).toEqual([text(AVA)]);
	expect(cards(await send([BEN], {}, {}, options))).toEqual(['shared']);
	time.time += 48 * HOUR;
	const replay = await send([BEN], {}, {}, options);
	expect(replay.requests.map(({ replayed }) => replayed)).toEqual([true]);
	expect(cards(replay)).toEqual(['shared_before']);
});

test('without the option nothing is shared', async () => {
	const result = await send([AVA], {}, {}, { shareContactCard: false });
	expect(cards(result)).toEqual([undefined]);
	expect(routes(result)).toEqual([text(AVA)]);
});

describe('too many new chats', () => {
	const people = (count: number) =>
		Array.from({ length: count }, (_, at) => ({ to: `+1202555${1000 + at}` }));

	test.each([
		['chat', 'create'],
		['message', 'send'],
	])('%s > %s gives a hint from the 50th on', async (resource, operation) => {
		const parameters = {
			...(operation === 'create' && { fromLine: locator(seeded.line, 'phone') }),
			to: '={{ $json.to }}',
			text: 'Hello',
			options: sendOnce('key', '=sale {{ $json.to }}'),
		} as never;
		const list = [{ to: seeded.ava }, ...people(51)];
		const { json } = await run(resource, operation, parameters, list);
		const hints = json.map(({ hint }) => hint).filter(Boolean);
		expect(hints).toHaveLength(2);
		expect(hints[0]).toMatch(/^This is new chat number 50 of \+12025550100 in this run/);
		time.time += HOUR;
		const again = await run(resource, operation, parameters, list);
		expect(again.json.filter(({ hint }) => hint)).toEqual([]);
	});
});
