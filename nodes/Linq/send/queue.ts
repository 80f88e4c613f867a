import { TurnHeap } from './ticketHeap';

/** One item's place: in its lane, and among those that wait for a free slot. */
export class Turn {
	/** The turn behind it in its lane. */
	next?: Turn;
	/** Lets it go on; set while it waits for a slot. `false`: nothing is sent any more. */
	go?: (mayGo: boolean) => void;
	/** Whether it counts as under way. */
	hasSlot = false;

	constructor(
		/** The item's index; lower ones go first. */
		readonly index: number,
		readonly lane: Lane | undefined,
	) {}
}

/** What must leave in order and one at a time: all items for one chat or recipient. */
export class Lane {
	/** The turn that may go, and the one that was entered last. */
	first?: Turn;
	last?: Turn;
	/** Linq wants nothing here before this time, in epoch milliseconds. */
	heldUntil = 0;
	/** The answer with which Linq said so. */
	refusal?: unknown;
	/** Ids of what went out here without an idempotency key (see readBack.ts). */
	sentIds?: Set<string>;

	constructor(readonly name: string) {}
}

/**
 * Who may send now: the turns of one lane one after the other in the order of their items, lanes
 * side by side up to a cap, lower items first. Everything but the waiting itself is synchronous.
 */
export class Turns {
	readonly #lanes = new Map<string, Lane>();
	readonly #ready = new TurnHeap();
	#free: number;
	/** Turns that have begun and not ended. */
	#begun = 0;
	#stopped = false;
	#onDrained: Array<() => void> = [];

	/** @param cap how many may be under way at the same time, 1 or more */
	constructor(cap: number) {
		this.#free = cap;
	}

	get stopped(): boolean {
		return this.#stopped;
	}

	/**
	 * Takes a place. To be called in the order of the items.
	 *
	 * @param lane name of the lane; undefined where order does not matter
	 */
	enter(index: number, lane: string | undefined): Turn {
		if (lane === undefined) return new Turn(index, undefined);
		let entered = this.#lanes.get(lane);
		if (!entered) this.#lanes.set(lane, (entered = new Lane(lane)));
		const turn = new Turn(index, entered);
		entered.first ??= turn;
		if (entered.last) entered.last.next = turn;
		entered.last = turn;
		return turn;
	}

	/**
	 * Waits until the turn may begin. Each turn that was entered must begin and end once.
	 *
	 * @returns false when nothing is sent any more
	 */
	async begin(turn: Turn): Promise<boolean> {
		const mayGo = await this.#slot(turn);
		this.#begun++;
		return mayGo;
	}

	/** Gives the slot to others while the turn waits; the lane stays its own. */
	pause(turn: Turn): void {
		this.#release(turn);
	}

	/** Waits for a slot again after a pause. @returns false when nothing is sent any more */
	resume(turn: Turn): Promise<boolean> {
		return this.#slot(turn);
	}

	/** Ends a turn; the next one of its lane may go. */
	end(turn: Turn): void {
		if (turn.lane) this.#leave(turn.lane, turn.next);
		this.#release(turn);
		if (--this.#begun > 0) return;
		const waiting = this.#onDrained;
		this.#onDrained = [];
		for (const resolve of waiting) resolve();
	}

	/** Nothing that has not begun will be sent any more; what waits is told at once. */
	stop(): void {
		this.#stopped = true;
		for (const lane of this.#lanes.values()) {
			for (let turn = lane.first; turn; turn = turn.next) tell(turn, false);
		}
		for (let turn = this.#ready.take(); turn; turn = this.#ready.take()) tell(turn, false);
	}

	/** Resolves when every turn that began has ended. */
	drained(): Promise<void> {
		if (this.#begun === 0) return Promise.resolve();
		return new Promise((resolve) => this.#onDrained.push(resolve));
	}

	#slot(turn: Turn): Promise<boolean> {
		if (this.#stopped) return Promise.resolve(false);
		const isHead = !turn.lane || turn.lane.first === turn;
		if (isHead && this.#free > 0) {
			this.#free--;
			turn.hasSlot = true;
			return Promise.resolve(true);
		}
		return new Promise((resolve) => {
			turn.go = resolve;
			if (isHead) this.#ready.add(turn);
		});
	}

	#leave(lane: Lane, next: Turn | undefined): void {
		lane.first = next;
		if (next) {
			if (next.go) this.#ready.add(next);
			return;
		}
		lane.last = undefined;
		// A lane that Linq holds up stays known for items that n8n's batching brings later.
		if (lane.heldUntil === 0) this.#lanes.delete(lane.name);
	}

	/** Free slots always go to the lowest item that may have one. */
	#release(turn: Turn): void {
		if (turn.hasSlot) this.#free++;
		turn.hasSlot = false;
		while (this.#free > 0) {
			const ready = this.#ready.take();
			if (!ready) return;
			this.#free--;
			ready.hasSlot = true;
			tell(ready, true);
		}
	}
}

function tell(turn: Turn, mayGo: boolean): void {
	const { go } = turn;
	turn.go = undefined;
	go?.(mayGo);
}
