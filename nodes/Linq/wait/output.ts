import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Answer } from './judge';
import { merged } from './readBack';
import type { Question } from './state';

/** Tells an agent that nobody answered its question. */
const NO_ANSWER = 'Nobody answered in time, so this is not approved.';

/**
 * The item of an answer: the event in flat form, and what it means.
 *
 * @param now milliseconds since 1970
 */
export function answered(
	event: IDataObject,
	{ approved, choice, words }: Answer,
	question: Question,
	now: number,
): IDataObject {
	// n8n gives what stands here to an agent as the reason of a refusal: only what is one.
	return {
		...omit(event, 'chatInput'),
		...result(question, { approved, choice, timedOut: false }, now),
		...(words !== undefined && { chatInput: words }),
	};
}

/** The item of an answer in free text. @param texts flat items of its messages, oldest first */
export function answeredFreely(texts: IDataObject[], question: Question, now: number): IDataObject {
	const message = merged(texts);
	return {
		...message,
		...result(question, { approved: null, choice: null, timedOut: false }, now),
		chatInput: message.text,
	};
}

/** The item where the question did not arrive. @param event message.failed in flat form */
export function failed(event: IDataObject, question: Question, now: number): IDataObject {
	return {
		...omit(event, 'chatInput'),
		...result(question, { ...none(question), timedOut: false }, now),
	};
}

/** The item where nobody answers until the end of the wait. */
export function timedOut(question: Question): IDataObject {
	const { chatId, messageId, until, line, isGroup, rules } = question;
	return {
		chat_id: chatId,
		is_group: isGroup,
		message_id: messageId,
		line,
		...result(question, { ...none(question), timedOut: true }, until),
		...(rules.responseType === 'approval' && { chatInput: NO_ANSWER }),
	};
}

/** Whatever asks for approval has not got it. */
const none = ({ rules }: Question) => ({
	approved: rules.responseType === 'approval' ? false : null,
	choice: null,
});

const result = (
	{ messageId, startedAt }: Question,
	{
		approved,
		choice,
		timedOut: isOver,
	}: { approved: boolean | null; choice: string | null; timedOut: boolean },
	now: number,
) => ({
	question_id: messageId,
	approved,
	choice,
	timed_out: isOver,
	waited_seconds: Math.max(0, Math.round((now - startedAt) / 1000)),
});
