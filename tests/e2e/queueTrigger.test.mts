import { isOver } from '../../scripts/n8n/api.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { TOKEN } from '../support/n8n.mts';
import {
	countStatuses,
	executionsOf,
	isAcknowledged,
	people,
	replies,
	statusesOf,
	textIn,
	type Sent,
} from '../support/queue/events.mts';
import { placesWith } from '../support/queue/secrets.mts';
import { QUEUE_START_TIMEOUT } from '../support/queue/member.mts';
import { describeInQueueMode } from '../support/queue/services.mts';
import { QueueStage } from '../support/queue/stage.mts';
import { onEvents, TRIGGER } from '../support/workflows.mts';

/** LONG=true takes the sizes at which the faults were found; the others find them as well, in less time. */
const [ROUNDS, BURST, EVENTS] = process.env.LONG === 'true' ? [20, 150, 300] : [2, 50, 60];

/** Limits are for what hangs: others may be at work on the same machine. */
const MINUTE = 60_000;

describeInQueueMode('the trigger in queue mode', () => {
	let stage: QueueStage;
	let id: string;
	/** All that Linq has signed with, to be looked for at the end. */
	const secrets = new Set<string>();
	let series = 500;

	beforeAll(async () => {
		stage = await QueueStage.start();
	}, QUEUE_START_TIMEOUT);

	afterAll(() => stage?.close(), MINUTE);

	const subscriptions = () => stage.sandbox.world.state.subscriptions.all();

	const published = async () => {
		await stage.api.waitForPublication(id, 'published');
		for (const { secret } of subscriptions()) secrets.add(secret);
	};

	/** Each test has a workflow of its own that answers every text with one message. */
	beforeEach(async () => {
		const reply = { chatId: '={{ $json.chat_id }}', text: '={{ $json.event_id }}' };
		const file = onEvents(
			expect.getState().currentTestName ?? '',
			{ events: ['message.received'] },
			reply,
		);
		({ id } = await stage.api.createWorkflow(file));
		await stage.api.activate(id);
		await published();
		series++;
	});

	const unpublish = async () => {
		await stage.api.deactivate(id);
		const isGone = () => subscriptions().length === 0;
		await waitFor('the subscription to go', isGone, { deadline: MINUTE });
	};

	afterEach(unpublish);

	/** Prints the figures behind a passing test. */
	const show = (what: string, sent: Sent[]) => {
		const counts = replies(stage, sent);
		process.stdout.write(
			`${what}: ${sent.length} events, answers ${JSON.stringify(countStatuses(sent))}, ` +
				`${counts.filter((count) => count === 1).length} messages, ` +
				`${counts.filter((count) => count > 1).length} twice\n`,
		);
	};

	/** Somebody texts, and gets one answer. */
	const isWorking = async () => {
		const sent = await textIn(stage, people(1, ++series));
		await stage.settle();
		expect(sent.map(statusesOf)).toEqual([[200]]);
		expect(replies(stage, sent)).toEqual([1]);
	};

	/** Whether n8n took the event in the end, and never refused it in a way that Linq does not repeat. */
	const isTaken = (one: Sent) =>
		isAcknowledged(one) &&
		statusesOf(one).every((status) => status === null || status === 200 || status >= 500);

	/** Whether the subscription that the event was sent to has gone since. */
	const isOrphan = ({ deliveries }: Sent) =>
		deliveries.every(({ subscription_id: of }) => subscriptions().every((now) => now.id !== of));

	/** Of all that Linq was told that n8n has, nothing is lost. */
	const allExecuted = async (sent: Sent[]) => {
		const { byEvent } = await executionsOf(stage, id, sent);
		expect(sent.filter((_, place) => byEvent[place]?.length === 0).map(statusesOf)).toEqual([]);
	};

	it(
		'takes events on the processors, runs them on the workers, and goes when unpublished',
		async () => {
			const answersBefore = stage.balancer.answers.length;
			const sent = await textIn(stage, people(20, series));
			await stage.settle();
			expect(replies(stage, sent)).toEqual(sent.map(() => 1));
			const runs = await stage.api.executions(id);
			expect(runs.map(({ status }) => status)).toEqual(sent.map(() => 'success'));
			const workers = await Promise.all(runs.map(({ id: run }) => stage.workerOf(run)));
			expect(new Set(workers)).toEqual(new Set(stage.workers));
			const processors = stage.balancer.answers.slice(answersBefore).map(({ from }) => from);
			expect(new Set(processors)).toEqual(new Set(stage.processors.map(({ n8n }) => n8n.url)));

			const [{ targetUrl } = { targetUrl: '' }] = subscriptions();
			await unpublish();
			for (const { n8n } of stage.processors) {
				const { pathname, search } = new URL(targetUrl);
				const address = `${n8n.url}${pathname}${search}`;
				await waitFor('the webhook to go', async () => {
					return (await fetch(address, { method: 'POST' })).status === 404;
				});
			}
		},
		5 * MINUTE,
	);

	it(
		'loses no event and refuses none for good while it is published again and again',
		async () => {
			for (let round = 1; round <= ROUNDS; round++) {
				const burst = textIn(stage, people(BURST, ++series));
				await publishChanged(round);
				const sent = await burst;
				await stage.settle();

				// While n8n takes the trigger down and sets it up, it answers 404 in its place. How many
				// events fall into that time depends on the machine alone.
				const heard = sent.filter((one) => !(statusesOf(one).includes(404) && isOrphan(one)));
				expect(heard).not.toEqual([]);
				expect([round, heard.filter((one) => !isTaken(one)).map(statusesOf)]).toEqual([round, []]);
				await allExecuted(heard);
				expect(replies(stage, heard)).toEqual(heard.map(() => 1));
				show(`published in a burst, round ${round}, ${sent.length - heard.length} unheard`, sent);
				await isWorking();
			}
		},
		ROUNDS * 5 * MINUTE,
	);

	/** Publishes a version in which the trigger has changed, so that n8n registers it anew. */
	const publishChanged = async (round: number) => {
		const { nodes } = await stage.api.getWorkflow(id);
		const events = ['message.received', ...(round % 2 === 1 ? ['reaction.added'] : [])];
		await stage.api.updateNodes(
			id,
			nodes.map((node) =>
				node.name === TRIGGER ? { ...node, parameters: { ...node.parameters, events } } : node,
			),
		);
		await stage.api.activate(id);
		await published();
	};

	it(
		'answers each of many people once, though every event comes three times',
		async () => {
			const sent = await textIn(stage, people(EVENTS, series), 3);
			await stage.settle();
			// A repetition waits for the first, on a busy machine for longer than Linq does.
			expect(sent.filter((one) => !isTaken(one)).map(statusesOf)).toEqual([]);
			await allExecuted(sent);
			expect(replies(stage, sent)).toEqual(sent.map(() => 1));
			show('three deliveries each', sent);
		},
		20 * MINUTE,
	);

	it(
		'answers nobody twice, though a processor and a worker are killed in the middle',
		async () => {
			const [processor] = stage.processors;
			const [worker] = stage.workers;
			const texting = textIn(stage, people(EVENTS, series), 3);
			const before = stage.balancer.answers.length;
			const isThird = () => stage.balancer.answers.length > before + EVENTS;
			await waitFor('a third to be delivered', isThird, { deadline: 5 * MINUTE });
			await Promise.all([processor?.kill(), worker?.kill()]);
			const sent = await texting;
			await Promise.all([processor?.start(), worker?.start()]);
			await stage.settle();

			expect(sent.filter((one) => !isAcknowledged(one)).map(statusesOf)).toEqual([]);
			const counts = replies(stage, sent);
			expect(counts.filter((count) => count > 1)).toEqual([]);
			// n8n marks executions of the killed worker as crashed or failed; all others have arrived.
			const { byEvent, abandoned } = await executionsOf(stage, id, sent);
			const ended = sent.filter((_, place) => byEvent[place]?.includes('success'));
			expect(replies(stage, ended)).toEqual(ended.map(() => 1));
			expect(ended.length).toBeGreaterThan(EVENTS / 2);
			const untold = sent.filter((_, place) => byEvent[place]?.length === 0);
			expect(untold.length).toBeLessThanOrEqual(abandoned.length);
			// A worker has ten executions at a time.
			expect(abandoned.length).toBeLessThanOrEqual(10);
			show('three deliveries each, a processor and a worker killed', sent);
			process.stdout.write(`${abandoned.length} given up by n8n, with ${untold.length} events\n`);
			await isWorking();
		},
		20 * MINUTE,
	);

	it(
		'works after a restart of each kind of process',
		async () => {
			const [worker, processor] = [stage.workers.slice(0, 1), stage.processors.slice(0, 1)];
			const oneOfEach = [stage.main, ...worker, ...processor];
			for (const member of process.env.LONG === 'true' ? stage.members : oneOfEach) {
				await stage.restart(member);
				await isWorking();
			}
			await publishChanged(1);
			await isWorking();
		},
		20 * MINUTE,
	);

	it(
		"leaves neither the token nor a signing secret in n8n's logs, queue, database or answers",
		async () => {
			await textIn(stage, people(5, series));
			// One that is refused leaves a line in the log.
			const [{ targetUrl } = { targetUrl: '' }] = subscriptions();
			const forged = await fetch(targetUrl, { method: 'POST', body: '{}' });
			expect(forged.status).toBe(401);
			await stage.settle();
			expect((await stage.api.executions(id)).filter(isOver).length).toBeGreaterThanOrEqual(5);
			// The search finds text that was written, so the absence of the secrets means something.
			expect(await placesWith(stage, id)).toEqual(
				expect.arrayContaining(['file redis.txt', 'table public.workflow_entity']),
			);
			expect(secrets.size).toBeGreaterThan(0);
			const hidden = [TOKEN, ...[...secrets].map((secret) => secret.replace('whsec_', ''))];
			const found: string[] = [];
			for (const text of hidden) found.push(...(await placesWith(stage, text)));
			expect([...new Set(found)]).toEqual([]);
		},
		5 * MINUTE,
	);
});
