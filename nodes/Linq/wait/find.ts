import { pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { readResumeUrl } from './address';
import type { Answer } from './judge';
import { isAddressed, judge } from './judge';
import type { Ask, Subscription } from './linq';
import { subscriptions } from './linq';
import { answered, answeredFreely, failed } from './output';
import { eventsSince } from './readBack';
import type { Question } from './state';

/** The result of looking at an event, or at the chat. */
export interface Found {
	/** The item with which the execution goes on. */
	item: IDataObject;
}

/** Everything that an answer depends on besides the event. */
export interface Circumstances {
	ask: Ask;
	/** An address of a wait of this n8n. */
	ownUrl: string;
	/** Milliseconds since 1970. */
	now: number;
}

/**
 * Looks for the answer in one event; the rest of the chat is read only when necessary.
 *
 * @param event in flat form
 * @param pause waits until an answer in free text is complete
 * @returns undefined if the wait goes on
 */
export async function findIn(
	event: IDataObject,
	question: Question,
	{ pause, ...there }: Circumstances & { pause: () => Promise<void> },
): Promise<Found | undefined> {
	const verdict = judge(event, question);
	switch (verdict.is) {
		case 'nothing':
			return undefined;
		case 'failure':
			return { item: failed(event, question, there.now) };
		case 'answer':
			if (await isForNewer(event, question, there)) return undefined;
			return { item: answered(event, verdict, question, there.now) };
		case 'text':
			await pause();
			if (await isForNewer(event, question, there)) return undefined;
			return await findTexts(event, question, there);
		case 'hint':
			return await findByHint(question, there, pause);
	}
}

/** Looks in the chat after a hint. If a text there is still going on, its last part brings it all. */
async function findByHint(
	question: Question,
	there: Circumstances,
	pause: () => Promise<void>,
): Promise<Found | undefined> {
	const found = await findInChat(question, there);
	if (!found || question.rules.responseType !== 'freeText') return found;
	await pause();
	const again = await findInChat(question, there);
	return again?.item.message_id === found.item.message_id ? again : undefined;
}

/**
 * Looks in Linq whether the answer is there already: what comes before n8n has stored the wait is
 * not delivered again.
 */
export async function findInChat(
	question: Question,
	there: Circumstances,
): Promise<Found | undefined> {
	const events = await eventsSince(there.ask, question);
	const verdicts = events.map((event) => ({ event, verdict: judge(event, question) }));
	const texts = verdicts.filter(({ verdict }) => verdict.is === 'text').map(({ event }) => event);
	const answers = verdicts.flatMap(({ event, verdict }) =>
		verdict.is === 'answer' ? [{ event, verdict }] : [],
	);
	// Tapbacks have no time, so of a yes and a no the safer one counts.
	const answer = answers.find(({ verdict }) => verdict.approved === false) ?? answers[0];
	const [event = answer?.event] = texts.slice(-1);
	if (!event) {
		const failure = verdicts.find(({ verdict }) => verdict.is === 'failure');
		return failure && { item: failed(failure.event, question, there.now) };
	}
	if (await isForNewer(event, question, there)) return undefined;
	return {
		item: answer
			? answered(answer.event, answer.verdict satisfies Answer, question, there.now)
			: answeredFreely(texts, question, there.now),
	};
}

/** The texts up to an event; undefined where a newer one came meanwhile, which will bring them all. */
async function findTexts(
	event: IDataObject,
	question: Question,
	{ ask, now }: Circumstances,
): Promise<Found | undefined> {
	const texts = (await eventsSince(ask, question)).filter(
		(one) => judge(one, question).is === 'text',
	);
	const listed = texts.find(({ message_id: id }) => id === event.message_id);
	const all = listed ? texts : [...texts, event];
	if (all.at(-1)?.message_id !== event.message_id) return undefined;
	// It can have been edited since.
	const newest = { ...event, ...(listed && pick(listed, ['text', 'links', 'media', 'mentions'])) };
	const others = all.filter(({ message_id: id }) => id !== event.message_id);
	return { item: answeredFreely([...others, newest], question, now) };
}

/**
 * Whether a text is the answer to a question that was asked in the same chat later, and is still
 * open. A reply, a tapback and a vote say themselves which question they are for.
 */
async function isForNewer(
	event: IDataObject,
	question: Question,
	{ ask, ownUrl, now }: Circumstances,
): Promise<boolean> {
	if (isAddressed(event)) return false;
	const all = await subscriptions(ask);
	return all.some((one) => {
		const other = readResumeUrl(one.target_url, ownUrl);
		return (
			other?.chat?.toLowerCase() === question.chatId.toLowerCase() &&
			other.until > now &&
			isNewer(one, question)
		);
	});
}

/** Of two of the same moment one has to be, so that a text answers one question. */
function isNewer({ id, created_at: createdAt }: Subscription, question: Question): boolean {
	const later = Date.parse(createdAt) - Date.parse(question.subscribedAt);
	return later > 0 || (later === 0 && id > question.subscriptionId);
}
