import { statusOf } from '../../../shared/errors/failure';
import { InvalidInput } from '../../../shared/errors/invalidInput';
import { readId } from '../../../shared/input/ids';
import { chatField } from '../../fields/chat';
import { downloadOptions } from '../../fields/downloads';
import { addMessageFiles } from '../../files/messageFiles';
import type { End, StoredMessage } from '../../message/unanswered';
import {
	describeUnanswered,
	messagePage,
	newestUnanswered,
	PAGE_SIZE,
	readEnd,
	storedMessage,
} from '../../message/unanswered';
import type { Field, ItemAtWork, Operation, Produced } from '../../operation';
import { clock } from '../../send/clock';

/** Messages of an item, where the option Maximum Messages is not set. */
const MAX_MESSAGES = 50;

const newestField: Field = {
	displayName: 'Message ID',
	name: 'newestMessageId',
	type: 'string',
	default: '={{ $json.message_id }}',
	placeholder: 'e.g. 69a37c7d-af4f-4b5e-af42-e28e98ce873a',
	description:
		'The message that started the workflow. If others have come since, or it has been answered, is_latest of the output is false. Leave empty to get is_latest as null.',
};

const maximumOption: Field = {
	displayName: 'Maximum Messages',
	name: 'maxUnanswered',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 400 },
	default: MAX_MESSAGES,
	description:
		'How many messages to return at most, the newest ones. If there are more, has_more is true.',
};

/** The unanswered messages of a chat, read from Linq: nothing else remembers them. */
export const getUnanswered: Operation = {
	name: 'Get Unanswered',
	value: 'getUnanswered',
	action: 'Get unanswered messages of chat',
	description:
		'Retrieve what people have written in a chat since your last message, as one text, e.g. to answer several quick messages once',
	method: 'GET',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField, newestField],
	options: [...downloadOptions, maximumOption],
	perform: getAll,
};

async function getAll(item: ItemAtWork): Promise<Produced> {
	const { context } = item;
	const chatId = String(item.sent('chatId'));
	const message = String(context.getNodeParameter('newestMessageId', '') ?? '').trim();
	const asked = message === '' ? undefined : readId(message, 'Message ID');
	const limit = maximumOf(context.getNodeParameter('options.maxUnanswered', MAX_MESSAGES));
	const end = await readEnd(
		async (cursor) =>
			await item.ask(
				{ method: 'GET', url: item.url, qs: { limit: PAGE_SIZE, ...(cursor && { cursor }) } },
				messagePage,
			),
		limit,
	);
	const isLatest = asked === undefined ? null : await isNewest(item, chatId, asked, end);
	const json = { ...describeUnanswered(chatId, end, limit, clock.now()), is_latest: isLatest };
	return (await addMessageFiles(item)?.(json)) ?? { json };
}

function maximumOf(value: unknown): number {
	const maximum = Math.floor(Number(value));
	if (maximum >= 1) return maximum;
	throw new InvalidInput(
		'Maximum Messages is not a number of 1 or more',
		'Enter how many messages to return at most, e.g. 50, or remove the option.',
	);
}

/**
 * Whether a message is the newest that has not been answered. One that the list does not have is
 * looked up: if the list is behind, it is added, because the execution that it has started is the
 * only one that will answer it.
 *
 * One that is gone, e.g. deleted, is not: there is nothing of it to answer any more, and each other
 * message has an execution of its own.
 *
 * @throws InvalidInput where it is in another chat
 */
async function isNewest(item: ItemAtWork, chatId: string, id: string, end: End): Promise<boolean> {
	const { messages } = end;
	if (messages.some((message) => message.id === id)) return newestUnanswered(end)?.id === id;
	const message = await lookUp(item, id);
	if (!message) return false;
	if (message.chat_id !== chatId) {
		throw new InvalidInput(
			'Message ID is of a message in another chat',
			'Choose the chat of that message: {{ $json.chat_id }} of Linq Trigger.',
		);
	}
	const newest = messages[0];
	if (newest && Date.parse(message.created_at) <= Date.parse(newest.created_at)) return false;
	messages.unshift(message);
	return newestUnanswered(end)?.id === id;
}

/** A message that the list does not have; undefined where Linq does not have it either. */
async function lookUp(item: ItemAtWork, id: string): Promise<StoredMessage | undefined> {
	const call = { method: 'GET', url: `/v3/messages/${id}` } as const;
	return await item.ask(call, storedMessage).catch((error: unknown) => {
		if (statusOf(error) === 404) return undefined;
		throw error;
	});
}
