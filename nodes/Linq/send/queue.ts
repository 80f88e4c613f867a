import { TicketHeap } from './ticketHeap';

/** One item's place in the queue: in its lane, and among those that wait for a slot. */
export class Ticket {
	/** The ticket behind it in its lane. */
	next?: Ticket;
	/** Ends its wait for a slot; `false`: nothing is sent any more. */
	resolve?: (admitted: boolean) => void;
	/** Whether it counts towards the limit of concurrent requests. */
	hasSlot = false;
	/** Whether it has ended; it may have done so before its turn. */
	hasLeft = false;

	constructor(
		/** The item's index; lower ones go first. */
		readonly index: number,
		readonly lane: Lane | undefined,
	) {}
}

/** Items that must leave in order and one at a time: those for one chat or recipient. */
export class Lane {
	/** The ticket whose turn it is, and the one that was entered last. */
	first?: Ticket;
	last?: Ticket;
	/** Linq wants nothing here before this time, in epoch milliseconds. */
	pausedUntil = 0;
	/** The failure in which Linq said so. */
	refusal?: unknown;

	constructor(readonly name: string) {}
}

/**
 * Decides who may send: within a lane one ticket after the other in the order of the items, lanes
 * side by side up to a limit, lower items first. Only the waiting is asynchronous.
 */
export class Queue {
	readonly #lanes = new Map<string, Lane>();
	readonly #ready = new TicketHeap<Ticket>();
	#freeSlots: number;
	/** Tickets that were entered and have not left. */
	#open = 0;
	#stopped = false;
	#whenIdle: Array<() => void> = [];

	/** @param limit how many may be under way at the same time, 1 or more */
	constructor(limit: number) {
		this.#freeSlots = limit;
	}

	get stopped(): boolean {
		return this.#stopped;
	}

	/**
	 * Takes a place. To be called in the order of the items; each ticket must leave once.
	 *
	 * @param lane name of the lane; undefined where order does not matter
	 */
	enter(index: number, lane: string | undefined): Ticket {
		this.#open++;
		if (lane === undefined) return new Ticket(index, undefined);
		let entered = this.#lanes.get(lane);
		if (!entered) this.#lanes.set(lane, (entered = new Lane(lane)));
		const ticket = new Ticket(index, entered);
		entered.first ??= ticket;
		if (entered.last) entered.last.next = ticket;
		entered.last = ticket;
		return ticket;
	}

	/**
	 * Waits for a slot, and for the ticket's turn in its lane.
	 *
	 * @returns false when nothing is sent any more
	 */
	acquire(ticket: Ticket): Promise<boolean> {
		if (this.#stopped) return Promise.resolve(false);
		const isFirst = !ticket.lane || ticket.lane.first === ticket;
		if (isFirst && this.#freeSlots > 0) {
			this.#freeSlots--;
			ticket.hasSlot = true;
			return Promise.resolve(true);
		}
		return new Promise((resolve) => {
			ticket.resolve = resolve;
			if (isFirst) this.#ready.add(ticket);
		});
	}

	/** Gives the slot to others while the ticket waits; it stays first in its lane. */
	release(ticket: Ticket): void {
		if (ticket.hasSlot) this.#freeSlots++;
		ticket.hasSlot = false;
		// Free slots always go to the lowest item that may have one.
		while (this.#freeSlots > 0) {
			const ready = this.#ready.take();
			if (!ready) return;
			this.#freeSlots--;
			ready.hasSlot = true;
			admit(ready, true);
		}
	}

	/** Ends a ticket, also before its turn; it is the turn of the next one in its lane. */
	leave(ticket: Ticket): void {
		ticket.hasLeft = true;
		if (ticket.lane?.first === ticket) this.#advance(ticket.lane);
		this.release(ticket);
		if (--this.#open > 0) return;
		const waiting = this.#whenIdle;
		this.#whenIdle = [];
		for (const resolve of waiting) resolve();
	}

	/** From now on nobody is admitted; who waits is told at once. */
	stop(): void {
		this.#stopped = true;
		for (const lane of this.#lanes.values()) {
			for (let ticket = lane.first; ticket; ticket = ticket.next) admit(ticket, false);
		}
		for (let ticket = this.#ready.take(); ticket; ticket = this.#ready.take()) {
			admit(ticket, false);
		}
	}

	/** Resolves when every ticket that was entered has left. */
	onIdle(): Promise<void> {
		if (this.#open === 0) return Promise.resolve();
		return new Promise((resolve) => this.#whenIdle.push(resolve));
	}

	#advance(lane: Lane): void {
		let next = lane.first;
		while (next?.hasLeft) next = next.next;
		lane.first = next;
		if (next) {
			if (next.resolve) this.#ready.add(next);
			return;
		}
		lane.last = undefined;
		// A lane that Linq has paused stays known for the items of n8n's next batches.
		if (lane.pausedUntil === 0) this.#lanes.delete(lane.name);
	}
}

function admit(ticket: Ticket, admitted: boolean): void {
	const { resolve } = ticket;
	ticket.resolve = undefined;
	resolve?.(admitted);
}
