import { clock } from './clock';
import type { Delivery } from './item';
import type { Failure } from '../../shared/errors/failure';
import { codeOf, isRefusal, isUnclear, neverArrived, readFailure } from '../../shared/errors/failure';
import { WaitTooLong } from '../../shared/errors/waitTooLong';

/** The node stopped, or the execution was cancelled, while the item waited to try again. */
export class Interrupted extends Error {}

/** Tries for a failure that passes by itself (contract/behaviour.md, section 3: few times). */
const MOST_TRIES = 5;

/** Milliseconds: 1 s, doubling up to 30 s (contract/behaviour.md, section 3, codes 3001 to 3004). */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Linq's codes for what it did not do because it is not ready: wait for seconds, then again. */
const NOT_READY = new Set([2007, 2009]);

/**
 * Makes a request until Linq takes or refuses it for good. What Linq did not process is made
 * again; what it may have processed only where that does no harm.
 *
 * @throws what the last try threw; WaitTooLong; Interrupted
 */
export async function persist<T>(delivery: Delivery, work: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries++) {
		await untilFree(delivery);
		const [attempt] = await Promise.allSettled([work()]);
		if (attempt.status === 'fulfilled') return attempt.value;
		const failure = readFailure(attempt.reason, clock.now());
		if (isUnclear(failure)) delivery.isUnclear = true;
		const wait = waitAfter(failure, tries, delivery.isRepeatable);
		if (wait === undefined) throw attempt.reason;
		await pause(delivery, wait, attempt.reason, failure.retryAfter !== undefined);
	}
}

/** Milliseconds until the next try; undefined when there is none. */
function waitAfter(failure: Failure, tries: number, repeatable: boolean): number | undefined {
	const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (1 - clock.random() / 2);
	if (isRefusal(failure)) return failure.retryAfter || backoff;
	if (tries >= MOST_TRIES) return undefined;
	if (NOT_READY.has(codeOf(failure))) return backoff;
	if (neverArrived(failure)) return failure.code === 'ENOTFOUND' ? undefined : backoff;
	return repeatable && isUnclear(failure) ? backoff : undefined;
}

/** Waits while Linq holds the lane up; an item before this one may have been told to wait. */
async function untilFree(delivery: Delivery): Promise<void> {
	const { lane } = delivery.turn;
	const wait = (lane?.heldUntil ?? 0) - clock.now();
	if (wait > 0) await pause(delivery, wait, lane?.refusal, false);
}

/** Lets others use the slot while this item waits. */
async function pause(
	delivery: Delivery,
	wait: number,
	thrown: unknown,
	holdsLane: boolean,
): Promise<void> {
	const { run, turn } = delivery;
	if (holdsLane && turn.lane) {
		turn.lane.heldUntil = clock.now() + wait;
		turn.lane.refusal = thrown;
	}
	delivery.waited += wait;
	if (delivery.waited > run.waitAtMost) throw new WaitTooLong(thrown, Math.ceil(wait / 1000));
	run.turns.pause(turn);
	// It rejects only when the run stops, which resume() tells.
	await Promise.allSettled([clock.sleep(wait, run.stopping)]);
	if (!(await run.turns.resume(turn))) throw new Interrupted();
}
