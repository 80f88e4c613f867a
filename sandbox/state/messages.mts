import { newId } from '../random.mts';
import type { ChatHandle, DeliveryStatus, Effect, Part, ReplyTo, Service } from '../wire.mts';
import type { Poll } from './polls.mts';

/** One message, in or out. A poll is a message without parts. */
export interface Message {
	id: string;
	/** Rises with each message; what pages are cut by. */
	seq: number;
	chatId: string;
	direction: 'inbound' | 'outbound';
	sender: ChatHandle;
	parts: Part[];
	poll: Poll | null;
	status: DeliveryStatus;
	/** Null until it has left the line. */
	service: Service | null;
	preferredService: Service | null;
	effect: Effect | null;
	replyTo: ReplyTo | null;
	idempotencyKey: string | null;
	createdAt: string;
	updatedAt: string;
	sentAt: string | null;
	deliveredAt: string | null;
	readAt: string | null;
	/** Times an edit was accepted; five at most. */
	edits: number;
	/** Follows the message through its events. */
	traceId: string;
}

export type NewMessage = Pick<Message, 'chatId' | 'direction' | 'sender' | 'parts' | 'traceId'> &
	Partial<Message> & { createdAt: string };

/** All messages, found by id or by chat. */
export class Messages {
	readonly #byId = new Map<string, Message>();
	readonly #byChat = new Map<string, Message[]>();
	readonly #deleted = new Set<string>();
	#seq = 0;

	add(fields: NewMessage): Message {
		const message: Message = {
			id: newId(),
			seq: ++this.#seq,
			poll: null,
			status: 'pending',
			service: null,
			preferredService: null,
			effect: null,
			replyTo: null,
			idempotencyKey: null,
			updatedAt: fields.createdAt,
			sentAt: null,
			deliveredAt: null,
			readAt: null,
			edits: 0,
			...fields,
		};
		this.#byId.set(message.id, message);
		const chat = this.#byChat.get(message.chatId);
		if (chat) chat.push(message);
		else this.#byChat.set(message.chatId, [message]);
		return message;
	}

	byId(id: string): Message | undefined {
		return this.#byId.get(id);
	}

	/** Of one chat, oldest first. */
	ofChat(chatId: string): readonly Message[] {
		return this.#byChat.get(chatId) ?? [];
	}

	/** Every message of every chat. */
	all(): Iterable<Message> {
		return this.#byId.values();
	}

	/** Forgets a message; its id is remembered as deleted. */
	delete(message: Message): void {
		this.#byId.delete(message.id);
		this.#deleted.add(message.id);
		const chat = this.#byChat.get(message.chatId);
		const index = chat?.indexOf(message) ?? -1;
		if (index >= 0) chat?.splice(index, 1);
	}

	isDeleted(id: string): boolean {
		return this.#deleted.has(id);
	}
}
