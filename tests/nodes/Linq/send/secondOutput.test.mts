import type { IDataObject, INode } from 'n8n-workflow';

import { NODE } from '../../../support/engine/workflow.mts';
import { locator, seeded, useSandbox, type LinqRun } from '../../../support/linq.mts';

const { run, sandbox } = useSandbox();

const AVA = seeded.chatWithAva;
const BEN = seeded.chatWithBen;

const errorOutput: Partial<INode> = { onError: 'continueErrorOutput' };

const send = (options: IDataObject, settings: Partial<INode> = errorOutput) =>
	run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat }}'),
			text: '={{ $json.text }}',
			options,
		} as never,
		[
			{ name: 'Ava', chat: AVA, text: 'Hello' },
			{ name: 'Ben', chat: BEN, text: 'Hello' },
			{ name: 'Cleo', chat: AVA, text: '' },
		],
		{ settings },
	);

/** The JSON of both outputs. */
const outputs = ({ run: execution }: LinqRun) =>
	(execution.data.resultData.runData[NODE]?.at(-1)?.data?.main ?? []).map((items) =>
		(items ?? []).map(({ json }) => json),
	);

beforeEach(() => {
	sandbox().world.faults.add({ chat_id: BEN, status: 403, code: 2024 });
});

test('what is sent comes out on the first output, all else on the second, with its input', async () => {
	const [sent, notSent] = outputs(await send({ secondOutput: true }));
	expect(sent).toEqual([expect.objectContaining({ outcome: 'sent', chat_id: AVA })]);
	expect(notSent).toEqual([
		{
			name: 'Ben',
			chat: BEN,
			text: 'Hello',
			outcome: 'opted_out',
			reason: expect.stringMatching(/opted out/) as string,
			error_code: 2024,
		},
		{
			name: 'Cleo',
			chat: AVA,
			text: '',
			outcome: 'failed',
			error: 'Text is empty',
			details: expect.stringMatching(/Enter a text/) as string,
		},
	]);
});

test('an outcome is no error to Retry On Fail', async () => {
	const { requests } = await run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator(BEN),
			text: 'Hello',
			options: { secondOutput: true },
		} as never,
		[{}],
		{ settings: { ...errorOutput, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
	);
	expect(requests).toHaveLength(1);
});

test('without the option the error output has errors only, as they are', async () => {
	const [, errors] = outputs(await send({}));
	expect(errors?.map(({ outcome, error }) => [outcome, error])).toEqual([
		[undefined, expect.stringMatching(/opted out/)],
		[undefined, 'Text is empty'],
	]);
});

test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'where the node has no second output, nothing is sent (%s)',
	async (onError) => {
		const { requests, error, json } = await send({ secondOutput: true }, { onError });
		expect(requests).toEqual([]);
		expect(error?.message ?? json[0]?.error).toMatch(/the node has only one output/);
	},
);
