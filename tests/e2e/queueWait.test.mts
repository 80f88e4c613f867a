import { waitFor } from '../../scripts/waitFor.mts';
import { answerOf, asking, replyAtOnce } from '../support/askInN8n.mts';
import { QUEUE_START_TIMEOUT } from '../support/queue/member.mts';
import { describeInQueueMode } from '../support/queue/services.mts';
import { QueueStage } from '../support/queue/stage.mts';
import { BY_HAND } from '../support/workflows.mts';

const AVA = '+12025550111';
const CHAT = '22222222-0000-4000-8000-000000000001';

/** Limits are for what hangs: others may be at work on the same machine. */
const MINUTE = 60_000;

describeInQueueMode('Send and Wait for Response in queue mode', () => {
	let stage: QueueStage;
	let count = 0;

	beforeAll(async () => {
		// Events about a sent message follow after some time.
		stage = await QueueStage.start({}, { pace: 200, autoRead: true, rateLimit: false });
	}, QUEUE_START_TIMEOUT);

	afterAll(() => stage?.close(), MINUTE);

	const subscriptions = () => stage.sandbox.world.state.subscriptions.all();

	/** Asks Ava, and waits until n8n has stored that it waits. */
	const ask = async (parameters: object = {}) => {
		const file = asking(`Question ${++count}`, CHAT, parameters);
		const { id } = await stage.api.createWorkflow(file);
		const execution = await stage.api.run(id, BY_HAND);
		await stage.api.waitForWait(execution);
		return execution;
	};

	const answer = async (execution: string) => {
		const ended = await stage.api.waitForExecution(execution, { deadline: 2 * MINUTE });
		expect(ended.status).toBe('success');
		return answerOf(ended);
	};

	const areEnded = () => waitFor('the subscriptions to end', () => subscriptions().length === 0);

	it(
		'a question of a worker goes on with the answer that a webhook processor takes',
		async () => {
			const execution = await ask();
			await stage.control.receive(AVA, 'yes');
			expect(await answer(execution)).toMatchObject({ approved: true, before: 'before' });
			await areEnded();
		},
		3 * MINUTE,
	);

	it(
		'texts that different processors take are one answer',
		async () => {
			const execution = await ask({ responseType: 'freeText', options: { pause: 5 } });
			const texts = ['One', 'Two', 'Three', 'Four'];
			for (const text of texts) await stage.control.receive(AVA, text);
			expect(await answer(execution)).toMatchObject({ text: texts.join('\n') });
			await areEnded();
		},
		3 * MINUTE,
	);

	it(
		'it goes on waiting though every process is killed and started again',
		async () => {
			const execution = await ask();
			for (const member of stage.members) await stage.crash(member);
			await stage.control.receive(AVA, 'no');
			expect(await answer(execution)).toMatchObject({ approved: false, before: 'before' });
			await areEnded();
		},
		6 * MINUTE,
	);

	it(
		'an answer that comes as fast as nobody could type is not lost',
		async () => {
			const name = `Question ${++count}`;
			const { id } = await stage.api.createWorkflow(asking(name, CHAT, {}));
			const replied = replyAtOnce(stage.sandbox, { chat: CHAT, to: `${name}?` }, () =>
				stage.control.receive(AVA, 'yes'),
			);
			const execution = await stage.api.run(id, BY_HAND);
			await replied;
			expect(await answer(execution)).toMatchObject({ text: 'yes', approved: true });
		},
		3 * MINUTE,
	);
});
