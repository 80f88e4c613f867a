import * as fc from '../../../support/properties.mts';
import type { IDataObject, INode } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import type { FaultRule } from '../../../../sandbox/faults.mts';
import { runAgent } from '../../../support/engine/agent.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { NODE } from '../../../support/engine/workflow.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import { watchQueues } from '../../../support/queues.mts';
import { sendOnce } from '../../../support/sendOnce.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

/*
 * Whatever goes wrong on the way, Linq gets nothing twice, gets all that n8n calls sent, and gets
 * the messages of a lane in the order of the items. Executions are random, n8n's engine is the
 * real one, and what was sent is read from the sandbox, which is on the other side of a socket.
 *
 * The node runs once, several times in a loop, or as the tool of an agent; expressions throw, Linq's
 * answers are cut or have another body, the user cancels, n8n retries.
 */

const time = new TurnedClock();
const { run, sandbox, credential } = useSandbox({ now: time.now });

beforeEach(() => time.install());

afterEach(() => jest.restoreAllMocks());

/** The item's name in its run; throws for items that say so. */
const NAME = `{{ $json.broken ? $('No such node').first().json : $json.name + '-' + ($json.loop ?? 0) }}`;

/** How items are sent, and what names their lanes. */
const WAYS = {
	message: {
		resource: 'message',
		operation: 'send',
		parameters: { sendTo: 'chat', chatId: locator('={{ $json.lane }}'), text: `=${NAME}` },
		lanes: [seeded.chatWithAva, seeded.chatWithBen, seeded.smsChat, seeded.group],
	},
	chat: {
		resource: 'chat',
		operation: 'create',
		parameters: {
			fromLine: locator(seeded.line, 'phone'),
			to: '={{ $json.lane }}',
			text: `=${NAME}`,
		},
		lanes: Array.from({ length: 8 }, (_, i) => `+1202555019${i}`),
	},
	person: {
		resource: 'message',
		operation: 'send',
		parameters: { to: '={{ $json.lane }}', text: `=${NAME}` },
		lanes: Array.from({ length: 8 }, (_, i) => `+1202555018${i}`),
	},
	memo: {
		resource: 'voiceMemo',
		operation: 'send',
		parameters: {
			chatId: locator('={{ $json.lane }}'),
			voiceMemoUrl: `=https://example.com/${NAME}.m4a`,
		},
		lanes: [seeded.chatWithAva, seeded.chatWithBen, seeded.group],
	},
};

/** The arguments of a tool take the place of the item. */
const asTool = (parameters: IDataObject): IDataObject =>
	JSON.parse(
		JSON.stringify(parameters)
			.replaceAll(JSON.stringify(NAME).slice(1, -1), "{{ $fromAI('name', '', 'string') }}")
			.replaceAll('{{ $json.lane }}', "{{ $fromAI('lane', '', 'string') }}"),
	) as IDataObject;

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
			{ body: 'accepted' },
			{ body: '{"accepted":true}' },
			{ status: 403, code: 2024 },
		),
		share: fc.oneof(
			{ weight: 3, arbitrary: fc.double({ min: 0.02, max: 0.6, noNaN: true }) },
			// So that the tries of the send path itself can run out.
			{ weight: 1, arbitrary: fc.constant(1) },
		),
		times: fc.integer({ min: 1, max: 30 }),
		seed: fc.integer({ min: 1, max: 1_000 }),
	})
	.map(({ what, ...when }) => ({ ...what, ...when }));

const optional = (arbitrary: fc.Arbitrary<number>, freq: number) =>
	fc.option(arbitrary, { nil: undefined, freq });

const execution = fc.record({
	way: fc.constantFrom(...(Object.keys(WAYS) as Array<keyof typeof WAYS>)),
	called: fc.constantFrom('once', 'once', 'in a loop', 'as a tool'),
	/** The lane of each item. */
	items: fc.array(fc.nat({ max: 7 }), { minLength: 2, maxLength: 60, size: 'max' }),
	faults: fc.array(fault, { maxLength: 4 }),
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
	retryOnFail: fc.boolean(),
	maxConcurrentRequests: fc.integer({ min: 1, max: 12 }),
	/** Items per batch; undefined: all at once. */
	batchSize: optional(fc.integer({ min: 1, max: 10 }), 2),
	/** The item whose expression throws. */
	brokenItem: optional(fc.nat({ max: 59 }), 4),
	/** After how many requests the user cancels. */
	cancelAfter: optional(fc.integer({ min: 1, max: 80 }), 6),
});

let executions = 0;

type Execution = typeof execution extends fc.Arbitrary<infer T> ? T : never;

/** The names of the messages of an execution, in the order in which they were sent. */
function wentOut(prefix: string): string[] {
	return [...sandbox().world.state.messages.all()]
		.filter(({ direction }) => direction === 'outbound')
		.sort((a, b) => a.seq - b.seq)
		.flatMap(({ parts }) =>
			parts.flatMap((part) => {
				const name = part.type === 'text' ? part.value : part.type === 'media' ? part.url : '';
				return name.includes(prefix) ? (/item-\d+-\d+/.exec(name) ?? []) : [];
			}),
		);
}

interface Item extends IDataObject {
	name: string;
	lane: string;
}

/** n8n's report of an execution. */
interface Told {
	/** Names of the items reported as sent. */
	sent: string[];
	/** How many items came in and out; not where the execution ended early. */
	counts?: { in: number; out: number };
}

/** Runs one execution and throws for the first promise that is broken. */
async function promises(drawn: Execution, mode: 'execution' | 'always'): Promise<number> {
	const { way, items, faults, onError, retryOnFail, cancelAfter, brokenItem, called } = drawn;
	const { world } = sandbox();
	world.reset();
	for (const rule of faults) world.faults.add(rule);
	const { lanes } = WAYS[way];
	const prefix = `run-${++executions}-`;
	const input = items.map((lane, index) => ({
		name: `${prefix}item-${index}`,
		lane: lanes[lane % lanes.length] ?? '',
		...(index === brokenItem && { broken: true }),
	}));
	const user = new AbortController();
	const take = world.faults.take.bind(world.faults);
	let requests = 0;
	const arrival = jest.spyOn(world.faults, 'take').mockImplementation((suspect) => {
		if (++requests === cancelAfter && called !== 'as a tool') user.abort();
		return take(suspect);
	});
	const allDone = watchQueues();
	const options: IDataObject = { maxConcurrentRequests: drawn.maxConcurrentRequests };
	if (way !== 'memo') Object.assign(options, sendOnce(mode));
	const setup = {
		settings: { onError, retryOnFail, maxTries: 3, waitBetweenTries: 1 } as Partial<INode>,
		signal: user.signal,
	};
	const told =
		called === 'as a tool'
			? await callAsTool(drawn, input, options, setup.settings)
			: await runAsNode(drawn, input, options, setup);
	// Where an expression ends the node, its items stay held back for good, and none was sent.
	const isEndedByN8n =
		onError === 'stopWorkflow' &&
		called !== 'as a tool' &&
		brokenItem !== undefined &&
		brokenItem < items.length;
	if (!isEndedByN8n) await allDone();
	arrival.mockRestore();
	const sent = wentOut(prefix);

	const counts = new Map<string, number>();
	for (const name of sent) counts.set(name, (counts.get(name) ?? 0) + 1);
	for (const [name, count] of counts) {
		if (count > 1) throw new Error(`${name} went out ${count} times: twice`);
	}
	for (const name of told.sent) {
		if (!counts.has(name)) throw new Error(`${name} is lost, n8n says it was sent`);
	}
	if (told.counts && told.counts.in !== told.counts.out) {
		throw new Error(`${told.counts.in} items in, ${told.counts.out} out`);
	}

	// With both, n8n runs the items that failed again, behind those that it went on with.
	if (retryOnFail && onError !== 'stopWorkflow') return sent.length;
	const last = new Map<string, number>();
	for (const name of sent) {
		const [, item = '', loop = ''] = /item-(\d+)-(\d+)/.exec(name) ?? [];
		const lane = input[Number(item)]?.lane ?? '';
		const place = Number(loop) * items.length + Number(item);
		if (place < (last.get(lane) ?? -1)) throw new Error(`${name} of ${lane} is out of order`);
		last.set(lane, place);
	}
	return sent.length;
}

/** The node in its place in a workflow. */
async function runAsNode(
	{ way, called, batchSize, items, cancelAfter }: Execution,
	input: Item[],
	options: IDataObject,
	setup: Partial<Setup>,
): Promise<Told> {
	const { resource, operation, parameters } = WAYS[way];
	const loops = called === 'in a loop' ? 3 : undefined;
	const requestOptions = batchSize ? { batching: { batch: { batchSize, batchInterval: 1 } } } : {};
	const result = await run(
		resource,
		operation,
		{ ...parameters, options, requestOptions } as never,
		input,
		{ ...setup, loops },
	);
	const runs = result.run.data.resultData.runData[NODE] ?? [];
	const outputs = runs.map(({ data }) => (data?.main ?? []).flatMap((output) => output ?? []));
	return {
		sent: runs.flatMap(({ data }, loop) =>
			(data?.main?.[0] ?? []).flatMap(({ json, error, pairedItem }) => {
				if (error || json.error) return [];
				const item = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
				return [`item-${item}-${loop}`];
			}),
		),
		...(!result.error &&
			cancelAfter === undefined && {
				// A run whose items all take the error output is the last one of its loop.
				counts: { in: items.length * runs.length, out: outputs.flat().length },
			}),
	};
}

/** The node as the tool of an agent; items are calls, one after the other. */
async function callAsTool(
	{ way }: Execution,
	input: Item[],
	options: IDataObject,
	settings: Partial<INode>,
): Promise<Told> {
	const { resource, operation, parameters } = WAYS[way];
	const {
		calls: [calls = []],
	} = await runAgent(
		{
			node: new Linq(),
			credential: credential(),
			parameters: { resource, operation, ...asTool(parameters as never), options } as never,
			settings,
		},
		[input.map(({ name, lane }) => ({ name: `${name}-0`, lane }))],
	);
	const isSent = (answer: string | undefined) => {
		const [item] = JSON.parse(answer ?? '[]') as IDataObject[];
		return item !== undefined && item.error === undefined;
	};
	return {
		sent: calls.flatMap(({ answer }, item) => (isSent(answer) ? [`item-${item}-0`] : [])),
	};
}

test('nothing twice, nothing lost, each lane in order', async () => {
	let total = 0;
	let runs = 0;
	await fc.assert(
		fc.asyncProperty(execution, async (drawn) => {
			total += await promises(drawn, 'execution');
			runs++;
		}),
		{ numRuns: 150 },
	);
	expect(total).toBeGreaterThan(runs * 5);
});

test('without keys the same search finds messages that went out twice', async () => {
	const result = await fc.check(
		fc.asyncProperty(execution, async (drawn) => void (await promises(drawn, 'always'))),
		{ seed: fc.seed, numRuns: 300, endOnFailure: true },
	);
	expect(String(result.errorInstance)).toMatch(/went out \d times: twice/);
});
