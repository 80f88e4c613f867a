/** Where a contact is, as long as they share it with a chat. */
export interface SharedLocation {
	handle: string;
	longitude: number;
	latitude: number;
	address?: string;
	locality?: string;
	updatedAt: string;
	beganAt: string;
	/** Null: until stopped. */
	endsAt: string | null;
}

/** Locations shared with the account's chats. */
export class Locations {
	readonly #byChat = new Map<string, Map<string, SharedLocation>>();

	/** @returns the location shared before, if it was */
	set(chatId: string, location: SharedLocation): SharedLocation | undefined {
		const chat = this.#byChat.get(chatId) ?? new Map<string, SharedLocation>();
		this.#byChat.set(chatId, chat);
		const before = chat.get(location.handle);
		chat.set(location.handle, location);
		return before;
	}

	/** @returns what was shared, if anything was */
	stop(chatId: string, handle: string): SharedLocation | undefined {
		const chat = this.#byChat.get(chatId);
		const location = chat?.get(handle);
		chat?.delete(handle);
		return location;
	}

	/** @param now epoch milliseconds; what has run out by then is left out */
	of(chatId: string, now: number): SharedLocation[] {
		return [...(this.#byChat.get(chatId)?.values() ?? [])].filter(
			(location) => location.endsAt === null || Date.parse(location.endsAt) > now,
		);
	}
}
