import { ApiError } from '../contract/errors.mts';
import { newestFirst, pageOf } from '../cursor.mts';
import { publishEdited } from '../messaging/events.mts';
import { once } from '../messaging/idempotency.mts';
import { chatById, messageById, openChat } from '../messaging/lookup.mts';
import { renderMessage, renderSent } from '../messaging/render.mts';
import type { ContentRequest } from '../messaging/requests.mts';
import { sendContent } from '../messaging/send.mts';
import type { Message } from '../state/messages.mts';
import type { World } from '../world.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

interface SendMessageRequest {
	message: ContentRequest;
	override_optout: boolean;
}

interface PageQuery {
	limit: number;
	cursor?: string;
}

interface EditMessageRequest {
	text: string;
	part_index: number;
}

/** How often and how long a message can be edited (contract/behaviour.md section 7, "Edit"). */
const MOST_EDITS = 5;
const EDIT_MS = 15 * 60_000;

/** Messages: send into a chat, list, read, edit, delete, thread. */
export const messages: Record<string, Operation> = {
	sendMessageToChat: operation<SendMessageRequest>(
		({ operationId, params, body, traceId }, world) => {
			const chat = chatById(world, params.chatId);
			const key = body.message.idempotency_key;
			return once(world, { keys: world.state.messageKeys, operationId, key }, () => {
				const message = sendContent(world, chat, body.message, {
					traceId,
					overrideOptOut: body.override_optout,
					idempotencyKey: key,
				});
				return {
					messageId: message.id,
					answer: { status: 202, body: { chat_id: chat.id, message: renderSent(message) } },
				};
			});
		},
	),

	getMessages: operation<undefined, PageQuery>(({ params, query }, world) => {
		const chat = chatById(world, params.chatId);
		const all = newestFirst(world.state.messages.ofChat(chat.id));
		const page = pageOf(all, 'desc', query.cursor, query.limit);
		return {
			status: 200,
			body: { messages: page.items.map(renderMessage), next_cursor: page.nextCursor },
		};
	}),

	getMessage: operation(({ params }, world) => ({
		status: 200,
		body: renderMessage(messageById(world, params.messageId)),
	})),

	editMessage: operation<EditMessageRequest>(({ params, body }, world) => {
		const message = messageById(world, params.messageId);
		const chat = openChat(world, message.chatId);
		if (message.direction !== 'outbound') throw new ApiError('2005');
		const part = message.parts[body.part_index];
		if (part?.type !== 'text') throw new ApiError('1005', 'part_index is not a text part');
		if ((message.service ?? chat.service) !== 'iMessage')
			throw new ApiError('2015', 'not iMessage');
		if (message.edits >= MOST_EDITS) throw new ApiError('2015', `edited ${MOST_EDITS} times`);
		if (world.now() - Date.parse(message.createdAt) > EDIT_MS) {
			throw new ApiError('2015', 'older than 15 minutes');
		}
		message.edits++;
		part.value = body.text;
		message.updatedAt = world.isoNow();
		world.later(() => publishEdited(world, chat, message, body.part_index));
		return { status: 200, body: renderMessage(message) };
	}),

	deleteMessage: operation(({ params }, world) => {
		world.state.messages.delete(messageById(world, params.messageId));
		return NO_CONTENT;
	}),

	getMessageThread: operation<undefined, PageQuery & { order: 'asc' | 'desc' }>(
		({ params, query }, world) => {
			const message = messageById(world, params.messageId);
			const rootId = rootOf(world, message);
			const all = world.state.messages
				.ofChat(message.chatId)
				.filter((entry) => rootOf(world, entry) === rootId);
			const ordered = query.order === 'desc' ? newestFirst(all) : all;
			const page = pageOf(ordered, query.order, query.cursor, query.limit);
			return {
				status: 200,
				body: { messages: page.items.map(renderMessage), next_cursor: page.nextCursor },
			};
		},
	),
};

/** The message that a thread hangs on: what the replies, and the replies to them, go back to. */
function rootOf(world: World, message: Message): string {
	let root = message;
	while (root.replyTo) {
		const original = world.state.messages.byId(root.replyTo.message_id);
		if (!original) return root.replyTo.message_id;
		root = original;
	}
	return root.id;
}
