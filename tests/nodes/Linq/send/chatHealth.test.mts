import type { IDataObject } from 'n8n-workflow';

import { locator, routes, seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

const time = new TurnedClock();
const { run, sandbox, client } = useSandbox({ now: time.now });

beforeEach(() => time.install());
afterEach(() => jest.restoreAllMocks());

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;
const ask = (chat: string) => `GET /v3/chats/${chat}`;

const health = (chat_id: string, status: string) => client().act('/health', { chat_id, status });

const send = (items: IDataObject[], ifAtRisk = 'output') =>
	run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat_id }}'),
			text: 'Hello',
			options: { ifAtRisk },
		} as never,
		items,
	);

const outcomes = ({ json }: { json: IDataObject[] }) => json.map(({ outcome }) => outcome);

test('a chat at risk is not written to, and asked about once', async () => {
	await health(AVA, 'AT_RISK');
	const result = await send([AVA, BEN, AVA, BEN].map((chat_id) => ({ chat_id })));
	expect(outcomes(result)).toEqual(['at_risk', 'sent', 'at_risk', 'sent']);
	expect(result.json[0]).toEqual({
		outcome: 'at_risk',
		reason: 'The chat is at risk: Linq advises to write less until the person answers',
		health_status: 'AT_RISK',
	});
	expect(routes(result).sort()).toEqual([
		ask(AVA),
		ask(BEN),
		`POST /v3/chats/${BEN}/messages`,
		`POST /v3/chats/${BEN}/messages`,
	]);
});

test('only critical ones are held back where that is wanted, and none by default', async () => {
	await health(AVA, 'AT_RISK');
	await health(BEN, 'CRITICAL');
	const items = [{ chat_id: AVA }, { chat_id: BEN }];
	expect(outcomes(await send(items))).toEqual(['at_risk', 'critical']);
	expect(outcomes(await send(items, 'outputCritical'))).toEqual(['sent', 'critical']);
	expect(routes(await send(items, 'send')).map((route) => route.slice(0, 4))).toEqual([
		'POST',
		'POST',
	]);
});

test.each<[string, IDataObject]>([
	['Chat > Get', { chat_id: AVA, health_status: 'CRITICAL' }],
	['Linq itself', { id: AVA, chat_id: AVA, health_status: { status: 'CRITICAL' } }],
	[
		'an event',
		{ chat_id: AVA, data: { chat: { id: AVA, health_status: { status: 'CRITICAL' } } } },
	],
])('an item of %s carries the health of its chat', async (_, item) => {
	const result = await send([item]);
	expect(outcomes(result)).toEqual(['critical']);
	expect(result.requests).toEqual([]);
});

test('the health of another chat in an item does not count', async () => {
	const result = await run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator(BEN),
			text: 'Hello',
			options: { ifAtRisk: 'output' },
		} as never,
		[{ chat_id: AVA, health_status: 'CRITICAL' }],
	);
	expect(outcomes(result)).toEqual(['sent']);
	expect(routes(result)[0]).toBe(ask(BEN));
});

describe('where Linq chooses the chat', () => {
	const to = (person: string, operation: 'create' | 'send', input: IDataObject = {}) =>
		run(
			operation === 'create' ? 'chat' : 'message',
			operation,
			{
				...(operation === 'create' && { fromLine: locator(seeded.line, 'phone') }),
				to: person,
				text: 'Hello',
				options: { ifAtRisk: 'output' },
			} as never,
			[input],
		);

	test.each(['create', 'send'] as const)('%s finds it by the people', async (operation) => {
		await health(AVA, 'CRITICAL');
		expect(outcomes(await to(seeded.ava, operation))).toEqual(['critical']);
		expect(outcomes(await to(seeded.ben, operation))).toEqual(['sent']);
		expect(outcomes(await to('+12025550199', operation))).toEqual(['sent']);
	});

	test('groups that somebody is in do not count, and for a group it is the group', async () => {
		const members = `${seeded.ava}, ${seeded.ben}`;
		const { json } = await to(members, 'send');
		await health(json[0]?.chat_id as string, 'CRITICAL');
		expect(outcomes(await to(seeded.ava, 'send'))).toEqual(['sent']);
		expect(outcomes(await to(members, 'send'))).toEqual(['critical']);
	});

	test('of several chats, the one in which something was said last counts', async () => {
		const { json } = await run('chat', 'create', {
			fromLine: locator(seeded.secondLine, 'phone'),
			to: seeded.ava,
			text: 'Hello',
		});
		time.time += 1_000;
		await health(json[0]?.chat_id as string, 'CRITICAL');
		expect(outcomes(await to(seeded.ava, 'send'))).toEqual(['critical']);
		expect(outcomes(await to(seeded.ava, 'create'))).toEqual(['sent']);
	});

	test('a list of chats carries it too', async () => {
		const chat = { chat_id: AVA, line: seeded.line, participants: [seeded.ava] };
		const result = await to(seeded.ava, 'create', { ...chat, health_status: 'AT_RISK' });
		expect(outcomes(result)).toEqual(['at_risk']);
		expect(result.requests).toEqual([]);
		const other = { ...chat, line: seeded.secondLine, health_status: 'AT_RISK' };
		expect(outcomes(await to(seeded.ava, 'create', other))).toEqual(['sent']);
	});
});

test('a lookup that fails for a while is repeated; one that fails for good is the error', async () => {
	sandbox().world.faults.add({ operation_id: 'getChat', status: 500, times: 2 });
	expect(outcomes(await send([{ chat_id: AVA }]))).toEqual(['sent']);
	sandbox().world.faults.add({ operation_id: 'getChat', status: 500 });
	const result = await send([{ chat_id: AVA }, { chat_id: AVA }]);
	expect(result.error).toBeDefined();
	expect(routes(result)).not.toContain(`POST /v3/chats/${AVA}/messages`);
});

test('Retry On Fail does not ask again what is known', async () => {
	sandbox().world.faults.add({
		chat_id: BEN,
		operation_id: 'sendMessageToChat',
		status: 403,
		times: 1,
	});
	const result = await run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat_id }}'),
			text: 'Hello',
			options: { ifAtRisk: 'output' },
		} as never,
		[{ chat_id: AVA }, { chat_id: BEN }],
		{ settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
	);
	expect(outcomes(result)).toEqual(['sent', 'sent']);
	expect(
		routes(result)
			.filter((route) => route.startsWith('GET'))
			.sort(),
	).toEqual([ask(AVA), ask(BEN)]);
});

test('Retry On Fail asks again what Linq could not tell', async () => {
	sandbox().world.faults.add({ operation_id: 'getChat', status: 500, times: 5 });
	const result = await run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator(AVA),
			text: 'Hello',
			options: { ifAtRisk: 'output' },
		} as never,
		[{}],
		{ settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
	);
	expect(outcomes(result)).toEqual(['sent']);
});

test('the answer to the lookup leaves no doubt whether the message was sent', async () => {
	sandbox().world.faults.add({ operation_id: 'getChat', reset: 'after' });
	const { error } = await send([{ chat_id: AVA }, { chat_id: BEN }]);
	expect(error?.description).not.toMatch(/not known/);
});
