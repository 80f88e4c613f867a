import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { conversationOf } from '../../shared/simplify/conversation';
import { simplifyMessage } from '../../shared/simplify/message';
import type { Content } from '../../shared/simplify/parts';

/** A message of a chat, as far as it tells who has the last word (contract/openapi.yaml, Message). */
export const storedMessage = z
	.object({
		id: z.string(),
		chat_id: z.string(),
		created_at: z.string(),
		is_from_me: z.boolean(),
		delivery_status: z.string().nullish(),
		/** Linq found it late: it is history, whatever its place (contract/behaviour.md, section 11). */
		reconciled_at: z.string().nullish(),
	})
	.passthrough();

export type StoredMessage = z.infer<typeof storedMessage>;

export const messagePage = z.object({
	messages: z.array(storedMessage),
	next_cursor: z.string().nullish(),
});

type Page = z.infer<typeof messagePage>;

/** Pages that are read at most, of 50 messages each. */
const MAX_PAGES = 10;
export const PAGE_SIZE = 50;

const DAY = 86_400_000;

/** Messages from us that did not fail; a failed one answers nobody. */
const isOurs = ({ is_from_me: ours, delivery_status: status }: StoredMessage) =>
	ours && status !== 'failed';

export const isTheirs = ({ is_from_me: ours }: StoredMessage) => !ours;

const timeOf = ({ created_at: at }: StoredMessage) => Date.parse(at);

/** The end of a chat. */
export interface End {
	/** Newest first. */
	messages: StoredMessage[];
	/** Whether nothing is missing that could be unanswered. */
	isWhole: boolean;
}

/**
 * Reads a chat from its end, page after page, as far as it takes to know who has said what since the
 * other side spoke last.
 *
 * Linq does not say in which order it lists messages (contract/behaviour.md, section 6). A list that
 * begins with the oldest is read to its end.
 *
 * @param getPage the page behind a cursor; the first without one
 * @param limit of messages that are wanted; what lies before them is not looked for
 * @throws Error in plain words where the end of the chat is out of reach
 */
export async function readEnd(
	getPage: (cursor?: string) => Promise<Page>,
	limit: number,
): Promise<End> {
	const found = new Map<string, StoredMessage>();
	let cursor: string | undefined;
	let isAscending = false;
	for (let pages = 1; pages <= MAX_PAGES; pages++) {
		const page = await getPage(cursor);
		isAscending ||= isOldestFirst(page.messages);
		// A message that arrives meanwhile can push another on to the next page.
		for (const message of page.messages) found.set(message.id, message);
		const messages = [...found.values()];
		const next = page.next_cursor ?? undefined;
		// A cursor that does not move on would bring the same page for ever.
		if (next === undefined || next === cursor) {
			return { messages: newestFirst(messages, isAscending), isWhole: true };
		}
		cursor = next;
		if (isAscending) continue;
		const isAnswered = messages.some(isOurs);
		const isFull = !isAnswered && messages.filter(isTheirs).length > limit;
		if (isFull || (isAnswered && messages.some(isTheirs))) {
			return { messages: newestFirst(messages, false), isWhole: isAnswered };
		}
	}
	if (isAscending) {
		throw new Error(
			`Linq lists this chat from its beginning, and its end lies behind the first ${MAX_PAGES * PAGE_SIZE} messages`,
		);
	}
	const messages = newestFirst([...found.values()], false);
	return { messages, isWhole: messages.some(isOurs) };
}

const isOldestFirst = (page: StoredMessage[]): boolean => {
	const [first, last] = [page.at(0), page.at(-1)];
	return first !== undefined && last !== undefined && timeOf(first) < timeOf(last);
};

/** Of messages of the same moment the list's own order decides, so all who ask see the same. */
const newestFirst = (messages: StoredMessage[], isAscending: boolean): StoredMessage[] =>
	(isAscending ? [...messages].reverse() : messages).sort((a, b) => timeOf(b) - timeOf(a));

/** A message in flat fields. */
type Flat = IDataObject & Content;

/** The newest message of the other side that came in by itself; undefined where we spoke last. */
export const newestUnanswered = (end: End): StoredMessage | undefined =>
	unansweredIn(end).find(({ reconciled_at: late }) => !late);

/** Newest first. */
function unansweredIn({ messages }: End): StoredMessage[] {
	const ours = messages.findIndex(isOurs);
	return (ours < 0 ? messages : messages.slice(0, ours)).filter(isTheirs);
}

/**
 * All that the other side has written since our last message, as one item.
 *
 * @param limit of messages; the newest ones are kept
 * @param now epoch milliseconds
 * @returns under the names of messages elsewhere: `text` and `chatInput` joined, `media` and `links`
 *   listed, `message_id` and `from` of the newest; `messages` one by one, oldest first
 */
export function describeUnanswered(chatId: string, end: End, limit: number, now: number) {
	const all = unansweredIn(end);
	const messages = all
		.slice(0, limit)
		.reverse()
		.map((message) => simplifyMessage(message as IDataObject)) as Flat[];
	const last = messages.at(-1);
	const text = joined(messages.map((message) => message.text));
	const said = joined(messages.map((message) => conversationOf(chatId, message).chatInput));
	return {
		chat_id: chatId,
		message_id: last?.message_id ?? null,
		from: last?.from ?? null,
		text,
		links: messages.flatMap(({ links }) => links),
		media: messages.flatMap(({ media }) => media),
		messages,
		count: messages.length,
		has_more: all.length > limit || !end.isWhole,
		...sinceTheirReply(end.messages, now),
		sessionId: chatId,
		chatInput: said,
	};
}

const joined = (texts: unknown[]): string => texts.filter((text) => text !== '').join('\n');

/** How long they have been silent, and what we have sent meanwhile; null where they never spoke. */
function sinceTheirReply(messages: StoredMessage[], now: number) {
	const at = messages.findIndex(isTheirs);
	const reply = messages[at];
	const since = at < 0 ? messages : messages.slice(0, at);
	return {
		days_since_reply: reply
			? Math.max(0, Math.round(((now - timeOf(reply)) / DAY) * 100) / 100)
			: null,
		outbound_since_reply: since.filter(isOurs).length,
	};
}
