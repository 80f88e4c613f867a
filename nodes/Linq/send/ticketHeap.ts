import type { Turn } from './queue';

/** Turns that may go as soon as a slot is free; gives the one of the lowest item first. */
export class TurnHeap {
	readonly #turns: Turn[] = [];

	add(turn: Turn): void {
		const turns = this.#turns;
		let place = turns.length;
		while (place > 0) {
			const above = (place - 1) >> 1;
			const parent = turns[above];
			if (!parent || parent.index <= turn.index) break;
			turns[place] = parent;
			place = above;
		}
		turns[place] = turn;
	}

	take(): Turn | undefined {
		const turns = this.#turns;
		const lowest = turns[0];
		const last = turns.pop();
		if (last && last !== lowest) this.#sink(last);
		return lowest;
	}

	#sink(turn: Turn): void {
		const turns = this.#turns;
		let place = 0;
		for (;;) {
			let below = 2 * place + 1;
			let child = turns[below];
			const other = turns[below + 1];
			if (child && other && other.index < child.index) {
				child = other;
				below++;
			}
			if (!child || child.index >= turn.index) break;
			turns[place] = child;
			place = below;
		}
		turns[place] = turn;
	}
}
