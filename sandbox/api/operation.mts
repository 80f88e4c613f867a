import type { World } from '../world.mts';

/** One request to one operation, already checked against the contract. */
export interface Call<Body = unknown, Query = Record<string, unknown>> {
	operationId: string;
	params: Record<string, string>;
	/** Numbers and lists already are such, and the contract's defaults are filled in. */
	query: Query;
	headers: Record<string, string | string[]>;
	body: Body;
	traceId: string;
}

/** The answer to a call; no body for 204. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** Given again for an idempotency key that was used before. */
	replayed?: boolean;
}

/** Answers one operation of the contract; throws `ApiError` to refuse. */
export type Operation = (call: Call, world: World) => Answer;

/**
 * Gives an operation the type of its body and query. The contract's schema has checked both before
 * the operation runs, so this only names what is known.
 */
export function operation<Body = undefined, Query = Record<string, unknown>>(
	run: (call: Call<Body, Query>, world: World) => Answer,
): Operation {
	return run as Operation;
}

/** An accepted request with nothing to say. */
export const NO_CONTENT: Answer = { status: 204 };
