import { newTraceId } from '../random.mts';
import { findHandle, type Chat } from '../state/chats.mts';
import type { Message } from '../state/messages.mts';
import { isOptOut } from '../state/optOuts.mts';
import type { ChatHandle, Part, ReplyTo, Service } from '../wire.mts';
import type { World } from '../world.mts';
import { publishChatCreated, publishMessage } from './events.mts';

/** A message that a contact wrote. */
export interface Inbound {
	from: string;
	/** The chat it goes into, where it is not simply the direct one. */
	chat?: Chat;
	line: string;
	service?: Service;
	parts: Part[];
	replyTo?: ReplyTo;
}

/**
 * Takes in a message as if a contact had sent it: opens the direct chat if there is none, notes
 * opt-outs, fires `message.received`.
 *
 * @returns null where the sender is blocked and the message was dropped (behaviour.md section 10)
 */
export function receive(world: World, inbound: Inbound): { chat: Chat; message: Message } | null {
	const { state } = world;
	if (state.blocklist.has(inbound.from)) return null;
	const at = world.isoNow();
	const traceId = newTraceId();
	const chat = inbound.chat ?? directChat(world, inbound, at, traceId);
	const sender = senderIn(chat, inbound.from);
	const message = state.messages.add({
		chatId: chat.id,
		direction: 'inbound',
		sender,
		parts: inbound.parts,
		replyTo: inbound.replyTo ?? null,
		traceId,
		status: 'received',
		service: inbound.service ?? chat.service,
		createdAt: at,
		sentAt: at,
	});
	state.chats.touch(chat, at);
	state.typing.stop(chat.id, sender.handle);
	noteOptOut(world, chat, inbound);
	publishMessage(world, 'received', chat, message);
	return { chat, message };
}

function directChat(world: World, inbound: Inbound, at: string, traceId: string): Chat {
	const { chats, contacts } = world.state;
	const { line, from } = inbound;
	const existing = chats.reusable(line, [from]);
	if (existing) return existing;
	const service = inbound.service ?? contacts.serviceFor([from]) ?? 'SMS';
	const chat = chats.create({ line, contacts: [from], service, at });
	publishChatCreated(world, chat, traceId);
	return chat;
}

function senderIn(chat: Chat, from: string): ChatHandle {
	const sender = findHandle(chat, from);
	if (!sender) throw new Error(`${from} is not in chat ${chat.id}`);
	return sender;
}

/** Groups are never blocked; any other message takes the opt-out back (section 7). */
function noteOptOut(world: World, chat: Chat, inbound: Inbound): void {
	const { optOuts } = world.state;
	const [part, ...more] = inbound.parts;
	const stops = part?.type === 'text' && more.length === 0 && isOptOut(part.value);
	if (!stops) optOuts.clear(inbound.from);
	else if (!chat.isGroup) optOuts.add(inbound.from, world.isoNow());
}
