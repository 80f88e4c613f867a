import { z } from 'zod';
import { TYPING_MS } from '../api/typing.mts';
import { isOneEmoji } from '../messaging/emoji.mts';
import {
	publishEdited,
	publishMessage,
	publishParticipant,
	publishReaction,
	publishTyping,
} from '../messaging/events.mts';
import { markRead } from '../messaging/progress.mts';
import {
	addReaction,
	reactableAt,
	removeReaction,
	type Reactable,
} from '../messaging/reactions.mts';
import { newId, newTraceId } from '../random.mts';
import { findHandle, newHandle } from '../state/chats.mts';
import type { Message } from '../state/messages.mts';
import type { Part, Reaction } from '../wire.mts';
import { chatById, contactIn, messageById } from './lookup.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const reaction = z
	.object({
		message_id: fields.id,
		from: fields.handle.optional(),
		type: z.enum(['love', 'like', 'dislike', 'laugh', 'emphasize', 'question', 'custom']),
		custom_emoji: z.string().refine(isOneEmoji, 'must be one emoji').optional(),
		part_index: z.number().int().min(0).default(0),
	})
	.strict()
	.refine((input) => (input.type === 'custom') === (input.custom_emoji !== undefined), {
		message: 'give "custom_emoji" with the type custom, and only then',
	});

const inChat = z.object({ chat_id: fields.id, from: fields.handle.optional() }).strict();

const member = z.object({ chat_id: fields.id, handle: fields.handle }).strict();

const edit = z
	.object({
		message_id: fields.id,
		text: z.string().min(1),
		part_index: z.number().int().min(0).default(0),
	})
	.strict();

/** Actions of a contact on their phone, besides texting. */
export const contactVerbs: Verb[] = [
	verb('POST', '/react', reaction, (input, world) => {
		const { message, chat } = messageById(world, input.message_id);
		const contact = contactIn(chat, input.from);
		const target = reactable(message, input.part_index);
		const added: Reaction = {
			id: newId(),
			handle: contact,
			is_me: false,
			type: input.type,
			custom_emoji: input.custom_emoji ?? null,
			sticker: null,
		};
		addReaction(target, added);
		publishReaction(world, 'added', chat, message, added, input.part_index, newTraceId());
		return { reaction_id: added.id };
	}),

	verb('POST', '/unreact', reaction, (input, world) => {
		const { message, chat } = messageById(world, input.message_id);
		const contact = contactIn(chat, input.from);
		const removed = removeReaction(reactable(message, input.part_index), {
			type: input.type,
			custom_emoji: input.custom_emoji ?? null,
			handleId: contact.id,
		});
		if (!removed) throw new ControlError(`${contact.handle} has no such reaction there.`, 404);
		publishReaction(world, 'removed', chat, message, removed, input.part_index, newTraceId());
		return { reaction_id: removed.id };
	}),

	...(['started', 'stopped'] as const).map((change) =>
		verb('POST', `/typing/${change === 'started' ? 'start' : 'stop'}`, inChat, (input, world) => {
			const chat = chatById(world, input.chat_id);
			const contact = contactIn(chat, input.from);
			if (change === 'stopped') world.state.typing.stop(chat.id, contact.handle);
			else world.state.typing.start(chat.id, contact.handle, world.now() + TYPING_MS);
			publishTyping(world, change, chat, contact, newTraceId());
			return { chat_id: chat.id };
		}),
	),

	verb('POST', '/read', inChat, (input, world) => {
		const chat = chatById(world, input.chat_id);
		const read: string[] = [];
		for (const message of world.state.messages.ofChat(chat.id)) {
			if (message.direction !== 'outbound') continue;
			markRead(world, message, () => {
				read.push(message.id);
				publishMessage(world, 'read', chat, message);
			});
		}
		return { message_ids: read };
	}),

	verb('POST', '/edit', edit, (input, world) => {
		const { message, chat } = messageById(world, input.message_id);
		const part = partAt(message, input.part_index);
		if (message.direction !== 'inbound' || part.type !== 'text') {
			throw new ControlError('A contact can edit only a text of their own.');
		}
		part.value = input.text;
		message.updatedAt = world.isoNow();
		publishEdited(world, chat, message, input.part_index);
		return { message_id: message.id };
	}),

	verb('POST', '/leave', inChat, (input, world) => {
		const chat = chatById(world, input.chat_id);
		if (!chat.isGroup) throw new ControlError('Nobody can leave a direct chat.');
		const contact = contactIn(chat, input.from);
		Object.assign(contact, { status: 'left', left_at: world.isoNow() });
		chat.membersChanged = true;
		publishParticipant(world, 'removed', chat, contact, newTraceId());
		return { chat_id: chat.id, handle: contact.handle };
	}),

	verb('POST', '/add', member, (input, world) => {
		const chat = chatById(world, input.chat_id);
		if (!chat.isGroup) throw new ControlError('Nobody can be added to a direct chat.');
		const known = findHandle(chat, input.handle);
		if (known?.status === 'active') throw new ControlError(`${input.handle} is in the chat.`);
		const at = world.isoNow();
		const added = known ?? newHandle(input.handle, chat.service, at, false);
		if (known) Object.assign(known, { status: 'active', joined_at: at, left_at: null });
		else chat.handles.push(added);
		chat.membersChanged = true;
		publishParticipant(world, 'added', chat, added, newTraceId());
		return { chat_id: chat.id, handle: added.handle };
	}),
];

function reactable(message: Message, index: number): Reactable {
	const target = reactableAt(message, index);
	if (!target) throw new ControlError(`Message ${message.id} has no part ${index}.`, 404);
	return target;
}

function partAt(message: Message, index: number): Part {
	const part = message.parts[index];
	if (!part) throw new ControlError(`Message ${message.id} has no part ${index}.`, 404);
	return part;
}
