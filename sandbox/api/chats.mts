import { ApiError } from '../contract/errors.mts';
import { newestFirst, pageOf } from '../cursor.mts';
import {
	publishChatCreated,
	publishGroupChange,
	publishParticipant,
} from '../messaging/events.mts';
import { checkHandles } from '../messaging/handles.mts';
import { once } from '../messaging/idempotency.mts';
import { chatById, groupById, openChat, ownLine } from '../messaging/lookup.mts';
import { renderChat, renderSent } from '../messaging/render.mts';
import type { ContentRequest } from '../messaging/requests.mts';
import { firstMessage } from '../messaging/rules.mts';
import { draftChat, sendContent } from '../messaging/send.mts';
import { activeHandles, ownHandle, type Chat } from '../state/chats.mts';
import type { World } from '../world.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

/** Fewest who must remain in a group, the line included (contract/behaviour.md section 10). */
const SMALLEST_GROUP = 3;

interface CreateChatRequest {
	from: string;
	to: string[];
	message: ContentRequest;
	override_optout: boolean;
}

/** `/v3/chats`: open, list, read, change, mark as read, leave, share the contact card. */
export const chats: Record<string, Operation> = {
	createChat: operation<CreateChatRequest>(({ operationId, body, traceId }, world) => {
		const { from } = body;
		ownLine(world, from);
		const to = checkHandles(body.to);
		const key = body.message.idempotency_key;
		return once(world, { keys: world.state.messageKeys, operationId, key }, () => {
			const existing = world.state.chats.reusable(from, to);
			const content = existing ? body.message : firstMessage(body.message);
			const chat = existing ?? draftChat(world, from, to, content.preferred_service);
			const message = sendContent(world, chat, content, {
				traceId,
				overrideOptOut: body.override_optout,
				idempotencyKey: key,
			});
			if (!existing) {
				world.state.chats.add(chat);
				publishChatCreated(world, chat, traceId);
			}
			const { id, display_name, handles, health_status, is_group, service } = renderChat(
				chat,
				world.state,
			) as Record<string, unknown>;
			return {
				messageId: message.id,
				answer: {
					status: 201,
					body: {
						chat: {
							id,
							display_name,
							handles,
							health_status,
							is_group,
							service,
							message: renderSent(message),
						},
					},
				},
			};
		});
	}),

	listChats: operation<undefined, { from?: string; to?: string; limit: number; cursor?: string }>(
		({ query }, world) => {
			const all = [...newestFirst(world.state.chats.all())].filter(
				(chat) =>
					(query.from === undefined || chat.line === query.from) &&
					(query.to === undefined || activeHandles(chat).some((h) => h.handle === query.to)),
			);
			const page = pageOf(all, 'desc', query.cursor, query.limit);
			return {
				status: 200,
				body: {
					chats: page.items.map((chat) => renderChat(chat, world.state)),
					next_cursor: page.nextCursor,
				},
			};
		},
	),

	getChat: operation(({ params }, world) => ({
		status: 200,
		body: renderChat(chatById(world, params.chatId), world.state),
	})),

	updateChat: operation<{ display_name?: string; group_chat_icon?: string }>(
		({ params, body, traceId }, world) => {
			const chat = groupById(world, params.chatId);
			world.later(() => {
				const by = ownHandle(chat);
				chat.updatedAt = world.isoNow();
				if (body.display_name !== undefined) {
					const change = { from: chat.displayName, to: body.display_name || null, by, traceId };
					chat.displayName = change.to;
					publishGroupChange(world, 'name', chat, change);
				}
				if (body.group_chat_icon !== undefined) {
					const change = { from: chat.icon, to: body.group_chat_icon, by, traceId };
					chat.icon = change.to;
					publishGroupChange(world, 'icon', chat, change);
				}
			});
			return { status: 202, body: { chat_id: chat.id, status: 'pending' } };
		},
	),

	markChatAsRead: operation(({ params }, world) => {
		const chat = openChat(world, params.chatId);
		if (!chat.isGroup) markInboundRead(world, chat);
		return NO_CONTENT;
	}),

	leaveChat: operation(({ params, traceId }, world) => {
		const chat = groupById(world, params.chatId);
		if (activeHandles(chat).length <= SMALLEST_GROUP) {
			throw new ApiError('1005', `a group keeps at least ${SMALLEST_GROUP} participants`);
		}
		const own = ownHandle(chat);
		own.status = 'left';
		own.left_at = world.isoNow();
		world.later(() => publishParticipant(world, 'removed', chat, own, traceId));
		return {
			status: 202,
			body: { status: 'accepted', message: 'Leave group chat queued', trace_id: traceId },
		};
	}),

	shareContactWithChat: operation(({ params }, world) => {
		const chat = openChat(world, params.chatId);
		if (!world.state.contactCards.of(chat.line)?.is_active) throw new ApiError('2012');
		return NO_CONTENT;
	}),
};

function markInboundRead(world: World, chat: Chat): void {
	const at = world.isoNow();
	for (const message of world.state.messages.ofChat(chat.id)) {
		if (message.direction !== 'inbound' || message.readAt !== null) continue;
		message.readAt = at;
		message.status = 'read';
		message.updatedAt = at;
	}
}
