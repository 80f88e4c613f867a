import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { FaultRule } from '../../../../sandbox/faults.mts';
import { NODE } from '../../../support/engine/workflow.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

/*
 * Whatever goes wrong on the way, Linq gets nothing twice, gets all that n8n calls sent, and gets
 * the messages of a lane in the order of the items. Executions are random, n8n's engine is the
 * real one, and what went out is read from the sandbox, which is on the other side of a socket.
 *
 * SEED=… repeats a run, RUNS=… makes more of them; on a busy machine it ends early, after 80 s.
 */

const seed = Number(process.env.SEED) || Date.now() % 2 ** 31;
const numRuns = Number(process.env.RUNS) || 100;

const time = new TurnedClock();
const { run, sandbox } = useSandbox({ now: time.now });

beforeEach(() => time.install());

afterEach(() => jest.restoreAllMocks());

/** How items are sent, and what names their lanes. */
const WAYS = {
	message: {
		resource: 'message',
		operation: 'send',
		parameters: { chatId: locator('={{ $json.lane }}'), text: '={{ $json.name }}' },
		lanes: [seeded.chatWithAva, seeded.chatWithBen, seeded.smsChat, seeded.group],
	},
	chat: {
		resource: 'chat',
		operation: 'create',
		parameters: {
			from: locator(seeded.line, 'phone'),
			to: '={{ $json.lane }}',
			text: '={{ $json.name }}',
		},
		lanes: Array.from({ length: 8 }, (_, i) => `+1202555019${i}`),
	},
	person: {
		resource: 'message',
		operation: 'sendToPerson',
		parameters: { to: '={{ $json.lane }}', text: '={{ $json.name }}' },
		lanes: Array.from({ length: 8 }, (_, i) => `+1202555018${i}`),
	},
	memo: {
		resource: 'voiceMemo',
		operation: 'send',
		parameters: {
			chatId: locator('={{ $json.lane }}'),
			voiceMemoUrl: '=https://example.com/{{ $json.name }}.m4a',
		},
		lanes: [seeded.chatWithAva, seeded.chatWithBen, seeded.group],
	},
};

const fault: fc.Arbitrary<FaultRule> = fc
	.record({
		what: fc.constantFrom<FaultRule>(
			{ status: 429, retry_after: 7 },
			{ status: 429 },
			{ status: 503, retry_after: 2 },
			{ status: 503 },
			{ status: 500 },
			{ status: 504 },
			{ html: true },
			{ reset: 'before' },
			{ reset: 'after' },
			{ delay_ms: 2 },
			{ status: 403, code: 2024 },
		),
		share: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
		times: fc.integer({ min: 1, max: 30 }),
		seed: fc.integer({ min: 1, max: 1_000 }),
	})
	.map(({ what, ...when }) => ({ ...what, ...when }));

const execution = fc.record({
	way: fc.constantFrom(...(Object.keys(WAYS) as Array<keyof typeof WAYS>)),
	/** The lane of each item. */
	items: fc.array(fc.nat({ max: 7 }), { minLength: 2, maxLength: 80, size: 'max' }),
	faults: fc.array(fault, { maxLength: 4 }),
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
	retryOnFail: fc.boolean(),
	maxConcurrentRequests: fc.integer({ min: 1, max: 12 }),
	/** After how many requests the user cancels. */
	cancelAfter: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined, freq: 6 }),
});

let executions = 0;

type Execution = typeof execution extends fc.Arbitrary<infer T> ? T : never;

/** The names of the messages of an execution, in the order in which they went out. */
function wentOut(prefix: string): string[] {
	return [...sandbox().world.state.messages.all()]
		.filter(({ direction }) => direction === 'outbound')
		.sort((a, b) => a.seq - b.seq)
		.flatMap(({ parts }) =>
			parts.flatMap((part) => {
				const name = part.type === 'text' ? part.value : part.type === 'media' ? part.url : '';
				return name.includes(prefix) ? (/item-\d+/.exec(name) ?? []) : [];
			}),
		);
}

/** Runs one execution and throws for the first promise that is broken. */
async function promises(
	{ way, items, faults, onError, retryOnFail, maxConcurrentRequests, cancelAfter }: Execution,
	deduplication: 'automatic' | 'none',
): Promise<number> {
	const { world } = sandbox();
	world.reset();
	for (const rule of faults) world.faults.add(rule);
	const { resource, operation, parameters, lanes } = WAYS[way];
	// What a cancelled execution left on its way can arrive in the middle of the next one.
	const prefix = `run-${++executions}-`;
	const input = items.map((lane, index) => ({
		name: `${prefix}item-${index}`,
		lane: lanes[lane % lanes.length] ?? '',
	}));
	const user = new AbortController();
	const take = world.faults.take.bind(world.faults);
	let requests = 0;
	const arrival = jest.spyOn(world.faults, 'take').mockImplementation((suspect) => {
		if (++requests === cancelAfter) user.abort();
		return take(suspect);
	});
	const options: IDataObject = { maxConcurrentRequests };
	if (way !== 'memo') options.deduplication = deduplication;
	const result = await run(resource, operation, { ...parameters, options } as never, input, {
		settings: { onError, retryOnFail, maxTries: 3, waitBetweenTries: 1 } as never,
		signal: user.signal,
	});
	arrival.mockRestore();
	const sent = wentOut(prefix);

	const counts = new Map<string, number>();
	for (const name of sent) counts.set(name, (counts.get(name) ?? 0) + 1);
	for (const [name, count] of counts) {
		if (count > 1) throw new Error(`${name} went out ${count} times: twice`);
	}

	const outputs = result.run.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? [];
	for (const item of outputs[0] ?? []) {
		if (item.error || item.json.error) continue;
		const { pairedItem } = item;
		const index = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
		if (!counts.has(`item-${index}`))
			throw new Error(`item-${index} is lost, n8n says it was sent`);
	}
	if (!result.error && cancelAfter === undefined) {
		const told = outputs.flatMap((output) => output ?? []).length;
		if (told !== items.length) throw new Error(`${items.length} items in, ${told} out`);
	}

	// With both, n8n runs the items that failed again, behind those that it went on with.
	if (retryOnFail && onError !== 'stopWorkflow') return sent.length;
	const last = new Map<string, number>();
	for (const name of sent) {
		const index = Number(name.slice('item-'.length));
		const lane = input[index]?.lane ?? '';
		if (index < (last.get(lane) ?? -1)) throw new Error(`${name} of ${lane} is out of order`);
		last.set(lane, index);
	}
	return sent.length;
}

test(`nothing twice, nothing lost, each lane in order (SEED=${seed})`, async () => {
	let total = 0;
	let runs = 0;
	await fc.assert(
		fc.asyncProperty(execution, async (drawn) => {
			total += await promises(drawn, 'automatic');
			runs++;
		}),
		{ seed, numRuns, interruptAfterTimeLimit: 80_000 },
	);
	expect(total).toBeGreaterThan(runs * 5);
}, 120_000);

test('without keys the same search finds messages that went out twice', async () => {
	const result = await fc.check(
		fc.asyncProperty(execution, async (drawn) => void (await promises(drawn, 'none'))),
		{ seed, numRuns: 300, endOnFailure: true },
	);
	expect(String(result.errorInstance)).toMatch(/went out \d times: twice/);
}, 120_000);
