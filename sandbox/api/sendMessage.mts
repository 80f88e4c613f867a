import { ApiError } from '../contract/errors.mts';
import { publishChatCreated } from '../messaging/events.mts';
import { checkHandles } from '../messaging/handles.mts';
import { once } from '../messaging/idempotency.mts';
import { pickLine, type Pick } from '../messaging/pickLine.mts';
import { renderSent } from '../messaging/render.mts';
import type { ContentRequest } from '../messaging/requests.mts';
import { draftChat, sendContent } from '../messaging/send.mts';
import { operation, type Operation } from './operation.mts';

interface AutoFromSendRequest {
	to: string[];
	message: ContentRequest;
	continuation_message?: { text: string };
	exclude_from?: string[];
	override_optout: boolean;
}

/** `POST /v3/messages`: Linq picks line and chat (contract/behaviour.md section 7). */
export const sendMessage: Record<string, Operation> = {
	sendMessage: operation<AutoFromSendRequest>(({ operationId, body, headers, traceId }, world) => {
		const to = checkHandles(body.to);
		const header = headers['idempotency-key'];
		const key = typeof header === 'string' ? header : body.message.idempotency_key;
		return once(world, { keys: world.state.messageKeys, operationId, key }, () => {
			const pick = pickLine(world, to, body.exclude_from);
			if (!pick) throw new ApiError('2015_line');
			const { line, reason } = pick;
			const content = contentFor(pick, body);
			const chat = pick.chat ?? draftChat(world, line.phoneNumber, to, content.preferred_service);
			const message = sendContent(world, chat, content, {
				traceId,
				overrideOptOut: body.override_optout,
				idempotencyKey: key,
			});
			if (!pick.chat) {
				world.state.chats.add(chat);
				publishChatCreated(world, chat, traceId);
			}
			return {
				messageId: message.id,
				answer: {
					status: 202,
					body: {
						chat_id: chat.id,
						created_new_chat: !pick.chat,
						from: line.phoneNumber,
						from_selection: { reason, reused_existing_chat: Boolean(pick.chat) },
						handles: chat.handles,
						is_group: chat.isGroup,
						message: renderSent(message),
						service: chat.service,
						previous_chat_id: pick.abandoned?.id ?? null,
					},
				},
			};
		});
	}),
};

/** After a failover the continuation message, if there is one, takes the place of the text. */
function contentFor(pick: Pick, body: AutoFromSendRequest): ContentRequest {
	if (pick.reason !== 'failover_flagged' || !body.continuation_message) return body.message;
	const { text } = body.continuation_message;
	return { ...body.message, experience: undefined, parts: [{ type: 'text', value: text }] };
}
