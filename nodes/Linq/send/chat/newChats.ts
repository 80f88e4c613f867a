import { InvalidInput } from '../../../shared/errors/invalidInput';
import { CHECK_EXPRESSION, quote } from '../../../shared/input/text';
import type { Item } from '../item';
import { NotSent } from '../notSent';
import { optionOf } from '../option';
import { Interrupted } from '../retry';
import type { Run } from '../run';
import { findChat, placeOf } from './findChat';
import { InOrder } from './inOrder';

/** The chats that one line opens in a run: "New Chats at Most". */
class LineOpenings {
	/** Chats are looked up side by side, and counted in the order of the items. */
	readonly order = new InOrder();
	/** Places that got a chat, or may have got one. */
	readonly #opened = new Set<string>();
	/** Places for which a first message is under way. */
	readonly #underWay = new Set<string>();
	/** Places that have to wait for another run; later items for them must not overtake. */
	readonly #postponed = new Set<string>();
	/** Who waits for one of those under way to fail; first come, first served. */
	readonly #waiting: Array<{ place: string; resolve: (admitted: boolean) => void }> = [];

	/**
	 * Counts a new chat where there may be one more. As long as those under way can still fail, it
	 * waits for them: otherwise a list that begins with people who cannot be messaged would never
	 * get beyond them.
	 *
	 * @returns whether it may be opened
	 */
	claim(place: string, most: number): boolean | Promise<boolean> {
		if (this.#opened.has(place)) return true;
		if (this.#postponed.has(place)) return false;
		if (this.#opened.size + this.#underWay.size < most) {
			this.#underWay.add(place);
			return true;
		}
		if (this.#opened.size >= most) {
			this.#postponed.add(place);
			return false;
		}
		return new Promise((resolve) => this.#waiting.push({ place, resolve }));
	}

	/** Ends a claim. @param opened whether there is, or may be, a chat now */
	settle(place: string, opened: boolean): void {
		if (!this.#underWay.delete(place)) return;
		if (opened) {
			this.#opened.add(place);
			// Only where none is under way can none fail any more.
			if (this.#underWay.size === 0) this.#turnAway();
			return;
		}
		const next = this.#waiting.shift();
		if (!next) return;
		this.#underWay.add(next.place);
		next.resolve(true);
	}

	#turnAway(): void {
		for (const { place, resolve } of this.#waiting.splice(0)) {
			this.#postponed.add(place);
			resolve(false);
		}
	}
}

/** By run, then by line; the line that Linq chooses is one. */
const openingsByRun = new WeakMap<Run, Map<string, LineOpenings>>();

function openingsOf(item: Item): LineOpenings {
	const ofRun = openingsByRun.get(item.run) ?? new Map<string, LineOpenings>();
	openingsByRun.set(item.run, ofRun);
	const { from = '' } = item.request.body as { from?: string };
	const ofLine = ofRun.get(from) ?? new LineOpenings();
	ofRun.set(from, ofLine);
	return ofLine;
}

/** How many chats its run may open; undefined for any. @throws InvalidInput for a number that is none */
export function checkMost(item: Item): number | undefined {
	const option = optionOf(item.context, 'newChatsAtMost');
	return option === undefined || !item.operation.toPeople ? undefined : readMost(option);
}

/**
 * Holds an item back that would open one new chat too many: "New Chats at Most". Each item that it
 * lets pass must end with settleNewChat().
 *
 * @throws NotSent; Interrupted; what findChat() throws
 */
export async function claimNewChat(item: Item): Promise<void> {
	const most = checkMost(item);
	if (most === undefined) return;
	const { queue } = item.attempt;
	const openings = openingsOf(item);
	const entry = openings.order.enter(item.index);
	const [lookup] = await Promise.allSettled([findChat(item)]);
	const isNew = lookup.status === 'fulfilled' && !lookup.value;
	let admitted: boolean | Promise<boolean> | undefined;
	const counted = new Promise<void>((resolve) => {
		openings.order.leave(entry, () => {
			admitted = isNew ? openings.claim(placeOf(item), most) : true;
			resolve();
		});
	});
	// Who waits for others must not keep the slot that they need.
	const waits = admitted !== true;
	if (waits) queue.release(item.ticket);
	await counted;
	const isAdmitted = await admitted;
	if (waits && !(await queue.acquire(item.ticket))) throw new Interrupted();
	if (lookup.status === 'rejected') throw lookup.reason;
	if (isAdmitted) return;
	throw new NotSent(
		'postponed',
		`It would open a new chat, and this run has opened as many as New Chats at Most allows (${most})`,
	);
}

/**
 * Notes how an item for people ended.
 *
 * @param opened whether its message was sent, or may have been
 */
export function settleNewChat(item: Item, opened: boolean): void {
	if (!openingsByRun.has(item.run)) return;
	openingsOf(item).settle(placeOf(item), opened);
}

function readMost(option: unknown): number {
	const most = typeof option === 'string' && option.trim() === '' ? NaN : Number(option);
	if (Number.isInteger(most) && most >= 0) return most;
	throw new InvalidInput(
		`New Chats at Most is not a whole number: ${quote(String(option))}`,
		`Enter how many new chats a run may open, e.g. 40. ${CHECK_EXPRESSION}`,
	);
}
