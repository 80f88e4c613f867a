import { newestFirst, pageOf } from '../cursor.mts';
import { once } from '../messaging/idempotency.mts';
import { chatById, messageById } from '../messaging/lookup.mts';
import { renderMessage, renderSent } from '../messaging/render.mts';
import type { ContentRequest } from '../messaging/requests.mts';
import { sendContent } from '../messaging/send.mts';
import { operation, type Operation } from './operation.mts';

interface SendMessageRequest {
	message: ContentRequest;
	override_optout: boolean;
}

interface PageQuery {
	limit: number;
	cursor?: string;
}

/** Messages of a chat: send, list, read. */
export const messages: Record<string, Operation> = {
	sendMessageToChat: operation<SendMessageRequest>(({ params, body, traceId }, world) => {
		const chat = chatById(world, params.chatId);
		const key = body.message.idempotency_key;
		return once(world, key, () => {
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
	}),

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
};
