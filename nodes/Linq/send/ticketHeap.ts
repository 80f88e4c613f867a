/** Tickets that may go as soon as a slot is free; gives the one of the lowest item first. */
export class TicketHeap<Ticket extends { readonly index: number }> {
	readonly #tickets: Ticket[] = [];

	add(ticket: Ticket): void {
		const tickets = this.#tickets;
		let place = tickets.length;
		while (place > 0) {
			const above = (place - 1) >> 1;
			const parent = tickets[above];
			if (!parent || parent.index <= ticket.index) break;
			tickets[place] = parent;
			place = above;
		}
		tickets[place] = ticket;
	}

	take(): Ticket | undefined {
		const tickets = this.#tickets;
		const lowest = tickets[0];
		const last = tickets.pop();
		if (last && last !== lowest) this.#sink(last);
		return lowest;
	}

	#sink(ticket: Ticket): void {
		const tickets = this.#tickets;
		let place = 0;
		for (;;) {
			let below = 2 * place + 1;
			let child = tickets[below];
			const other = tickets[below + 1];
			if (child && other && other.index < child.index) {
				child = other;
				below++;
			}
			if (!child || child.index >= ticket.index) break;
			tickets[place] = child;
			place = below;
		}
		tickets[place] = ticket;
	}
}
