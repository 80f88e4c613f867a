import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '../api/operation.mts';
import { errorBody, messageOf } from '../contract/errors.mts';
import type { Fault } from '../faults.mts';

/** The page that a proxy in front of Linq shows when it cannot reach it. */
export const HTML_PAGE =
	'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Linq's usual code for a status (contract/behaviour.md section 3). */
const USUAL_CODE: Record<number, number> = {
	400: 1005,
	401: 2004,
	403: 2005,
	404: 2001,
	409: 2015,
	422: 1003,
	429: 1007,
	500: 3006,
	503: 4004,
	504: 3005,
};

/** The answer a fault gives instead of the operation's, or undefined where it lets it through. */
export function faultAnswer(fault: Fault, traceId: string): Answer | undefined {
	if (fault.html) return { status: fault.status ?? 502, body: HTML_PAGE };
	if (fault.status === undefined) return undefined;
	const { status, retry_after: seconds } = fault;
	const code = fault.code ?? USUAL_CODE[status] ?? 3006;
	const retryAfter = status === 429 ? seconds : undefined;
	return {
		status,
		body: errorBody({ status, code, message: messageOf(code), retryAfter }, traceId),
		...(seconds === undefined ? {} : { headers: { 'Retry-After': String(seconds) } }),
	};
}

/** Ends the connection as a crash would: no answer, a reset. */
export function cut(raw: FastifyRequest, reply: FastifyReply): FastifyReply {
	reply.hijack();
	raw.raw.socket.resetAndDestroy();
	return reply;
}

export function pause(ms: number | undefined): Promise<void> {
	if (!ms) return Promise.resolve();
	return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
