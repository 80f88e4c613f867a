import { ApiError } from '../contract/errors.mts';
import { hasLeft, type Chat } from '../state/chats.mts';
import type { Line } from '../state/lines.mts';
import type { Message } from '../state/messages.mts';
import type { World } from '../world.mts';

/** @throws ApiError 404/2001 */
export function chatById(world: World, id: string | undefined): Chat {
	const chat = world.state.chats.byId(id ?? '');
	if (!chat) throw new ApiError('2001');
	return chat;
}

/**
 * A chat that the line is still in; in all others there is nothing to do, only to read
 * (contract/behaviour.md section 10).
 *
 * @throws ApiError 404/2001, 409/2013 after leaving
 */
export function openChat(world: World, id: string | undefined): Chat {
	const chat = chatById(world, id);
	if (hasLeft(chat)) throw new ApiError('2013');
	return chat;
}

/**
 * A group that the line is still in.
 *
 * @throws ApiError 404/2001, 409/1006 for a direct chat, 409/2013 after leaving
 */
export function groupById(world: World, id: string | undefined): Chat {
	const chat = openChat(world, id);
	if (!chat.isGroup) throw new ApiError('1006');
	return chat;
}

/** @throws ApiError 404/2002 */
export function messageById(world: World, id: string | undefined): Message {
	const message = world.state.messages.byId(id ?? '');
	if (!message) throw new ApiError('2002');
	return message;
}

/**
 * One of the account's lines, named as a sender.
 *
 * @throws ApiError 403/2006
 */
export function ownLine(world: World, phoneNumber: string): Line {
	const line = world.state.lines.byNumber(phoneNumber);
	if (!line) throw new ApiError('2006');
	return line;
}
