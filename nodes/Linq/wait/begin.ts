import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { settingsOf } from '../../shared/api/credential';
import { assertReachable } from '../../shared/delivery/reachable';
import { statusOf } from '../../shared/errors/failure';
import { InvalidInput } from '../../shared/errors/invalidInput';
import { redact } from '../../shared/errors/redact';
import type { Around, ItemAtWork } from '../operation';
import { clock } from '../send/clock';
import { readResumeUrl, resumeUrl } from './address';
import { assertCanWait, waitFor } from './engine';
import { findInChat } from './find';
import type { Ask, Subscription } from './linq';
import { changeSubscription, subscribe, subscriptions, unsubscribe } from './linq';
import { timedOut } from './output';
import { sealForWait } from './secret';
import { pollChoices, readEnd, readRules } from './settings';
import type { AnswerRules, Question } from './state';

/** Events that can be the answer, and events that show that an answer could have been missed. */
const EVENTS = [
	'message.received',
	'message.delivered',
	'message.read',
	'message.failed',
	'reaction.added',
];

const POLL_EVENTS = ['poll.vote.added', 'poll.failed', 'poll.reaction.added'];

/** n8n looks for waits that are over once a minute, and its processes may have different clocks. */
export const GRACE_MS = 2 * 60_000;

/** The most that one run removes, so that a question does not wait for hundreds; the next continues. */
const SWEPT_AT_ONCE = 20;

/** A chat, as far as a wait wants to know it. */
const chat = z.object({
	is_group: z.boolean().nullish(),
	service: z.string().nullish(),
	handles: z.array(z.object({ handle: z.string(), is_me: z.boolean().nullish() })).nullish(),
});

/** The message that was sent, in flat form. */
const sentQuestion = z.object({
	message_id: z.string(),
	chat_id: z.string(),
	created_at: z.string().nullish(),
	line: z.string().nullish(),
	is_group: z.boolean().nullish(),
});

const sentPoll = z.object({
	message_id: z.string(),
	poll: z.object({ options: z.array(z.object({ option_id: z.string(), text: z.string() })) }),
});

/**
 * Asks a question and lets the execution wait for its answer. Subscribes first: what Linq cannot
 * deliver to is not asked.
 *
 * @returns what was sent; the answer where it is there already
 */
export const askAndWait: Around = async (item, send) => {
	const { context } = item;
	assertCanWait(context);
	const rules = readRules(context, item.settings);
	const wait = new Wait(item, rules, readEnd(context, clock.now()));
	await wait.open();
	let isWaiting = false;
	try {
		const sent = await send();
		const asked = sentQuestion.safeParse(sent).data;
		// The recipient cannot be messaged, and the user wants an item instead of an error.
		if (!asked) {
			return { ...sent, approved: false, choice: null, timed_out: false, waited_seconds: 0 };
		}
		const found = await wait.start(asked);
		isWaiting = found === undefined;
		return found ?? sent;
	} finally {
		if (!isWaiting) await wait.close();
	}
};

/** One wait, from its subscription on. */
class Wait {
	#subscription?: { id: string; created_at: string };
	#nonce = '';
	#sealedSecret = '';
	/** The account's number and the kind of the chat, where they are known before the question is sent. */
	#line: string | null = null;
	#isGroup = false;
	readonly #ask: Ask;
	/** The options of the poll that goes with the question, if one does. */
	readonly #choices: string[] | undefined;
	readonly #startedAt = clock.now();

	constructor(
		private readonly item: ItemAtWork,
		private readonly rules: AnswerRules,
		private readonly until: number,
	) {
		this.#ask = async (call, shape) => await item.ask(call, shape);
		this.#choices = pollChoices(item.context, rules);
	}

	/** Subscribes to what could be the answer. */
	async open(): Promise<void> {
		const { context } = this.item;
		const url = this.#url();
		assertReachable(context, url, (await settingsOf(context)).baseUrl);
		await this.#sweep(url);
		const chatId = this.item.sent('chatId');
		if (typeof chatId === 'string') await this.#lookAt(chatId);
		await this.#subscribe(typeof chatId === 'string' ? chatId : undefined);
	}

	/** Lets n8n wait. @returns the answer, where it is there already and n8n does not wait */
	async start(asked: z.infer<typeof sentQuestion>): Promise<IDataObject | undefined> {
		const { context } = this.item;
		if (!this.#subscription) throw new Error('A wait was started before it was opened');
		this.#line ??= asked.line ?? null;
		this.#isGroup ||= asked.is_group ?? false;
		if (this.item.sent('chatId') === undefined) await this.#narrow(asked.chat_id);
		const question: Question = {
			nonce: this.#nonce,
			subscriptionId: this.#subscription.id,
			subscribedAt: this.#subscription.created_at,
			sealedSecret: this.#sealedSecret,
			chatId: asked.chat_id,
			isGroup: this.#isGroup,
			line: this.#line,
			messageId: asked.message_id,
			askedAt: asked.created_at ?? new Date(this.#startedAt).toISOString(),
			startedAt: this.#startedAt,
			until: this.until,
			poll: await this.#sendPoll(asked.chat_id),
			rules: this.rules,
		};
		const there = { ask: this.#ask, ownUrl: this.#url(), now: clock.now() };
		const found = await findInChat(question, there);
		if (found) return found.item;
		await waitFor(context, question, timedOut(question));
		return undefined;
	}

	/** Ends the subscription. What cannot be ended now is swept later. */
	async close(): Promise<void> {
		if (!this.#subscription) return;
		await this.#remove(this.#subscription.id);
	}

	#url(chatId?: string): string {
		return resumeUrl(this.item.context, { wait: this.#nonce, until: this.until, chat: chatId });
	}

	/** Removes what waits left that ended without an answer, of this n8n only. */
	async #sweep(own: string): Promise<void> {
		const isOver = ({ target_url: url }: Subscription) => {
			const left = readResumeUrl(url, own);
			return left !== undefined && left.until + GRACE_MS < clock.now();
		};
		const over = (await subscriptions(this.#ask)).filter(isOver);
		for (const { id } of over.slice(0, SWEPT_AT_ONCE)) await this.#remove(id);
	}

	async #lookAt(chatId: string): Promise<void> {
		const url = `/v3/chats/${encodeURIComponent(chatId)}`;
		const found = await this.#ask({ method: 'GET', url }, chat);
		const { is_group: isGroup, handles, service } = found;
		if (this.#choices && service && service !== 'iMessage') refusePoll(service);
		this.#isGroup = isGroup ?? false;
		this.#line = handles?.find(({ is_me: isMe }) => isMe)?.handle ?? null;
	}

	async #subscribe(chatId: string | undefined): Promise<void> {
		const body = {
			subscribed_events: this.#choices ? [...EVENTS, ...POLL_EVENTS] : EVENTS,
			...this.#ofLine(),
		};
		const attempt = async () => {
			this.#nonce = randomUUID();
			return await subscribe(this.#ask, { target_url: this.#url(chatId), ...body });
		};
		const made = await attempt().catch(async (error: unknown) => {
			// Where an answer of Linq got lost, the address is taken, and its secret nobody knows.
			if (statusOf(error) !== 409) throw error;
			return await attempt();
		});
		this.#subscription = made;
		const { context } = this.item;
		this.#sealedSecret = await sealForWait(context, made.signing_secret, this.#nonce);
	}

	/** Tells other waits, and Linq, which chat this is about, where only Linq's answer says so. */
	async #narrow(chatId: string): Promise<void> {
		if (!this.#subscription) return;
		await changeSubscription(this.#ask, this.#subscription.id, {
			target_url: this.#url(chatId),
			...this.#ofLine(),
		});
	}

	#ofLine() {
		return this.#line === null ? {} : { phone_numbers: [this.#line] };
	}

	/** Linq's polls have no question, so it is the text before. */
	async #sendPoll(chatId: string): Promise<Question['poll']> {
		const choices = this.#choices;
		if (!choices) return null;
		const { message_id: messageId, poll } = await this.#ask(
			{
				method: 'POST',
				url: `/v3/chats/${encodeURIComponent(chatId)}/polls`,
				body: {
					poll: {
						options: choices.map((text) => ({ text })),
						idempotency_key: pollKey(this.item.key),
					},
				},
			},
			sentPoll,
		);
		// On lines with zero-day retention the answer holds no texts; the places are ours.
		const options = poll.options.map(({ option_id: id, text }, index) => ({
			id,
			text: choices.includes(text) ? text : (choices[index] ?? text),
		}));
		return { messageId, options };
	}

	async #remove(id: string): Promise<void> {
		try {
			await unsubscribe(this.#ask, id);
		} catch (error) {
			if (statusOf(error) === 404) return;
			this.item.context.logger.warn(
				redact(`A subscription of a wait is left at Linq for now: ${(error as Error).message}`),
			);
		}
	}
}

/** @throws InvalidInput, because polls are for iMessage only (contract/behaviour.md, section 1) */
function refusePoll(service: string): never {
	throw new InvalidInput(
		`A poll cannot be sent: the chat is by ${service}, and polls are for iMessage only`,
		'Let people answer with a text: choose the Response Type Free Text, or Approval without Ask With: Poll.',
	);
}

/** The key of the poll that belongs to a question; of its own where the question has none. */
const pollKey = (key: string | undefined) =>
	key === undefined ? randomUUID() : `${key.slice(0, 240)}-poll`;
