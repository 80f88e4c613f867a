/** Who is typing where, until when. */
export class Typing {
	readonly #until = new Map<string, Map<string, number>>();

	/** @param until epoch milliseconds */
	start(chatId: string, handle: string, until: number): void {
		const chat = this.#until.get(chatId) ?? new Map<string, number>();
		this.#until.set(chatId, chat.set(handle, until));
	}

	stop(chatId: string, handle: string): void {
		this.#until.get(chatId)?.delete(handle);
	}

	/** @param now epoch milliseconds; who has stopped by then is left out */
	of(chatId: string, now: number): Array<{ handle: string; until: number }> {
		return [...(this.#until.get(chatId) ?? [])]
			.filter(([, until]) => until > now)
			.map(([handle, until]) => ({ handle, until }));
	}
}
