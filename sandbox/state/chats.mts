import { newId } from '../random.mts';
import type { ChatHandle, HealthStatus, Service } from '../wire.mts';

/** A conversation between one line and one or more contacts. */
export interface Chat {
	id: string;
	/** Rises with each chat; what pages are cut by. */
	seq: number;
	line: string;
	handles: ChatHandle[];
	isGroup: boolean;
	displayName: string | null;
	icon: string | null;
	service: Service;
	background: Record<string, unknown> | null;
	/** Whether someone was added or removed; such a group is not found again by its members. */
	membersChanged: boolean;
	/** Linq's view of how the line writes here, and since when; null: all is well. */
	health: Pick<HealthStatus, 'status' | 'updated_at'> | null;
	createdAt: string;
	updatedAt: string;
	/** Rises with each message of any chat; tells the most recently active chat. */
	activity: number;
}

export interface NewChat {
	id?: string;
	line: string;
	/** Handles of the other side; two or more make a group. */
	contacts: readonly string[];
	service: Service;
	displayName?: string | null;
	/** ISO time. */
	at: string;
	/** Ids of the participants, the line first; default: fresh ones. */
	handleIds?: readonly string[];
}

/** All chats, found by id or by who is in them. */
export class Chats {
	readonly #byId = new Map<string, Chat>();
	readonly #byMembers = new Map<string, Chat[]>();
	readonly #list: Chat[] = [];
	#activity = 0;

	/** Oldest first. */
	all(): readonly Chat[] {
		return this.#list;
	}

	byId(id: string): Chat | undefined {
		return this.#byId.get(id);
	}

	/** Opens a chat. */
	create(fields: NewChat): Chat {
		const chat = this.draft(fields);
		this.add(chat);
		return chat;
	}

	/** Makes a chat that nobody sees until it is added: its first message may still be refused. */
	draft(fields: NewChat): Chat {
		const { line, contacts, service, at, handleIds } = fields;
		const handles = [line, ...contacts].map((handle, index) =>
			newHandle(handle, service, at, index === 0, handleIds?.[index]),
		);
		return {
			id: fields.id ?? newId(),
			seq: 0,
			line,
			handles,
			isGroup: contacts.length > 1,
			displayName: fields.displayName ?? null,
			icon: null,
			service,
			background: null,
			membersChanged: false,
			health: null,
			createdAt: at,
			updatedAt: at,
			activity: 0,
		};
	}

	/** Makes a drafted chat one of the account's. */
	add(chat: Chat): void {
		this.#byId.set(chat.id, chat);
		this.#list.push(chat);
		chat.seq = this.#list.length;
		chat.activity = ++this.#activity;
		const key = membersKey(chat.line, activeContacts(chat));
		const same = this.#byMembers.get(key);
		if (same) same.push(chat);
		else this.#byMembers.set(key, [chat]);
	}

	/**
	 * The chat that a send from this line to exactly these contacts goes into. A group with a name,
	 * with changed members, or that the line left does not count (contract/behaviour.md section 7).
	 */
	reusable(line: string, contacts: readonly string[]): Chat | undefined {
		return this.#byMembers
			.get(membersKey(line, contacts))
			?.findLast((chat) => chat.displayName === null && !chat.membersChanged && !hasLeft(chat));
	}

	/** Notes that something was said in the chat. */
	touch(chat: Chat, at: string): void {
		chat.activity = ++this.#activity;
		chat.updatedAt = at;
	}
}

/** Makes a participant; `isMe` marks the account's own line. */
export function newHandle(
	handle: string,
	service: Service,
	at: string,
	isMe: boolean,
	id: string = newId(),
): ChatHandle {
	return { id, handle, service, joined_at: at, left_at: null, is_me: isMe, status: 'active' };
}

/** The line's own participant. */
export function ownHandle(chat: Chat): ChatHandle {
	const own = chat.handles.find((handle) => handle.is_me);
	if (!own) throw new Error(`Chat ${chat.id} has no line`);
	return own;
}

/** Whether the line is no longer in the chat. */
export const hasLeft = (chat: Chat): boolean => ownHandle(chat).status !== 'active';

/** All who are in the chat now, the line included. */
export const activeHandles = (chat: Chat): ChatHandle[] =>
	chat.handles.filter((handle) => handle.status === 'active');

/** The contacts who are in the chat now. */
export const activeContacts = (chat: Chat): string[] =>
	activeHandles(chat)
		.filter((handle) => !handle.is_me)
		.map((handle) => handle.handle);

/** A contact's participant entry, active or not. */
export const findHandle = (chat: Chat, handle: string): ChatHandle | undefined =>
	chat.handles.find((entry) => entry.handle === handle);

function membersKey(line: string, contacts: readonly string[]): string {
	return `${line}|${[...contacts].sort().join(',')}`;
}
