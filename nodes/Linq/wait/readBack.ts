import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Envelope } from '../../shared/delivery/envelope';
import { simplify } from '../../shared/simplify/events';
import type { Ask } from './linq';
import type { Question } from './state';

/** Messages of a chat that are looked through for an answer; the newest ones. */
const LOOKED_THROUGH = 100;

const handle = z.object({ handle: z.string() }).passthrough();

const text = z.string().nullish();

/** A message with the reactions on it (contract/openapi.yaml, Message). */
const message = z
	.object({
		id: z.string(),
		is_from_me: z.boolean().nullish(),
		from: text,
		from_handle: handle.nullish(),
		parts: z
			.array(
				z
					.object({
						reactions: z
							.array(
								z
									.object({
										handle: handle.nullish(),
										is_me: z.boolean().nullish(),
										type: z.string(),
									})
									.passthrough(),
							)
							.nullish(),
					})
					.passthrough(),
			)
			.nullish(),
		delivery_status: text,
		created_at: text,
		sent_at: text,
	})
	.passthrough();

type Message = z.infer<typeof message>;

const page = z.object({ messages: z.array(message) });

const poll = z.object({
	poll: z.object({
		options: z.array(
			z.object({
				option_id: z.string(),
				voters: z.array(z.object({ handle: z.string(), voted_at: text })).nullish(),
			}),
		),
	}),
});

/**
 * The events in a chat since a question was asked, as Linq would deliver them, in flat form: messages
 * of others, oldest first, then tapbacks on the question, its failure, and votes in its poll. Their
 * `event_id` is made up, because Linq's is not visible here.
 */
export async function eventsSince(ask: Ask, question: Question): Promise<IDataObject[]> {
	const url = `/v3/chats/${encodeURIComponent(question.chatId)}/messages`;
	const { messages } = await ask({ method: 'GET', url, qs: { limit: LOOKED_THROUGH } }, page);
	const asked = messages.find(({ id }) => id === question.messageId);
	// Linq does not document the order of the list (contract/behaviour.md, section 6).
	const later = messages
		.filter((one) => timeOf(one) >= Date.parse(asked?.created_at ?? question.askedAt))
		.sort((one, other) => timeOf(one) - timeOf(other));
	const votes = question.poll === null ? [] : await votesIn(ask, question, question.poll.messageId);
	return [
		...later
			.filter(({ is_from_me: isFromMe }) => isFromMe === false)
			.map((one) => received(one, question)),
		...(asked ? tapbacksOn(asked, question) : []),
		...(asked?.delivery_status === 'failed' ? [failureOf(asked, question)] : []),
		...votes,
	];
}

const timeOf = ({ created_at: at }: Message) => Date.parse(at ?? '');

/** A message of somebody else, as an event of the time when Linq got it. */
function received(one: Message, { chatId, isGroup, line }: Question): IDataObject {
	const { from_handle: sender, from, sent_at: sentAt, created_at: createdAt } = one;
	const at = sentAt ?? createdAt;
	return eventOf('message.received', one.id, createdAt ?? at, {
		...one,
		chat: { id: chatId, is_group: isGroup, owner_handle: line },
		direction: 'inbound',
		sender_handle: sender ?? from,
		sent_at: at,
	});
}

/** Linq lists that a message has failed, but not why (contract/openapi.yaml, Message). */
const failureOf = ({ id }: Message, { chatId }: Question): IDataObject =>
	eventOf('message.failed', `${id} failed`, null, {
		chat_id: chatId,
		message_id: id,
		reason: 'The question did not arrive; Linq lists it as failed, without a reason',
	});

function tapbacksOn({ id, parts }: Message, { chatId }: Question): IDataObject[] {
	return (parts ?? []).flatMap(({ reactions }, index) =>
		(reactions ?? [])
			.filter(({ is_me: isMe }) => isMe !== true)
			.map(({ handle: who, type, ...rest }) =>
				eventOf('reaction.added', `${id} ${who?.handle ?? ''} ${type}`, null, {
					...rest,
					chat_id: chatId,
					message_id: id,
					part_index: index,
					reaction_type: type,
					is_from_me: false,
					from_handle: who,
				}),
			),
	);
}

async function votesIn(ask: Ask, question: Question, id: string): Promise<IDataObject[]> {
	const { chatId, isGroup, line } = question;
	const url = `/v3/messages/${encodeURIComponent(id)}/poll`;
	const answer = await ask({ method: 'GET', url }, poll);
	return answer.poll.options.flatMap(({ option_id: option, voters }) =>
		(voters ?? [])
			.filter(({ handle: who }) => who !== line)
			.map(({ handle: who, voted_at: at }) =>
				eventOf('poll.vote.added', `${id} ${who} ${option}`, at, {
					chat: { id: chatId, is_group: isGroup, owner_handle: line },
					message_id: id,
					direction: 'inbound',
					sender_handle: { handle: who, is_me: false },
					option_id: option,
				}),
			),
	);
}

const eventOf = (
	type: string,
	id: string,
	at: string | null | undefined,
	data: Envelope['data'],
): IDataObject =>
	simplify({ event_type: type, event_id: `read ${id}`, created_at: at ?? null, data });

/**
 * Several messages as one: the newest, with the content of all in their order.
 *
 * @param texts flat items of messages, oldest first; at least one
 */
export function merged(texts: IDataObject[]): IDataObject {
	const newest = texts.at(-1) ?? {};
	const all = <T>(field: string): T[] => texts.flatMap((one) => (one[field] ?? []) as T[]);
	let start = 0;
	const mentions = texts.flatMap((one) => {
		const from = start;
		const length = String(one.text ?? '').length;
		start += length === 0 ? 0 : length + 1;
		return ((one.mentions ?? []) as IDataObject[]).map((mention) => ({
			...mention,
			range: (mention.range as number[] | null)?.map((at) => at + from) ?? null,
		}));
	});
	return {
		...newest,
		text: texts
			.map((one) => String(one.text ?? ''))
			.filter((one) => one !== '')
			.join('\n'),
		links: all('links'),
		media: all('media'),
		mentions,
		message_ids: texts.map((one) => one.message_id as string),
	};
}
