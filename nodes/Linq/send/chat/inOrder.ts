import { TicketHeap } from '../ticketHeap';

/** One item that has begun. */
export interface Entry {
	readonly index: number;
	/** Called when no item is ahead of it any more; unset while it is working. */
	goOn?: () => void;
}

/** Lets items that work side by side go on in their order. */
export class InOrder {
	readonly #entries = new TicketHeap<Entry>();

	/** Begins an item; each must end with leave(). */
	enter(index: number): Entry {
		const entry: Entry = { index };
		this.#entries.add(entry);
		return entry;
	}

	/**
	 * Ends an item.
	 *
	 * @param work done as soon as all that are before it have ended, at once if they have
	 */
	leave(entry: Entry, work: () => void): void {
		entry.goOn = work;
		for (let first = this.#entries.take(); first; first = this.#entries.take()) {
			if (!first.goOn) {
				this.#entries.add(first);
				return;
			}
			first.goOn();
		}
	}
}
