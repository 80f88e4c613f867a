import type { Failure } from '../../shared/errors/failure';
import {
	codeOf,
	isRefusal,
	isUncertain,
	mayConnectLater,
	readFailure,
} from '../../shared/errors/failure';
import { WaitTooLong } from '../../shared/errors/waitTooLong';
import { clock } from './clock';
import type { Item } from './item';

/** The node stopped, or the execution was cancelled, before the item was sent. */
export class Interrupted extends Error {}

/** Tries for a failure that passes by itself (contract/behaviour.md, section 3: few times). */
const MAX_TRIES = 5;

/** Milliseconds: 1 s, doubling up to 30 s (contract/behaviour.md, section 3, codes 3001 to 3004). */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Linq's codes for what it did not do because it is not ready: wait for seconds, then again. */
const NOT_READY = new Set([2007, 2009]);

/**
 * Makes the request of an item until Linq accepts it or refuses it for good. What Linq did not
 * process is made again; what it may have processed only where that does no harm.
 *
 * @throws what the last try threw; WaitTooLong; Interrupted
 */
export async function withRetries<T>(item: Item, request: () => Promise<T>): Promise<T> {
	return await repeat(item, request, false);
}

/**
 * The same for what an item needs besides its own request, e.g. an upload: it can be repeated, and
 * leaves no doubt whether the item was sent.
 */
export async function withHarmlessRetries<T>(item: Item, request: () => Promise<T>): Promise<T> {
	return await repeat(item, request, true);
}

async function repeat<T>(item: Item, request: () => Promise<T>, isHarmless: boolean): Promise<T> {
	for (let tries = 1; ; tries++) {
		await waitForLane(item);
		const [attempt] = await Promise.allSettled([request()]);
		if (attempt.status === 'fulfilled') return attempt.value;
		const failure = readFailure(attempt.reason, clock.now());
		if (isUncertain(failure) && !isHarmless) item.isUncertain = true;
		const wait = waitAfter(failure, tries, isHarmless || item.isRepeatable);
		if (wait === undefined) throw attempt.reason;
		const pausesLane = failure.kind === 'answer' && failure.retryAfter !== undefined;
		await pause(item, wait, attempt.reason, pausesLane);
	}
}

/** Milliseconds until the next try; undefined if there will not be one. */
function waitAfter(failure: Failure, tries: number, repeatable: boolean): number | undefined {
	const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (1 - clock.random() / 2);
	if (isRefusal(failure)) return failure.retryAfter || backoff;
	if (tries >= MAX_TRIES) return undefined;
	if (NOT_READY.has(codeOf(failure)) || mayConnectLater(failure)) return backoff;
	return repeatable && isUncertain(failure) ? backoff : undefined;
}

/** Waits while Linq has paused the lane; an item before this one may have been told to wait. */
async function waitForLane(item: Item): Promise<void> {
	const { lane } = item.ticket;
	const wait = (lane?.pausedUntil ?? 0) - clock.now();
	if (wait > 0) await pause(item, wait, lane?.refusal, false);
}

/** Waits for Linq. @throws WaitTooLong where Max Wait does not allow it; Interrupted */
async function pause(
	item: Item,
	wait: number,
	thrown: unknown,
	pausesLane: boolean,
): Promise<void> {
	const { attempt, ticket } = item;
	if (pausesLane && ticket.lane) {
		ticket.lane.pausedUntil = clock.now() + wait;
		ticket.lane.refusal = thrown;
	}
	item.waited += wait;
	if (item.waited > attempt.maxWait) throw new WaitTooLong(thrown, Math.ceil(wait / 1000));
	await waitAside(item, wait);
}

/**
 * Lets others use the slot while an item waits; nobody of its lane overtakes it.
 *
 * @param wait milliseconds
 * @throws Interrupted when the attempt stops meanwhile
 */
export async function waitAside({ attempt, ticket }: Item, wait: number): Promise<void> {
	attempt.queue.release(ticket);
	await attempt.sleep(wait);
	if (!(await attempt.queue.acquire(ticket))) throw new Interrupted();
}
