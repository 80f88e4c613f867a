import type { IDataObject } from 'n8n-workflow';

import type { Question } from './state';
import type { Decision, Words } from './words';
import { APPROVALS, isOneOf, readDecision, REFUSALS } from './words';

/** The meaning of an event for a question. */
export type Verdict =
	/** It is the answer. */
	| { is: 'answer'; approved: boolean | null; choice: string | null; words?: string }
	/** It is a text of an answer in free text, which may not be complete. */
	| { is: 'text' }
	/** The question did not arrive. */
	| { is: 'failure' }
	/** It is none, but it says that an earlier one could have been missed. */
	| { is: 'hint' }
	| { is: 'nothing' };

export type Answer = Extract<Verdict, { is: 'answer' }>;

const NOTHING: Verdict = { is: 'nothing' };
const HINT: Verdict = { is: 'hint' };

/** Tapbacks that say yes and no; laugh and question say neither. */
const TAPBACKS: Record<string, Decision> = {
	like: 'approved',
	love: 'approved',
	emphasize: 'approved',
	dislike: 'refused',
};

/** By how much a text may seem to be sent before the question: phones have their own clocks. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Says what an event means to a question.
 *
 * @param event in flat form (shared/simplify/events/)
 */
export function judge(event: IDataObject, question: Question): Verdict {
	const { event: type, chat_id: chat } = event;
	const isHere = typeof chat !== 'string' || same(chat, question.chatId);
	if (!isHere) return NOTHING;
	if (type === 'message.failed' || type === 'poll.failed') {
		return isAbout(event, question) ? { is: 'failure' } : NOTHING;
	}
	if (type === 'message.delivered' || type === 'message.read') {
		return isAbout(event, question) ? HINT : NOTHING;
	}
	if (event.direction !== 'inbound' || !mayAnswer(event.from, question)) return NOTHING;
	if (type === 'reaction.added' || type === 'poll.reaction.added')
		return ofTapback(event, question);
	if (type === 'poll.vote.added') return ofVote(event, question);
	return type === 'message.received' ? ofText(event, question) : NOTHING;
}

/** Whether an answer says by itself which question it is for. */
export const isAddressed = (event: IDataObject): boolean =>
	event.event !== 'message.received' || typeof event.reply_to_message_id === 'string';

function ofTapback(event: IDataObject, question: Question): Verdict {
	if (question.rules.responseType !== 'approval' || !isAbout(event, question)) return NOTHING;
	const decision =
		TAPBACKS[String(event.reaction)] ?? readDecision(String(event.emoji ?? ''), wordsOf(question));
	return decision === undefined ? HINT : decided(decision);
}

function ofVote(event: IDataObject, question: Question): Verdict {
	const { poll, rules } = question;
	if (!poll || event.message_id !== poll.messageId) return NOTHING;
	const option = poll.options.find(({ id }) => id === event.option_id);
	if (!option) return NOTHING;
	return rules.responseType === 'approval'
		? decided(option.text === rules.labels.approve ? 'approved' : 'refused')
		: chosen(option.text);
}

function ofText(event: IDataObject, question: Question): Verdict {
	if (!isInTime(event, question) || !isForQuestion(event, question)) return NOTHING;
	const text = String(event.text ?? '');
	const { responseType, otherText, choices } = question.rules;
	if (responseType === 'freeText') return { is: 'text' };
	if (responseType === 'choice') {
		const choice = choiceIn(text, choices);
		return choice === undefined ? HINT : chosen(choice);
	}
	const words = wordsOf(question);
	const decision = readDecision(text, words);
	if (decision === 'approved') return decided(decision);
	if (decision === undefined && (otherText === 'keepWaiting' || text.trim() === '')) return HINT;
	return decided('refused', isOneOf(text, words.refuse) ? undefined : text);
}

/**
 * The choice that a text says, as it stands or loosely, or whose number it is.
 *
 * @returns undefined where it could be several, or a number that is no place: of "2 pm" and "3 pm",
 *   nobody who texts 2 wants the second
 */
function choiceIn(text: string, choices: string[]): string | undefined {
	const exact = choices.find((one) => same(one, text.trim()));
	if (exact !== undefined) return exact;
	const [said, ...others] = choices.filter((one) => isOneOf(text, [one]));
	if (said !== undefined) return others.length === 0 ? said : undefined;
	const place = choices.findIndex((_, index) => isOneOf(text, [String(index + 1)]));
	const isAmbiguous = choices.some(
		(one) => /^\d/.test(one) || one.split(/\D+/).includes(String(place + 1)),
	);
	return isAmbiguous ? undefined : choices[place];
}

/** If there is a poll, a text with the words of its options counts too. */
function wordsOf({ rules: { words, labels }, poll }: Question): Words {
	const inPoll = (label: string) => (poll ? [label] : []);
	return {
		approve: [...(words.approve.length > 0 ? words.approve : APPROVALS), ...inPoll(labels.approve)],
		refuse: [...(words.refuse.length > 0 ? words.refuse : REFUSALS), ...inPoll(labels.refuse)],
	};
}

const decided = (decision: Decision, words?: string): Verdict => ({
	is: 'answer',
	approved: decision === 'approved',
	choice: null,
	words,
});

const chosen = (choice: string): Verdict => ({ is: 'answer', approved: null, choice });

/** Whether it is about the question itself, which can have a poll beside its text. */
const isAbout = ({ message_id: id }: IDataObject, { messageId, poll }: Question) =>
	id === messageId || (poll !== null && id === poll.messageId);

/** A reply to another message is for that one. */
const isForQuestion = ({ reply_to_message_id: id }: IDataObject, question: Question) =>
	typeof id !== 'string' || isAbout({ message_id: id }, question);

const mayAnswer = (from: unknown, { rules }: Question) =>
	rules.people.length === 0 || rules.people.includes(String(from ?? '').toLowerCase());

/**
 * Linq's own clock shows which events came before the question, e.g. a text that is delivered again.
 * A message recovered late reached Linq after the question, but was sent before it
 * (contract/behaviour.md, section 11).
 */
function isInTime(
	{ time, sent_at: sentAt }: IDataObject,
	{ askedAt, startedAt, until }: Question,
): boolean {
	const asked = Date.parse(askedAt);
	const isBefore =
		Date.parse(String(time)) < asked || Date.parse(String(sentAt)) < asked - CLOCK_TOLERANCE_MS;
	// n8n ends a wait up to a minute late. What comes meanwhile is for another question, or for none.
	const isAfter = Date.parse(String(sentAt ?? time)) > asked + (until - startedAt);
	return !isBefore && !isAfter;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
