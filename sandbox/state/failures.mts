import { newId } from '../random.mts';

/** Makes a message fail instead of being delivered. */
export interface Failure {
	code: number;
	reason: string;
}

export interface Planned extends Failure {
	id: string;
	/** In plain words, for the page. */
	name?: string;
	handle?: string;
	chatId?: string;
	/** How many messages are still to fail; absent: all until it is removed. */
	times?: number;
	/** How many have failed. */
	hits: number;
}

/** Delivery failures asked for from the control side. */
export class Failures {
	#planned: Planned[] = [];

	add(planned: Omit<Planned, 'id' | 'hits'>): Planned {
		const added: Planned = { ...planned, id: newId(), hits: 0 };
		this.#planned.push(added);
		return added;
	}

	all(): readonly Planned[] {
		return this.#planned;
	}

	/** @returns whether there was one */
	remove(id: string): boolean {
		const before = this.#planned.length;
		this.#planned = this.#planned.filter((planned) => planned.id !== id);
		return this.#planned.length < before;
	}

	/** The failure planned for this message, used up by asking. */
	take(chatId: string, recipients: readonly string[]): Failure | undefined {
		const found = this.#planned.find(
			(planned) =>
				(planned.chatId === undefined || planned.chatId === chatId) &&
				(planned.handle === undefined || recipients.includes(planned.handle)),
		);
		if (!found) return undefined;
		found.hits++;
		if (found.times !== undefined) found.times--;
		if (found.times === 0) this.#planned = this.#planned.filter((planned) => planned !== found);
		return found;
	}
}
