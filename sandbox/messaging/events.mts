import { ownHandle, type Chat } from '../state/chats.mts';
import type { Message } from '../state/messages.mts';
import type { Failure } from '../state/failures.mts';
import type { State } from '../state/state.mts';
import type { ChatHandle, Part, Reaction } from '../wire.mts';
import type { NewEvent } from '../webhooks/envelope.mts';
import type { World } from '../world.mts';
import { displayNameOf, healthOf } from './render.mts';

type Stage = 'sent' | 'received' | 'delivered' | 'read';

/** Parts as events carry them: without reactions. */
export function eventParts(parts: readonly Part[]): object[] {
	return parts.map(({ reactions: _reactions, ...part }) => part);
}

/** `chat` in message events. */
export function eventChat(chat: Chat, state: State): object {
	return {
		id: chat.id,
		is_group: chat.isGroup,
		owner_handle: ownHandle(chat),
		health_status: healthOf(chat, state),
	};
}

/** Fires `message.sent`, `.received`, `.delivered` or `.read` (contract/events.md). */
export function publishMessage(world: World, stage: Stage, chat: Chat, message: Message): void {
	world.publish({
		type: `message.${stage}`,
		line: chat.line,
		chatId: chat.id,
		traceId: message.traceId,
		data: {
			chat: eventChat(chat, world.state),
			id: message.id,
			idempotency_key: message.idempotencyKey,
			direction: message.direction,
			sender_handle: message.sender,
			parts: eventParts(message.parts),
			effect: message.effect,
			...(message.replyTo ? { reply_to: message.replyTo } : {}),
			sent_at: message.sentAt,
			delivered_at: message.deliveredAt,
			read_at: message.readAt,
			service: message.service ?? chat.service,
			preferred_service: message.preferredService,
		},
		data2025: messageData2025(stage, chat, message),
	});
}

/** The older shape of the four message events (behaviour.md section 11, "Versions"). */
function messageData2025(stage: Stage, chat: Chat, message: Message): object {
	const inbound = message.direction === 'inbound';
	return {
		chat_id: chat.id,
		from: message.sender.handle,
		from_handle: message.sender,
		idempotency_key: message.idempotencyKey,
		is_from_me: !inbound,
		is_group: chat.isGroup,
		message: {
			created_at: message.createdAt,
			delivered_at: message.deliveredAt,
			id: message.id,
			is_delivered: message.deliveredAt !== null,
			is_read: message.readAt !== null,
			parts: eventParts(message.parts),
			...(message.effect ? { effect: message.effect } : {}),
			...(message.replyTo ? { reply_to: message.replyTo } : {}),
			read_at: message.readAt,
			sent_at: message.sentAt,
			updated_at: message.updatedAt,
		},
		...(stage === 'delivered' ? { delivered_at: message.deliveredAt, message_id: message.id } : {}),
		...(stage === 'read' ? { read_at: message.readAt, message_id: message.id } : {}),
		preferred_service: message.preferredService,
		received_at: inbound ? message.sentAt : null,
		recipient_handle: inbound ? ownHandle(chat) : null,
		recipient_phone: null,
		service: message.service ?? chat.service,
	};
}

/** Fires `message.failed`. */
export function publishFailed(world: World, chat: Chat, message: Message, failure: Failure): void {
	world.publish({
		type: 'message.failed',
		line: chat.line,
		chatId: chat.id,
		traceId: message.traceId,
		data: {
			chat_id: chat.id,
			message_id: message.id,
			code: failure.code,
			reason: failure.reason,
			service: message.service,
			preferred_service: message.preferredService,
			failed_at: message.updatedAt,
		},
	});
}

/** Fires `message.edited`, which version 2025-01-01 does not have. */
export function publishEdited(world: World, chat: Chat, message: Message, index: number): void {
	const part = message.parts[index];
	world.publish({
		type: 'message.edited',
		line: chat.line,
		chatId: chat.id,
		traceId: message.traceId,
		data: {
			chat: eventChat(chat, world.state),
			id: message.id,
			direction: message.direction,
			sender_handle: message.sender,
			part: { index, text: part?.type === 'text' ? part.value : '' },
			edited_at: message.updatedAt,
		},
		data2025: null,
	});
}

/** Fires `chat.created`. */
export function publishChatCreated(world: World, chat: Chat, traceId: string): void {
	const data = {
		id: chat.id,
		display_name: displayNameOf(chat),
		service: chat.service,
		handles: chat.handles,
		is_group: chat.isGroup,
		created_at: chat.createdAt,
		updated_at: chat.updatedAt,
	};
	world.publish({
		...onChat('chat.created', chat, traceId),
		data: { ...data, health_status: healthOf(chat, world.state) },
		data2025: data,
	});
}

/** Fires `reaction.added` or `.removed`, or `poll.reaction.added` where it is on a poll. */
export function publishReaction(
	world: World,
	change: 'added' | 'removed',
	chat: Chat,
	message: Message,
	reaction: Reaction,
	partIndex: number,
	traceId: string,
): void {
	world.publish({
		...onChat(`${message.poll ? 'poll.' : ''}reaction.${change}`, chat, traceId),
		data: {
			reaction_id: reaction.id,
			chat_id: chat.id,
			message_id: message.id,
			part_index: partIndex,
			reaction_type: reaction.type,
			custom_emoji: reaction.custom_emoji,
			sticker: reaction.sticker,
			is_from_me: reaction.is_me,
			from: reaction.handle.handle,
			from_handle: reaction.handle,
			service: chat.service,
			reacted_at: world.isoNow(),
		},
	});
}

/** Fires `participant.added` or `.removed`. */
export function publishParticipant(
	world: World,
	change: 'added' | 'removed',
	chat: Chat,
	participant: ChatHandle,
	traceId: string,
): void {
	world.publish({
		...onChat(`participant.${change}`, chat, traceId),
		data: {
			chat_id: chat.id,
			handle: participant.handle,
			participant,
			[`${change}_at`]: world.isoNow(),
		},
	});
}

/** Fires `chat.typing_indicator.started` or `.stopped`. */
export function publishTyping(
	world: World,
	change: 'started' | 'stopped',
	chat: Chat,
	actor: ChatHandle,
	traceId: string,
): void {
	world.publish({
		...onChat(`chat.typing_indicator.${change}`, chat, traceId),
		data: { chat_id: chat.id, actor_handle: actor },
	});
}

/** Fires `chat.group_name_updated` or `chat.group_icon_updated`. */
export function publishGroupChange(
	world: World,
	what: 'name' | 'icon',
	chat: Chat,
	change: { from: string | null; to: string | null; by: ChatHandle; traceId: string },
): void {
	world.publish({
		...onChat(`chat.group_${what}_updated`, chat, change.traceId),
		data: {
			chat_id: chat.id,
			old_value: change.from,
			new_value: change.to,
			changed_by_handle: change.by,
			updated_at: chat.updatedAt,
		},
	});
}

/** The fields that all events of a chat share. */
export function onChat(
	type: string,
	chat: Chat,
	traceId: string,
): Pick<NewEvent, 'type' | 'line' | 'chatId' | 'traceId'> {
	return { type, line: chat.line, chatId: chat.id, traceId };
}
