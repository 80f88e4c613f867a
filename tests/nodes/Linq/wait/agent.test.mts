import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { runAgent, runNewAgent } from '../../../support/engine/agent.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';

const { sandbox, credential } = useSandbox();

const asTool = (): Setup => ({
	node: new Linq(),
	credential: credential(),
	executionId: 'agent',
	// Nothing listens there, and nothing has to.
	n8nUrl: 'http://127.0.0.1:9',
	parameters: {
		resource: 'message',
		operation: 'sendAndWait',
		sendTo: 'chat',
		chatId: locator(seeded.chatWithAva),
		message: "={{ $fromAI('question') }}",
	},
});

test('an agent that calls its tools itself would be what waits, so it may not', async () => {
	const { calls, run } = await runAgent(asTool(), [[{ question: 'May I?' }]]);
	expect(calls[0]?.[0]?.error?.message ?? calls[0]?.[0]?.answer).toContain(
		'This agent cannot wait for an answer',
	);
	expect(run.status).toBe('success');
	expect(sandbox().world.record.all()).toEqual([]);
});

test('an agent that leaves its tools to the engine can ask a person', async () => {
	const run = await runNewAgent(asTool(), { question: 'May I?' }, { approved: true });
	expect(run.status).toBe('waiting');
	const sent = sandbox().world.state.messages.ofChat(seeded.chatWithAva).at(-1);
	expect(sent?.parts).toMatchObject([{ value: 'May I?' }]);
	const [next] = run.data.executionData?.nodeExecutionStack ?? [];
	const items = Object.values(next?.data ?? {}).flatMap((outputs) => outputs?.[0] ?? []);
	expect(items.map(({ json }) => [json.approved, json.timed_out])).toEqual([[false, true]]);
});
