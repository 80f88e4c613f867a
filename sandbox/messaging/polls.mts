import { newId } from '../random.mts';
import { ownHandle, type Chat } from '../state/chats.mts';
import type { Message } from '../state/messages.mts';
import { renderPoll, type Poll, type PollOption } from '../state/polls.mts';
import type { ChatHandle } from '../wire.mts';
import type { World } from '../world.mts';
import { onChat } from './events.mts';
import type { Stages } from './progress.mts';

/** A message that is a poll. */
export type PollMessage = Message & { poll: Poll };

/** Makes options of texts. */
export const newOptions = (texts: readonly string[], creator: ChatHandle): PollOption[] =>
	texts.map((text) => ({
		option_id: newId(),
		text,
		can_be_edited: true,
		creator_handle: creator,
		voters: [],
	}));

/** `PollEnvelope` of the contract. */
export function renderPollMessage(message: PollMessage): object {
	return {
		chat_id: message.chatId,
		message_id: message.id,
		poll: renderPoll(message.poll),
		reactions: message.poll.reactions.length > 0 ? message.poll.reactions : null,
		created_at: message.createdAt,
		updated_at: message.updatedAt,
	};
}

/** The events of a poll on its way, in place of the `message.*` ones. */
export function pollStages(world: World, chat: Chat, message: PollMessage): Stages {
	const lifecycle = (stage: 'sent' | 'delivered' | 'read') => () =>
		world.publish({
			...onChat(`poll.${stage}`, chat, message.traceId),
			data: {
				...common(chat, message, message.sender),
				...snapshot(message),
				sent_at: message.sentAt,
				delivered_at: message.deliveredAt,
				read_at: message.readAt,
			},
		});
	return {
		sent: lifecycle('sent'),
		delivered: lifecycle('delivered'),
		read: lifecycle('read'),
		failed: ({ code, reason }) =>
			world.publish({
				...onChat('poll.failed', chat, message.traceId),
				data: {
					...common(chat, message, message.sender),
					...snapshot(message),
					error: { code, message: reason },
					failed_at: message.updatedAt,
				},
			}),
	};
}

/** Fires `poll.received`. */
export function publishPollReceived(world: World, chat: Chat, message: PollMessage): void {
	world.publish({
		...onChat('poll.received', chat, message.traceId),
		data: {
			...common(chat, message, message.sender),
			...snapshot(message),
			received_at: message.sentAt,
		},
	});
}

/** Adds options to a poll and fires `poll.updated`. */
export function addOptions(
	world: World,
	chat: Chat,
	message: PollMessage,
	texts: readonly string[],
	by: ChatHandle,
	traceId: string,
): void {
	const added = newOptions(texts, by);
	message.poll.options.push(...added);
	message.updatedAt = world.isoNow();
	world.later(() =>
		world.publish({
			...onChat('poll.updated', chat, traceId),
			data: { ...common(chat, message, by), added_options: added },
		}),
	);
}

/**
 * Votes, or takes a vote back, and fires the event where that changes anything.
 *
 * @returns false where the poll has no such option
 */
export function vote(
	world: World,
	chat: Chat,
	message: PollMessage,
	ballot: { optionId: string; operation: 'add' | 'remove'; by: ChatHandle; traceId: string },
): boolean {
	const { by, operation, optionId, traceId } = ballot;
	const option = message.poll.options.find((entry) => entry.option_id === optionId);
	if (!option) return false;
	const voted = option.voters.some((voter) => voter.handle === by.handle);
	if (voted === (operation === 'add')) return true;
	if (operation === 'add') option.voters.push({ handle: by.handle, voted_at: world.isoNow() });
	else option.voters = option.voters.filter((voter) => voter.handle !== by.handle);
	message.updatedAt = world.isoNow();
	world.later(() =>
		world.publish({
			...onChat(`poll.vote.${operation === 'add' ? 'added' : 'removed'}`, chat, traceId),
			data: { ...common(chat, message, by), option_id: optionId },
		}),
	);
	return true;
}

function common(chat: Chat, message: PollMessage, actor: ChatHandle): object {
	return {
		chat: { id: chat.id, is_group: chat.isGroup, owner_handle: ownHandle(chat) },
		message_id: message.id,
		service: message.service ?? chat.service,
		direction: actor.is_me ? 'outbound' : 'inbound',
		sender_handle: actor,
	};
}

function snapshot(message: PollMessage): object {
	return {
		poll: renderPoll(message.poll),
		created_at: message.createdAt,
		updated_at: message.updatedAt,
	};
}
