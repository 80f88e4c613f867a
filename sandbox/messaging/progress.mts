import { activeContacts, type Chat } from '../state/chats.mts';
import type { Failure } from '../state/failures.mts';
import type { Message } from '../state/messages.mts';
import type { World } from '../world.mts';
import { publishFailed, publishMessage } from './events.mts';

const NOT_REACHABLE: Failure = {
	code: 4005,
	reason: 'Recipient cannot receive this type of message',
};

/** Callbacks as a message moves on; polls have events of their own. */
export interface Stages {
	sent: () => void;
	delivered: () => void;
	read: () => void;
	failed: (failure: Failure) => void;
}

/**
 * Moves an outbound message on, one state a pace: pending, sent, delivered, read, or failed. Groups
 * and SMS stop at sent (contract/behaviour.md section 10).
 *
 * @param stages default: the `message.*` events
 */
export function deliver(
	world: World,
	chat: Chat,
	message: Message,
	stages: Stages = messageStages(world, chat, message),
): void {
	world.later(() => {
		const recipients = activeContacts(chat);
		const service = world.state.contacts.serviceFor(recipients, message.preferredService);
		const failure =
			world.state.failures.take(chat.id, recipients) ?? (service ? undefined : NOT_REACHABLE);
		if (failure || !service) {
			set(world, message, 'failed');
			stages.failed(failure ?? NOT_REACHABLE);
			return;
		}
		message.service = service;
		message.sentAt = set(world, message, 'sent');
		if (chat.service !== service && !chat.isGroup) chat.service = service;
		stages.sent();
		if (!chat.isGroup && service !== 'SMS') confirm(world, message, stages);
	});
}

function confirm(world: World, message: Message, stages: Stages): void {
	world.later(() => {
		if (message.status !== 'sent') return;
		message.deliveredAt = set(world, message, 'delivered');
		stages.delivered();
		if (!world.settings.autoRead) return;
		world.later(() => markRead(world, message, stages.read));
	});
}

/**
 * Marks a delivered message as read by its recipient.
 *
 * @param fire sends the event; not called where the message cannot be read or was read before
 */
export function markRead(world: World, message: Message, fire: () => void): void {
	if (message.status !== 'delivered') return;
	message.readAt = set(world, message, 'read');
	fire();
}

function messageStages(world: World, chat: Chat, message: Message): Stages {
	return {
		sent: () => publishMessage(world, 'sent', chat, message),
		delivered: () => publishMessage(world, 'delivered', chat, message),
		read: () => publishMessage(world, 'read', chat, message),
		failed: (failure) => publishFailed(world, chat, message, failure),
	};
}

function set(world: World, message: Message, status: Message['status']): string {
	message.status = status;
	message.updatedAt = world.isoNow();
	return message.updatedAt;
}
