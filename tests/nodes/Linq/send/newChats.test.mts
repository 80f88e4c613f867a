import type { IDataObject, INode } from 'n8n-workflow';

import { locator, routes, seeded, useSandbox, type LinqRun } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { run, sandbox, client } = useSandbox({ now: time.now });

beforeEach(() => time.install());
afterEach(() => jest.restoreAllMocks());

const stranger = (number: number) => `+1202555${String(1000 + number)}`;
const strangers = (count: number) => Array.from({ length: count }, (_, at) => stranger(at));

const create = (
	people: string[],
	options: IDataObject,
	settings: Partial<INode> = {},
	line = (_person: string, _at: number) => seeded.line,
) =>
	run(
		'chat',
		'create',
		{
			fromLine: { __rl: true, mode: 'phone', value: '={{ $json.line }}' },
			to: '={{ $json.to }}',
			text: '={{ $json.text }}',
			options,
		} as never,
		people.map((to, at) => ({ to, line: line(to, at), text: `Item ${at}` })),
		{ settings },
	);

const toPerson = (people: string[], options: IDataObject, parameters: IDataObject = {}) =>
	run(
		'message',
		'send',
		{ to: '={{ $json.to }}', text: 'Hello', options, ...parameters } as never,
		people.map((to) => ({ to })),
	);

const outcomes = ({ json }: { json: IDataObject[] }) => json.map(({ outcome }) => outcome);
const count = (result: LinqRun, outcome: string) =>
	outcomes(result).filter((one) => one === outcome).length;
const sends = (result: LinqRun) => routes(result).filter((route) => route.startsWith('POST'));

describe('New Chats at Most', () => {
	test('counts people whom the line has no chat with; the rest come out as postponed', async () => {
		const people = [...strangers(3), seeded.ava, ...strangers(6).slice(3), seeded.ben];
		const result = await create(people, { newChatsAtMost: 4 });
		expect(outcomes(result)).toEqual([
			'sent',
			'sent',
			'sent',
			'sent',
			'sent',
			'postponed',
			'postponed',
			'sent',
		]);
		expect(result.json[5]?.reason).toBe(
			'It would open a new chat, and this run has opened as many as New Chats at Most allows (4)',
		);
		expect(sends(result)).toHaveLength(6);
	});

	test('counts for each line', async () => {
		const { line, secondLine } = seeded;
		const result = await create(strangers(6), { newChatsAtMost: 2 }, {}, (_, at) =>
			at % 2 === 0 ? line : secondLine,
		);
		expect(outcomes(result)).toEqual(['sent', 'sent', 'sent', 'sent', 'postponed', 'postponed']);
	});

	test('counts a person once, and never lets a later item overtake', async () => {
		const [one = '', two = ''] = strangers(2);
		const result = await create([one, one, two, two, one], { newChatsAtMost: 1 });
		expect(outcomes(result)).toEqual(['sent', 'sent', 'postponed', 'postponed', 'sent']);
	});

	test('nor does one that may open more', async () => {
		const result = await run(
			'chat',
			'create',
			{
				fromLine: locator(seeded.line, 'phone'),
				to: '={{ $json.to }}',
				text: 'Hello',
				options: { newChatsAtMost: '={{ $json.most }}' },
			} as never,
			[
				{ to: stranger(0), most: 1 },
				{ to: stranger(1), most: 1 },
				{ to: stranger(1), most: 5 },
			],
		);
		expect(outcomes(result)).toEqual(['sent', 'postponed', 'postponed']);
	});

	test('where Linq chooses the line, in all', async () => {
		const result = await toPerson([...strangers(3), seeded.ava], { newChatsAtMost: 2 });
		expect(outcomes(result)).toEqual(['sent', 'sent', 'postponed', 'sent']);
	});

	test('0 writes to nobody new', async () => {
		const result = await toPerson([stranger(0), seeded.ava], { newChatsAtMost: 0 });
		expect(outcomes(result)).toEqual(['postponed', 'sent']);
	});

	test('who cannot be messaged does not count, so that a list never gets stuck', async () => {
		for (const to of strangers(5)) {
			sandbox().world.faults.add({ to, operation_id: 'createChat', status: 403, code: 2024 });
		}
		const options = { newChatsAtMost: 3, ifCannotBeMessaged: 'output' };
		const result = await create(strangers(10), options);
		expect(outcomes(result)).toEqual([
			...Array<string>(5).fill('opted_out'),
			'sent',
			'sent',
			'sent',
			'postponed',
			'postponed',
		]);
	});

	test('counts in the order of the items, whenever Linq answers', async () => {
		// The answers to the first lookups are the last to come.
		for (const to of strangers(3)) {
			sandbox().world.faults.add({ to, operation_id: 'createChat', delay_ms: 1 });
		}
		const { faults } = sandbox().world;
		let lookups = 0;
		const take = faults.take.bind(faults);
		jest.spyOn(faults, 'take').mockImplementation((suspect) => {
			const found = take(suspect);
			if (suspect.operationId !== 'listChats') return found;
			return { ...found, delay_ms: lookups++ < 3 ? 60 : 0 } as never;
		});
		const result = await create(strangers(6), { newChatsAtMost: 3 });
		expect(outcomes(result)).toEqual([
			'sent',
			'sent',
			'sent',
			'postponed',
			'postponed',
			'postponed',
		]);
	});

	test('one lookup that has to wait for Linq needs a slot, and gets it', async () => {
		sandbox().world.faults.add({
			operation_id: 'listChats',
			status: 429,
			retry_after: 30,
			times: 1,
		});
		const result = await create(strangers(6), { newChatsAtMost: 3, maxConcurrentRequests: 1 });
		expect(count(result, 'sent')).toBe(3);
		expect(outcomes(result).slice(0, 3)).toEqual(['sent', 'sent', 'sent']);
	});

	test('what may have been sent counts', async () => {
		sandbox().world.faults.add({ to: stranger(0), operation_id: 'createChat', reset: 'after' });
		const result = await create(
			strangers(3),
			{ newChatsAtMost: 1 },
			{ onError: 'continueRegularOutput' },
		);
		expect(outcomes(result)).toEqual([undefined, 'postponed', 'postponed']);
	});

	test('Stop ends the items that wait for the count', async () => {
		sandbox().world.faults.add({ to: stranger(0), operation_id: 'createChat', status: 400 });
		const result = await create(strangers(200), { newChatsAtMost: 1 });
		expect(result.error?.description).toMatch(/0 of 200 items were sent/);
		expect(sends(result)).toHaveLength(1);
	});

	test('Retry On Fail counts on', async () => {
		sandbox().world.faults.add({
			to: stranger(1),
			operation_id: 'createChat',
			status: 403,
			times: 1,
		});
		const result = await create(
			strangers(4),
			{ newChatsAtMost: 2 },
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		);
		expect(outcomes(result)).toEqual(['sent', 'sent', 'postponed', 'postponed']);
		expect(
			sandbox()
				.world.state.chats.all()
				.filter(({ handles }) => handles.some(({ handle }) => handle.startsWith('+12025551'))),
		).toHaveLength(2);
	});

	test('the next run with the same key goes on where this one ended', async () => {
		const options = { newChatsAtMost: 4, ...sendOnce('key', '=sale {{ $json.to }}') };
		const rounds: LinqRun[] = [];
		for (let round = 0; round < 3; round++) rounds.push(await create(strangers(10), options));
		expect(rounds.map((result) => count(result, 'postponed'))).toEqual([6, 2, 0]);
		for (const person of strangers(10)) {
			const chat = sandbox().world.state.chats.reusable(seeded.line, [person]);
			expect(sandbox().world.state.messages.ofChat(chat?.id ?? '')).toHaveLength(1);
		}
	});

	test.each(['', 'many', -1, 1.5])('%j is refused', async (newChatsAtMost) => {
		const { error, requests } = await toPerson([seeded.ava], { newChatsAtMost });
		expect(error?.message).toBe(`New Chats at Most is not a whole number: "${newChatsAtMost}"`);
		expect(requests).toEqual([]);
	});
});

describe('First Message', () => {
	const media = {
		messageType: 'parts',
		parts: { part: [{ type: 'media', source: 'url', url: 'https://example.com/a.png' }] },
	};
	const link = {
		messageType: 'link',
		link: 'https://a.example',
	};
	const refuse = { firstMessage: 'refuse' };

	test.each<[string, IDataObject]>([
		['a file', media],
		['a link', link],
		['a link', { text: 'See https://a.example' }],
		['a link', { text: 'See www.a.example' }],
		[
			'an experience',
			{
				messageType: 'experience',
				experienceName: 'agentcard',
				experienceAction: 'attach_card',
				experienceParams: '{"url": "https://example.com"}',
			},
		],
	])('refuses %s in a new chat, and only there: %j', async (what, parameters) => {
		const refused = await toPerson([stranger(0)], refuse, parameters);
		expect(refused.error?.message).toBe(
			`This would be the first message of a new chat, and it has ${what} in it`,
		);
		expect(sends(refused)).toEqual([]);
		const known = await toPerson([seeded.ava], refuse, parameters);
		expect(known.error).toBeUndefined();
		expect(sends(known)).toHaveLength(1);
	});

	test('words go without a question to Linq', async () => {
		expect(routes(await toPerson([stranger(0)], refuse))).toEqual(['POST /v3/messages']);
	});

	test('nothing changes without the option', async () => {
		expect(routes(await toPerson([stranger(0)], {}, media))).toEqual(['POST /v3/messages']);
	});

	test('what follows a first message in the same run is no first one', async () => {
		const result = await run(
			'message',
			'send',
			{
				to: stranger(0),
				text: '={{ $json.text }}',
				options: { ...refuse, newChatsAtMost: 1 },
			} as never,
			[{ text: 'Hello' }, { text: 'https://a.example' }],
		);
		expect(outcomes(result)).toEqual(['sent', 'sent']);
	});

	test('a chat that somebody else has opened counts as one', async () => {
		await client().receive(stranger(0), 'Hi');
		expect((await toPerson([stranger(0)], refuse, link)).error).toBeUndefined();
	});
});
