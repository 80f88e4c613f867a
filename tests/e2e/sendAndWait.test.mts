import { request } from 'undici';

import { GRACE_MS } from '../../nodes/Linq/wait/begin.ts';
import { waitFor } from '../../scripts/waitFor.mts';
import {
	answerOf,
	asking,
	replyAtOnce,
	MODEL_CREDENTIAL,
	reviewed,
	saidByAgent,
	useTool,
} from '../support/askInN8n.mts';
import { madeUpDelivery, postDelivery } from '../support/delivery.mts';
import { Stage, START_TIMEOUT, TOKEN } from '../support/n8n.mts';
import { features } from '../support/runtime.mts';
import { BY_HAND } from '../support/workflows.mts';

const AVA = '+12025550111';
const BEN = '+12025550112';
const CHAT = '22222222-0000-4000-8000-000000000001';
const BENS_CHAT = '22222222-0000-4000-8000-000000000002';

/** n8n looks for waits that are over once a minute. */
const TIMEOUT_TEST = 150_000;

/** A wait of some seconds; they end when n8n next looks. */
const SHORTLY = { waitAmount: 0.1, waitUnit: 'minutes' };

/** An execution that waits. */
interface Wait {
	execution: string;
	/** The question in the chat. */
	messageId: string;
	subscription: { id: string; targetUrl: string; secret: string };
}

describe('Send and Wait for Response in a real n8n', () => {
	let stage: Stage;
	let count = 0;

	/** Waits that nobody answers, side by side with all the rest. */
	let unanswered: {
		plain: Wait;
		cancelled: Wait;
		deleted: Wait;
	};
	let unreviewed: Wait;

	beforeAll(async () => {
		stage = await Stage.start({
			publicationService: true,
			// As in life, what becomes of a message is told some time after it was sent.
			sandbox: { pace: 100, autoRead: true, rateLimit: false },
		});
		const { name, type } = MODEL_CREDENTIAL;
		await stage.api.createCredential(name, type, { apiKey: 'any', url: stage.sandbox.modelUrl });
		unanswered = {
			plain: await ask(SHORTLY),
			cancelled: await ask(SHORTLY),
			deleted: await ask(SHORTLY),
		};
		if (features().humanReview) {
			const approved = { approved: true, data: { approved: true } };
			unreviewed = await review('Too late', SHORTLY, approved);
		}
		await stage.api.cancel(unanswered.cancelled.execution);
		await stage.api.deleteExecution(unanswered.deleted.execution);
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	const messages = (chat: string) => stage.sandbox.world.state.messages.ofChat(chat);

	/** Starts a workflow, and waits until n8n has stored that it waits. */
	const start = async (file: ReturnType<typeof asking>, chat: string): Promise<Wait> => {
		const before = new Set(stage.sandbox.world.state.subscriptions.all().map(({ id }) => id));
		const { id } = await stage.api.createWorkflow(file);
		const execution = await stage.api.run(id, BY_HAND);
		await stage.api.waitForWait(execution);
		const subscription = stage.sandbox.world.state.subscriptions
			.all()
			.find((one) => !before.has(one.id));
		const question = messages(chat).findLast(
			({ direction, poll }) => direction === 'outbound' && !poll,
		);
		if (!subscription || !question) throw new Error('Nothing was asked');
		return { execution, messageId: question.id, subscription };
	};

	const ask = (parameters: object = {}) =>
		start(asking(`Question ${++count}`, CHAT, parameters), CHAT);

	/** The same with an agent that wants to use its tool, which writes to Ben. */
	const review = (text: string, parameters: object = {}, input: object = {}) =>
		start(
			reviewed(
				`Review ${++count}`,
				{ asked: CHAT, written: BENS_CHAT },
				{ chatInput: useTool(text), ...input },
				parameters,
			),
			CHAT,
		);

	const outcome = (execution: string) =>
		stage.api.waitForExecution(execution, { deadline: 30_000 });

	const answer = async ({ execution }: Wait) => {
		const ended = await outcome(execution);
		expect(ended.status).toBe('success');
		return answerOf(ended);
	};

	const isWaiting = async ({ execution }: Wait) =>
		(await stage.api.execution(execution)).status === 'waiting';

	const isSubscribed = ({ subscription: { id } }: Wait) =>
		stage.sandbox.world.state.subscriptions.all().some((one) => one.id === id);

	const isUnsubscribed = (wait: Wait) =>
		waitFor('the subscription to end', () => !isSubscribed(wait));

	describe('an answer', () => {
		it('is approval by text', async () => {
			const wait = await ask();
			await stage.control.receive(AVA, 'Yes, please!');
			expect(await answer(wait)).toMatchObject({
				event: 'message.received',
				from: AVA,
				text: 'Yes, please!',
				question_id: wait.messageId,
				approved: true,
				choice: null,
				timed_out: false,
				before: 'before',
			});
			await isUnsubscribed(wait);
		});

		it('is approval by tapback', async () => {
			const wait = await ask();
			await stage.control.react(wait.messageId, 'like');
			expect(await answer(wait)).toMatchObject({ event: 'reaction.added', approved: true });
			await isUnsubscribed(wait);
		});

		it('is approval by poll', async () => {
			const wait = await ask({ options: { askWith: 'poll', approveLabel: 'Ship it' } });
			const poll = messages(CHAT).findLast((one) => one.poll !== null);
			const [yes] = poll?.poll?.options ?? [];
			expect(yes?.text).toBe('Ship it');
			await stage.control.vote(poll?.id ?? '', yes?.option_id ?? '');
			expect(await answer(wait)).toMatchObject({ event: 'poll.vote.added', approved: true });
			await isUnsubscribed(wait);
		});

		it('is a refusal', async () => {
			const wait = await ask();
			await stage.control.receive(AVA, 'No, rather tomorrow');
			expect(await answer(wait)).toMatchObject({
				approved: false,
				timed_out: false,
				text: 'No, rather tomorrow',
			});
		});

		it('is one in free text, made of three quick messages', async () => {
			const wait = await ask({ responseType: 'freeText', options: { pause: 3 } });
			for (const text of ['The address is', 'Main Street 1', 'Thanks!']) {
				await stage.control.receive(AVA, text);
			}
			expect(await answer(wait)).toMatchObject({
				text: 'The address is\nMain Street 1\nThanks!',
				approved: null,
				before: 'before',
			});
			await stage.control.settle();
		});

		it('is for the question that it replies to, else for the newest of two', async () => {
			const [first, second, third] = [await ask(), await ask(), await ask()];
			await stage.control.receive(AVA, 'no', { reply_to: { message_id: first.messageId } });
			expect(await answer(first)).toMatchObject({ approved: false });
			await stage.control.receive(AVA, 'yes');
			expect(await answer(third)).toMatchObject({ approved: true });
			await stage.control.settle();
			expect(await isWaiting(second)).toBe(true);
			await isUnsubscribed(third);
			await stage.control.receive(AVA, 'no');
			expect(await answer(second)).toMatchObject({ approved: false });
		});

		/**
		 * Has Ben, whom nobody else asks, answer while n8n is still at the node, and sees that n8n did not
		 * take it.
		 */
		const answerTooEarly = async (fault: object) => {
			stage.sandbox.world.faults.add({
				operation_id: 'getMessages',
				chat_id: BENS_CHAT,
				times: 1,
				...fault,
			});
			const name = `Quick ${++count}`;
			const { id } = await stage.api.createWorkflow(asking(name, BENS_CHAT, {}));
			const replied = replyAtOnce(stage.sandbox, { chat: BENS_CHAT, to: `${name}?` }, () =>
				stage.control.receive(BEN, 'yes'),
			);
			const execution = await stage.api.run(id, BY_HAND);
			const { message_id: messageId } = await replied;
			const first = await waitFor('the answer to be delivered', async () => {
				const deliveries = await stage.control.deliveries();
				const ours = deliveries.findLast(({ payload }) => idIn(payload) === messageId);
				return ours?.tries[0]?.status ?? undefined;
			});
			// 409; 500 where the execution was started by hand, which Linq repeats.
			expect([409, 500]).toContain(first);
			return execution;
		};

		const idIn = ({ data }: Record<string, unknown>) => (data as { id?: string } | undefined)?.id;

		it('is taken though it comes before n8n has stored the wait', async () => {
			const execution = await answerTooEarly({ delay_ms: 1_500 });
			expect(answerOf(await outcome(execution))).toMatchObject({ text: 'yes', approved: true });
		});

		it('is taken though it comes when the chat has been read already', async () => {
			const execution = await answerTooEarly({ answer_delay_ms: 1_500 });
			expect(answerOf(await outcome(execution))).toMatchObject({ text: 'yes', approved: true });
		});
	});

	describe('no delivery ends a wait that', () => {
		const OTHER = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

		const post = ({ subscription }: Wait, secret: string, change: object = {}, at = Date.now()) => {
			const data = { parts: [{ type: 'text', value: 'yes' }], ...change };
			return postDelivery(subscription.targetUrl, madeUpDelivery(secret, 'made-up', data, at));
		};

		it('is forged, foreign, late or odd; the right one does', async () => {
			const wait = await ask();
			const { secret, targetUrl } = wait.subscription;
			expect(await post(wait, OTHER)).toBe(401);
			expect(await post(wait, secret, {}, Date.now() - 3_600_000)).toBe(401);
			expect(await post(wait, secret, { chat: { id: BENS_CHAT } })).toBe(200);
			expect(await post(wait, secret, { parts: [{ type: 'text', value: 'Hello' }] })).toBe(200);
			expect(await post(wait, secret, { sent_at: '2026-01-01T00:00:00Z' })).toBe(200);
			expect(await post(wait, secret, { direction: 'outbound' })).toBe(200);
			expect(await post(wait, secret, { parts: 5, chat: null })).toBe(200);
			const unsigned = { method: 'POST', body: '{' } as const;
			expect((await request(targetUrl, unsigned)).statusCode).toBeGreaterThanOrEqual(400);
			const changed = targetUrl.replace(/until=\d+/, 'until=9999999999999');
			const moved = { ...wait, subscription: { ...wait.subscription, targetUrl: changed } };
			expect(await post(moved, secret)).toBe(401);
			expect(await isWaiting(wait)).toBe(true);
			expect(await post(wait, secret)).toBe(200);
			expect(await answer(wait)).toMatchObject({ approved: true, before: 'before' });
			// Once it is over, nothing happens any more.
			expect(await post(wait, secret)).toBeGreaterThanOrEqual(200);
			expect((await stage.api.execution(wait.execution)).status).toBe('success');
		});

		it('stays secret, in the data of the execution and in n8n’s log', async () => {
			const wait = await ask();
			const stored = JSON.stringify(await stage.api.execution(wait.execution));
			await stage.control.receive(AVA, 'no');
			await answer(wait);
			for (const text of [stored, await stage.log()]) {
				expect(text).not.toContain(wait.subscription.secret.slice(6));
				expect(text).not.toContain(TOKEN);
			}
		});
	});

	(features().humanReview ? describe : describe.skip)('human review of an agent’s tool', () => {
		const written = () =>
			messages(BENS_CHAT)
				.filter(({ direction }) => direction === 'outbound')
				.flatMap(({ parts }) => parts.map((part) => ('value' in part ? part.value : '')));

		it('runs the tool once it is approved', async () => {
			const wait = await review('Approved text');
			const asked = messages(CHAT).find(({ id }) => id === wait.messageId);
			expect(JSON.stringify(asked?.parts)).toContain('Approved text');
			expect(written()).not.toContain('Approved text');
			await stage.control.react(wait.messageId, 'like');
			const ended = await outcome(wait.execution);
			expect(saidByAgent(ended)).toContain('Send_to_Ben: ');
			expect(written()).toContain('Approved text');
		});

		it('tells the model why it is refused', async () => {
			const wait = await review('Refused text');
			await stage.control.receive(AVA, 'no, use 3+3 instead');
			const ended = await outcome(wait.execution);
			expect(saidByAgent(ended)).toMatch(/provided feedback: \\*"no, use 3\+3 instead/);
			expect(written()).not.toContain('Refused text');
		});

		it('tells the model to stop where the refusal says nothing else', async () => {
			const wait = await review('Stopped text');
			await stage.control.receive(AVA, 'No.');
			const ended = await outcome(wait.execution);
			expect(saidByAgent(ended)).toContain('User rejected the tool call');
			expect(written()).not.toContain('Stopped text');
		});

		it(
			'does not run it where nobody answers, though the agent’s input says approved',
			async () => {
				const ended = await stage.api.waitForExecution(unreviewed.execution, {
					deadline: TIMEOUT_TEST,
				});
				expect(ended.status).toBe('success');
				expect(saidByAgent(ended)).toContain('Nobody answered in time');
				expect(written()).not.toContain('Too late');
			},
			TIMEOUT_TEST,
		);
	});

	it(
		'goes on where nobody answers',
		async () => {
			const ended = await stage.api.waitForExecution(unanswered.plain.execution, {
				deadline: TIMEOUT_TEST,
			});
			expect(answerOf(ended)).toMatchObject({
				message_id: unanswered.plain.messageId,
				approved: false,
				timed_out: true,
				waited_seconds: 6,
				before: 'before',
			});
		},
		TIMEOUT_TEST,
	);

	it(
		'goes on waiting though n8n is restarted, and though it is killed',
		async () => {
			const [first, second] = [await ask(), await ask({ responseType: 'freeText' })];
			await stage.restartN8n();
			await stage.control.react(first.messageId, 'dislike');
			expect(await answer(first)).toMatchObject({ approved: false, before: 'before' });
			await stage.killN8n();
			await stage.startN8n();
			await stage.control.receive(AVA, 'Back again');
			expect(await answer(second)).toMatchObject({ text: 'Back again' });
			await isUnsubscribed(second);
		},
		START_TIMEOUT,
	);

	it('reaches a person, too', async () => {
		const file = asking('Person', CHAT, { sendTo: 'person', to: BEN });
		const wait = await start(file, BENS_CHAT);
		await stage.control.receive(BEN, 'sure');
		expect(await answer(wait)).toMatchObject({ from: BEN, chat_id: BENS_CHAT, approved: true });
	});

	it(
		'sweeps what cancelled, deleted and timed out waits left at Linq',
		async () => {
			const { cancelled } = unanswered;
			const left = Object.values(unanswered);
			if (features().humanReview) left.push(unreviewed);
			const ends = left.map(({ subscription: { targetUrl } }) =>
				Number(new URL(targetUrl).searchParams.get('until')),
			);
			const isOver = () => Date.now() > Math.max(...ends) + GRACE_MS;
			await waitFor('n8n to have ended them for sure', isOver, { deadline: TIMEOUT_TEST });
			const next = await ask();
			for (const wait of left) expect(isSubscribed(wait)).toBe(false);
			expect((await stage.api.execution(cancelled.execution)).status).toBe('canceled');
			await stage.control.receive(AVA, 'no');
			await answer(next);
		},
		TIMEOUT_TEST + 30_000,
	);
});
