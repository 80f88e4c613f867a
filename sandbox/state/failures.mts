/** What a message is to fail with instead of being delivered. */
export interface Failure {
	code: number;
	reason: string;
}

interface Planned extends Failure {
	handle?: string;
	chatId?: string;
	times: number;
}

/** Delivery failures asked for from the control side. */
export class Failures {
	#planned: Planned[] = [];

	add(planned: Planned): void {
		this.#planned.push(planned);
	}

	/** The failure planned for this message, used up by asking. */
	take(chatId: string, recipients: readonly string[]): Failure | undefined {
		const found = this.#planned.find(
			(planned) =>
				(planned.chatId === undefined || planned.chatId === chatId) &&
				(planned.handle === undefined || recipients.includes(planned.handle)),
		);
		if (!found) return undefined;
		found.times--;
		if (found.times <= 0) this.#planned = this.#planned.filter((planned) => planned !== found);
		return found;
	}
}
