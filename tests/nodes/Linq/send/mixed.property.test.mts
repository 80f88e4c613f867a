import * as fc from '../../../support/properties.mts';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { store } from '../../../support/engine/binaryStorage.mts';
import { NODE } from '../../../support/engine/workflow.mts';
import { PNG } from '../../../support/files.mts';
import { seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const time = new TurnedClock();
const { run, sandbox } = useSandbox({ now: time.now });

afterEach(() => jest.restoreAllMocks());

const stranger = (number: number) => `+1202555${String(1000 + number)}`;
/** Just before the window closes. */
const START = Date.UTC(2026, 0, 1, 19, 59, 50);

/** Content of the messages sent to somebody, in order: texts, and `media` for pictures. */
const received = (person: string): string[] => {
	const { chats, messages } = sandbox().world.state;
	const chat = chats.reusable(seeded.line, [person]);
	return messages
		.ofChat(chat?.id ?? '')
		.filter(({ direction }) => direction === 'outbound')
		.flatMap(({ parts }) => parts.map((part) => ('value' in part ? part.value : part.type)));
};

/** The beginning and the end of the text of an item, which are in different messages of several. */
const marksOf = (item: number) => [`A${item}`, `B${item}`];

const faults = fc.array(
	fc.record(
		{
			operation_id: fc.constantFrom(
				'sendMessage',
				'sendMessage',
				'sendMessage',
				'sendMessageToChat',
				'sendMessageToChat',
				'listChats',
				'requestUpload',
				'uploadFile',
				'shareContactWithChat',
				'startTyping',
			),
			kind: fc.constantFrom<IDataObject>(
				{ status: 429, retry_after: 3 },
				{ status: 503 },
				{ status: 500 },
				{ status: 403 },
				{ reset: 'before' },
				{ reset: 'after' },
				{ reset: 'after' },
				{ reset: 'after' },
			),
			times: fc.integer({ min: 1, max: 9 }),
			share: fc.constantFrom(0.5, 1),
			seed: fc.integer({ min: 1, max: 99 }),
		},
		{ requiredKeys: ['operation_id', 'kind', 'times', 'share', 'seed'] },
	),
	{ maxLength: 4 },
);

const combination = fc.record({
	faults,
	people: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }),
	lookup: fc.constantFrom<IDataObject>(
		{},
		{ newChatsAtMost: 2 },
		{ newChatsAtMost: 3, ifAtRisk: 'output' },
	),
	first: fc.constantFrom('split', 'asIs'),
	several: fc.constantFrom<IDataObject>(
		{},
		{ severalMessages: 'blankLines', stopIfAnswered: true },
		{ severalMessages: 'blankLines', messagePause: 0 },
	),
	window: fc.constantFrom<string | undefined>(undefined, 'wait', 'output'),
	card: fc.boolean(),
	link: fc.boolean(),
	file: fc.boolean(),
	limit: fc.constantFrom(1, 2, 100),
	key: fc.constantFrom<IDataObject>({}, sendOnce('key', '=k{{ $json.at }}')),
	settings: fc.constantFrom<Partial<INode>>(
		{},
		{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		{ onError: 'continueRegularOutput' },
		{ onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	),
});

type Combination = typeof combination extends fc.Arbitrary<infer Value> ? Value : never;

const hours = { from: '09:00', until: '20:00' };

const optionsOf = (one: Combination): IDataObject => ({
	...one.lookup,
	...one.several,
	...one.key,
	firstMessage: one.first,
	maxConcurrentRequests: one.limit,
	formatting: 'markdown',
	ifCannotBeMessaged: 'output',
	...(one.card && { shareContactCard: true }),
	...(one.file && { attachFiles: 'photo' }),
	...(one.window && {
		sendWindow: {
			window: { days: [1, 2, 3, 4, 5, 6, 7], ...hours, timeZone: 'UTC', ifOutside: one.window },
		},
		maxWait: 86_400,
	}),
	...(one.settings.onError === 'continueErrorOutput' && { secondOutput: true }),
});

const send = async (one: Combination) => {
	const photo = await store(PNG, 'photo.png', 'image/png');
	const link = one.link ? ' See https://a.example/1' : '';
	const items = one.people.map((person, at) => ({
		to: stranger(person),
		at,
		text: `**A${at}**.${link}\n\nB${at}`,
	}));
	const { error, run: ended } = await run(
		'message',
		'send',
		{ to: '={{ $json.to }}', text: '={{ $json.text }}', options: optionsOf(one) } as never,
		items,
		{ settings: one.settings, files: items.map(() => ({ photo: { ...photo } })) },
	);
	const outputs = ended.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
	return { error, items: outputs.flatMap((output) => output ?? []) };
};

test('whatever is combined: nothing hangs, is sent twice, overtakes, or is called sent without being so', async () => {
	await fc.assert(
		fc.asyncProperty(combination, async (one) => {
			sandbox().world.reset();
			time.time = START;
			time.install();
			for (const { kind, ...rule } of one.faults) {
				sandbox().world.faults.add({ ...rule, ...kind } as never);
			}
			const { error, items } = await send(one);
			if (!error) expect(items).toHaveLength(one.people.length);
			const indexOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;
			const sent = items.filter(({ json }) => json.outcome === 'sent').map(indexOf);
			for (const person of new Set(one.people)) {
				const got = received(stranger(person));
				const marks = got.flatMap((text) => text.match(/\b[AB]\d+\b/g) ?? []);
				const ofPerson = one.people.flatMap((other, at) => (other === person ? [at] : []));
				const inOrder = ofPerson.flatMap(marksOf).filter((mark) => marks.includes(mark));
				// With Continue, Retry On Fail sends what failed behind what did not.
				const mayOvertake = one.settings.onError && one.settings.retryOnFail;
				expect(mayOvertake ? [...marks].sort() : marks).toEqual(
					mayOvertake ? [...inOrder].sort() : inOrder,
				);
				const wanted = ofPerson.filter((at) => sent.includes(at)).flatMap(marksOf);
				expect(marks).toEqual(expect.arrayContaining(wanted));
				const pictures = got.filter((text) => text === 'media').length;
				expect(pictures).toBeLessThanOrEqual(one.file ? ofPerson.length : 0);
			}
		}),
		// One that hangs is told as such.
		{ numRuns: 25, timeout: 15_000 },
	);
});
