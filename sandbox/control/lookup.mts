import { findHandle, type Chat } from '../state/chats.mts';
import type { Message } from '../state/messages.mts';
import type { ChatHandle } from '../wire.mts';
import type { World } from '../world.mts';
import { ControlError } from './verb.mts';

/** @throws ControlError 404 */
export function chatById(world: World, id: string): Chat {
	const chat = world.state.chats.byId(id);
	if (!chat) throw new ControlError(`There is no chat ${id}.`, 404);
	return chat;
}

/** @throws ControlError 404 */
export function messageById(world: World, id: string): { message: Message; chat: Chat } {
	const message = world.state.messages.byId(id);
	if (!message) throw new ControlError(`There is no message ${id}.`, 404);
	return { message, chat: chatById(world, message.chatId) };
}

/**
 * The contact that acts in a chat.
 *
 * @param from may be left out where there is one contact only
 * @throws ControlError 400
 */
export function contactIn(chat: Chat, from: string | undefined): ChatHandle {
	const contacts = chat.handles.filter((entry) => !entry.is_me && entry.status === 'active');
	const [only] = contacts;
	if (from === undefined) {
		if (contacts.length === 1 && only) return only;
		throw new ControlError(`Say who acts with "from": the chat has ${contacts.length} contacts.`);
	}
	const contact = findHandle(chat, from);
	if (!contact || contact.is_me || contact.status !== 'active') {
		throw new ControlError(`${from} is no contact in chat ${chat.id}.`);
	}
	return contact;
}
