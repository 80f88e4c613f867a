import { z } from 'zod';

/** Linq's error envelope; early answers lack doc_url and trace_id (contract/behaviour.md, section 3). */
const errorEnvelope = z.object({
	error: z.object({
		code: z.number(),
		message: z.string(),
		doc_url: z.string().optional(),
		retry_after: z.number().optional(),
	}),
	trace_id: z.string().optional(),
});

/** What n8n's HTTP helper throws: the failure of axios is its cause, or the error itself. */
const httpFailure = z.object({
	code: z.string().optional(),
	response: z
		.object({
			status: z.number(),
			data: z.unknown(),
			headers: z.object({ 'retry-after': z.unknown() }).partial().optional(),
		})
		.optional(),
});

/** An error answer in Linq's words; undefined where something else answered. */
export type LinqError = z.infer<typeof errorEnvelope>;

/** A request that failed, as far as anybody knows. */
export interface Failure {
	/** Why no answer came, in the words of Node.js, e.g. `ECONNRESET`. */
	code?: string;
	/** Status of the answer, where one came. */
	status?: number;
	body?: unknown;
	/** Milliseconds that Linq asks to wait. */
	retryAfter?: number;
}

/** Failures before Linq can have seen the request; after all others it may have acted on it. */
const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

export const neverArrived = ({ code = '' }: Failure): boolean => NEVER_ARRIVED.has(code);

/** Failures of a connection that was there; n8n cuts it itself when an execution is cancelled. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'ERR_CANCELED']);

/** Codes of 5xx answers that say plainly that nothing was sent (contract/behaviour.md, section 3). */
const NOT_SENT = new Set([3007, 4001, 4003, 5002]);

/** Linq did not process it and wants to be asked later (contract/behaviour.md, section 4). */
export const isRefusal = ({ status, retryAfter }: Failure): boolean =>
	status === 429 || (status === 503 && retryAfter !== undefined);

/** Whether Linq may have processed the request. */
export function isUnclear(failure: Failure): boolean {
	const { status, code } = failure;
	if (status === undefined) return BROKEN.has(code ?? '');
	return (status >= 500 || status === 408) && !isRefusal(failure) && !NOT_SENT.has(codeOf(failure));
}

/** Linq's error code; 0 where the answer has none. */
export const codeOf = ({ body }: Failure): number => readLinqError(body)?.error.code ?? 0;

/** Reads what a request threw. */
export function readFailure(thrown: unknown, now = Date.now()): Failure {
	const candidates = [thrown, causeOf(thrown), causeOf(causeOf(thrown))];
	const read = candidates.map((candidate) => httpFailure.safeParse(candidate).data ?? {});
	const response = read.find((failure) => failure.response)?.response;
	if (!response) return { code: read.find((failure) => failure.code)?.code };
	const { status, data: body, headers } = response;
	return { status, body, retryAfter: readRetryAfter(headers?.['retry-after'], body, now) };
}

/** Linq's error in an answer. An error body can reach us as text. */
export function readLinqError(body: unknown): LinqError | undefined {
	return errorEnvelope.safeParse(parseIfText(body)).data;
}

/** Seconds or a date in the header, else seconds in the body (contract/behaviour.md, section 4). */
function readRetryAfter(header: unknown, body: unknown, now: number): number | undefined {
	if (typeof header === 'string' && header.trim() !== '') {
		const seconds = Number(header);
		if (!Number.isNaN(seconds)) return Math.max(0, seconds * 1000);
		const date = Date.parse(header);
		if (!Number.isNaN(date)) return Math.max(0, date - now);
	}
	const seconds = readLinqError(body)?.error.retry_after;
	return seconds === undefined ? undefined : Math.max(0, seconds * 1000);
}

export const causeOf = (error: unknown): unknown =>
	error instanceof Error ? error.cause : undefined;

function parseIfText(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
