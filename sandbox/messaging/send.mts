import { ApiError } from '../contract/errors.mts';
import { activeContacts, hasLeft, ownHandle, type Chat } from '../state/chats.mts';
import type { Message, NewMessage } from '../state/messages.mts';
import type { World } from '../world.mts';
import type { Service } from '../wire.mts';
import { buildParts } from './parts.mts';
import { deliver } from './progress.mts';
import type { ContentRequest } from './requests.mts';
import { checkEffect, checkParts, checkService } from './rules.mts';
import { experienceParts } from './experiences.mts';

/** Further options of a send. */
export interface SendOptions {
	traceId: string;
	overrideOptOut?: boolean;
	idempotencyKey?: string;
}

/**
 * Whether a line may write to these contacts at all.
 *
 * @throws ApiError 403/2027 line not eligible, 403/2026 blocked, 403/2024 opted out; the last two
 *   only where there is one contact (contract/behaviour.md sections 7 and 10)
 */
export function checkMayWrite(
	world: World,
	lineNumber: string,
	contacts: readonly string[],
	overrideOptOut = false,
): void {
	const { lines, blocklist, optOuts } = world.state;
	if (lines.byNumber(lineNumber)?.status !== 'ACTIVE') throw new ApiError('2027');
	const [contact] = contacts;
	if (contacts.length !== 1 || contact === undefined) return;
	if (blocklist.has(contact)) throw new ApiError('2026');
	if (optOuts.since(contact) && !overrideOptOut) throw new ApiError('2024');
}

/**
 * Counts a message against the limit of its sender and recipients.
 *
 * @throws ApiError 429/1007 with the seconds to wait
 */
export function checkRate(world: World, line: string, contacts: readonly string[]): void {
	const wait = world.state.rateLimiter.take(line, contacts, world.now());
	if (wait > 0) throw new ApiError('1007', undefined, wait);
}

/**
 * Sends a message into a chat: checks it, adds it as pending, and lets it move on by itself.
 *
 * @throws ApiError for all that sections 7 and 10 of contract/behaviour.md forbid
 */
export function sendContent(
	world: World,
	chat: Chat,
	content: ContentRequest,
	options: SendOptions,
): Message {
	checkParts(world, content.parts ?? []);
	checkEffect(content.effect);
	checkService(content);
	const { state } = world;
	if (hasLeft(chat)) throw new ApiError('2013');
	checkMayWrite(world, chat.line, activeContacts(chat), options.overrideOptOut);
	const reply = content.reply_to;
	if (reply && state.messages.byId(reply.message_id)?.chatId !== chat.id) {
		throw new ApiError('2002', 'reply_to.message_id is not in this chat');
	}
	const parts = content.experience
		? experienceParts(world, chat, content.experience)
		: buildParts(world, chat, content.parts ?? []);
	checkRate(world, chat.line, activeContacts(chat));
	return addOutbound(world, chat, {
		parts,
		traceId: options.traceId,
		effect: content.effect ?? null,
		replyTo: reply ? { message_id: reply.message_id, part_index: reply.part_index ?? 0 } : null,
		preferredService: content.preferred_service ?? null,
		idempotencyKey: options.idempotencyKey ?? null,
	});
}

/** A chat for a first message; it is added to the others once that message has gone through. */
export function draftChat(
	world: World,
	line: string,
	contacts: readonly string[],
	preferred: Service | undefined,
): Chat {
	const { chats, contacts: directory } = world.state;
	const service = directory.serviceFor(contacts, preferred) ?? preferred ?? 'iMessage';
	return chats.draft({ line, contacts, service, at: world.isoNow() });
}

/** Adds a message of the line, as pending, and starts its way. */
export function addOutbound(
	world: World,
	chat: Chat,
	fields: Partial<NewMessage> & Pick<NewMessage, 'parts' | 'traceId'>,
): Message {
	const at = world.isoNow();
	const message = world.state.messages.add({
		chatId: chat.id,
		direction: 'outbound',
		sender: ownHandle(chat),
		createdAt: at,
		...fields,
	});
	world.state.chats.touch(chat, at);
	world.state.typing.stop(chat.id, message.sender.handle);
	if (!message.poll) deliver(world, chat, message);
	return message;
}
