import type { IDataObject } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { runAgent, runNewAgent } from '../../../support/engine/agent.mts';
import { retryRun } from '../../../support/engine/run.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

const time = new TurnedClock();
const { run, sandbox, credential } = useSandbox({ now: time.now });

beforeEach(() => time.install());

afterEach(() => jest.restoreAllMocks());

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;
const EVENT: IDataObject = { event: 'message.received', event_id: 'event-1', chat_id: AVA };
const OTHER_EVENT: IDataObject = { ...EVENT, event_id: 'event-2' };

const TEXT = { sendTo: 'chat', chatId: locator('={{ $json.chat_id ?? $json.chat }}'), text: 'Item' };

/** Answers what started the workflow, as a published workflow does. */
const reply = (items: IDataObject[], setup: Partial<Setup> = {}) =>
	run('message', 'send', TEXT as never, items, { startedByLinq: true, mode: 'webhook', ...setup });

/** Texts of ours that arrived. */
const arrived = (chat: string) =>
	sandbox()
		.world.state.messages.ofChat(chat)
		.filter(({ parts }) => parts.some((part) => part.type === 'text' && part.value === 'Item'))
		.length;

const keys = () =>
	sandbox()
		.world.record.all()
		.map(({ idempotencyKey }) => idempotencyKey);

describe('an execution that Linq Trigger started', () => {
	test('sends once for each event, however often the event starts one', async () => {
		await reply([EVENT]);
		await reply([EVENT]);
		await reply([OTHER_EVENT]);
		expect(arrived(AVA)).toBe(2);
		expect(new Set(keys()).size).toBe(2);
	});

	test('sends again when it is started by hand, e.g. with a pinned event', async () => {
		await reply([EVENT]);
		await reply([EVENT], { mode: 'manual' });
		expect(arrived(AVA)).toBe(2);
	});

	test('sends each time in a loop', async () => {
		await reply([EVENT], { loops: 3 });
		expect(arrived(AVA)).toBe(3);
	});

	test.each([
		['an older agent', (setup: Setup) => runAgent(setup, [[{ text: 'Item' }]], EVENT)],
		['an agent of today', (setup: Setup) => runNewAgent(setup, { text: 'Item' }, EVENT)],
	])('sends once for each event as the tool of %s', async (_, start) => {
		const setup: Setup = {
			node: new Linq(),
			credential: credential(),
			startedByLinq: true,
			mode: 'webhook',
			parameters: {
				resource: 'message',
				operation: 'send',
				sendTo: 'chat',
				chatId: locator(AVA),
				text: "={{ $fromAI('text', '', 'string') }}",
			},
		};
		await start(setup);
		await start(setup);
		expect(keys()).toHaveLength(2);
		expect(arrived(AVA)).toBe(1);
	});
});

describe('n8n’s Retry of a failed execution', () => {
	const items = [{ chat: AVA }, { chat: BEN }, { chat: AVA }];
	const setup: Partial<Setup> = { mode: 'trigger' };

	/** An execution in which the item for Ben fails. */
	const failOnce = async (more: Partial<Setup> = {}) => {
		sandbox().world.faults.add({ chat_id: BEN, status: 403, times: 1 });
		const failed = await run('message', 'send', TEXT as never, items, { ...setup, ...more });
		expect(failed.error).toBeDefined();
		return failed.run;
	};

	const retry = (failed: Parameters<typeof retryRun>[1]) =>
		retryRun(
			{
				node: new Linq(),
				credential: credential(),
				parameters: { resource: 'message', operation: 'send', ...TEXT } as never,
			},
			failed,
		);

	test('sends what is missing, and nothing twice', async () => {
		const { error } = await retry(await failOnce());
		expect(error).toBeUndefined();
		expect(arrived(AVA)).toBe(2);
		expect(arrived(BEN)).toBe(1);
	});

	test('of a retry does not, either', async () => {
		const failed = await failOnce();
		sandbox().world.faults.add({ chat_id: BEN, status: 403, times: 1 });
		const again = await retry(failed);
		expect(again.error).toBeDefined();
		expect((await retry(again.run)).error).toBeUndefined();
		expect(arrived(AVA)).toBe(2);
		expect(arrived(BEN)).toBe(1);
	});

	test('sends what Linq accepted and could not deliver again, each time once', async () => {
		const failed = await failOnce();
		const kept = () =>
			keys().flatMap((key) => sandbox().world.state.messageKeys.find(String(key)) ?? []);
		for (const { answer } of kept()) {
			(answer.body as { message: { delivery_status: string } }).message.delivery_status = 'failed';
		}
		const before = arrived(AVA);
		expect(before).toBeGreaterThan(0);
		const again = await retry(failed);
		expect(again.error).toBeUndefined();
		expect(arrived(AVA)).toBe(before + 2);
		expect(new Set(again.json.map((json) => json.idempotency_key)).size).toBe(3);
	});

	test('another execution is about something else', async () => {
		await run('message', 'send', TEXT as never, [{ chat: AVA }], setup);
		await run('message', 'send', TEXT as never, [{ chat: AVA }], setup);
		expect(arrived(AVA)).toBe(2);
	});
});
