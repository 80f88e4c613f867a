import { activeHandles, type Chat } from '../state/chats.mts';
import type { Message } from '../state/messages.mts';
import type { State } from '../state/state.mts';
import type { HealthStatus } from '../wire.mts';

/** A chat's health: that of the control side, unless a contact opted out. */
export function healthOf(chat: Chat, state: State): HealthStatus {
	const optedOut = chat.isGroup
		? undefined
		: chat.handles.map((entry) => state.optOuts.since(entry.handle)).find(Boolean);
	const status = optedOut ? 'OPTED_OUT' : (chat.health?.status ?? 'HEALTHY');
	return {
		status,
		doc_url: `https://docs.linqapp.com/guides/chats/chat-health#${status.toLowerCase().replace('_', '-')}`,
		updated_at: optedOut ?? chat.health?.updated_at ?? chat.createdAt,
	};
}

/** The name set by someone, else the participants, as Linq's samples have it. */
export const displayNameOf = (chat: Chat): string =>
	chat.displayName ??
	activeHandles(chat)
		.map((entry) => entry.handle)
		.join(', ');

/** `Chat` of the contract. */
export function renderChat(chat: Chat, state: State): object {
	return {
		id: chat.id,
		display_name: displayNameOf(chat),
		service: chat.service,
		handles: chat.handles,
		is_group: chat.isGroup,
		is_archived: false,
		...(chat.icon === null ? {} : { group_chat_icon: chat.icon }),
		health_status: healthOf(chat, state),
		created_at: chat.createdAt,
		updated_at: chat.updatedAt,
	};
}

const isDelivered = (message: Message): boolean => message.deliveredAt !== null;

/** `Message` of the contract, as read back. */
export function renderMessage(message: Message): object {
	return {
		id: message.id,
		chat_id: message.chatId,
		created_at: message.createdAt,
		updated_at: message.updatedAt,
		delivery_status: message.status,
		is_from_me: message.direction === 'outbound',
		is_delivered: isDelivered(message),
		is_read: message.readAt !== null,
		parts: message.poll ? null : message.parts,
		from: message.sender.handle,
		from_handle: message.sender,
		sent_at: message.sentAt,
		delivered_at: message.deliveredAt,
		read_at: message.readAt,
		effect: message.effect,
		reply_to: message.replyTo,
		service: message.service,
		preferred_service: message.preferredService,
	};
}

/** `SentMessage` of the contract, as a send answers it. */
export function renderSent(message: Message): object {
	return {
		id: message.id,
		created_at: message.createdAt,
		delivery_status: message.status,
		is_read: message.readAt !== null,
		parts: message.parts,
		sent_at: message.sentAt,
		delivered_at: message.deliveredAt,
		effect: message.effect,
		from_handle: message.sender,
		preferred_service: message.preferredService,
		reply_to: message.replyTo,
		service: message.service,
	};
}
