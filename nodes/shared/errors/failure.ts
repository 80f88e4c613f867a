import { NodeApiError, UserError } from 'n8n-workflow';
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

/** An error answer in Linq's words; undefined where something else answered. */
export type LinqError = z.infer<typeof errorEnvelope>;

/** An error of n8n's HTTP helper has that of axios as its cause, or is that error itself. */
const answered = z.object({
	response: z.object({
		status: z.number(),
		data: z.unknown(),
		headers: z
			.object({ 'retry-after': z.unknown(), location: z.string().catch('') })
			.partial()
			.optional(),
	}),
});

const unanswered = z.object({ code: z.string().optional(), isAxiosError: z.boolean().optional() });

/**
 * What n8n 1 keeps of a failure in an error of its own, without a cause: status or code, and the
 * body (n8n-workflow 1.x, node-api.error.ts). Our own errors have no messages (nodeError.ts).
 */
const retold = z.object({
	httpCode: z.string(),
	messages: z.array(z.string()).nonempty(),
	context: z.object({ data: z.unknown() }).partial(),
});

/** There was an answer, with an error status. */
interface AnswerFailure {
	kind: 'answer';
	status: number;
	body: unknown;
	/** Milliseconds that Linq asks to wait. */
	retryAfter?: number;
	/** Where a redirect leads; it is not followed. */
	location?: string;
}

/** There was no answer. */
interface TransportFailure {
	kind: 'transport';
	/** Why, in the words of Node.js, e.g. `ECONNRESET`. */
	code: string;
}

/** There was no request: n8n refused to make it or could not, or our own code failed. */
interface LocalFailure {
	kind: 'local';
	/** Whether n8n's database was busy, from which it reads the credential for each request. */
	isBusy?: boolean;
}

/** The failure of a request, as far as it is known. */
export type Failure = AnswerFailure | TransportFailure | LocalFailure;

/**
 * Reads what a request threw.
 *
 * @param now epoch milliseconds, for a `Retry-After` that is a date
 */
export function readFailure(thrown: unknown, now = Date.now()): Failure {
	const chain = [...causesOf(thrown)];
	for (const error of chain) {
		const response = answered.safeParse(error).data?.response;
		if (!response) continue;
		const { status, data: body, headers } = response;
		const retryAfter = readRetryAfter(headers?.['retry-after'], body, now);
		return { kind: 'answer', status, body, retryAfter, location: headers?.location };
	}
	// n8n's own refusals, e.g. of its SSRF protection, reach us wrapped by axios.
	if (chain.some((error) => error instanceof UserError)) return { kind: 'local' };
	for (const error of chain) {
		const { code, isAxiosError } = unanswered.safeParse(error).data ?? {};
		if (isAxiosError || isSystemCode(code)) return { kind: 'transport', code: code ?? '' };
	}
	const innermost = chain.at(-1);
	const failure = innermost instanceof NodeApiError ? readRetold(innermost, now) : undefined;
	if (failure) return failure;
	const isBusy = chain.some((error) => error instanceof Error && DATABASE_BUSY.test(error.message));
	return { kind: 'local', isBusy };
}

/** An error that n8n 1 made of a failure; undefined for any other. */
function readRetold(error: NodeApiError, now: number): Failure | undefined {
	const { httpCode, context } = retold.safeParse(error).data ?? {};
	if (httpCode === undefined) return undefined;
	if (isSystemCode(httpCode)) return { kind: 'transport', code: httpCode };
	if (!/^\d{3}$/.test(httpCode)) return undefined;
	const body = context?.data;
	const retryAfter = readRetryAfter(undefined, body, now);
	return { kind: 'answer', status: Number(httpCode), body, retryAfter };
}

/** Messages of pg-pool, PostgreSQL and SQLite when no connection is available right now. */
const DATABASE_BUSY =
	/timeout exceeded when trying to connect|too many clients|connection slots|SQLITE_BUSY/;

/** Codes of Node.js and OpenSSL for connections, e.g. `ECONNRESET`, `CERT_HAS_EXPIRED`. */
const isSystemCode = (code: string | undefined): boolean =>
	code !== undefined && /^(E[A-Z]|ERR_|CERT_|UNABLE_TO_|DEPTH_|SELF_SIGNED_|HPE_|Z_)/.test(code);

/** An error, its cause, the cause of that, and so on. */
function* causesOf(thrown: unknown): Generator<unknown> {
	for (let error = thrown; error !== undefined; error = causeOf(error)) yield error;
}

export const causeOf = (error: unknown): unknown =>
	error instanceof Error ? error.cause : undefined;

/** Failures to connect, which can pass. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Failures to connect that do not pass by themselves: unknown host, certificate, malformed request. */
const CANNOT_CONNECT =
	/^(ENOTFOUND|EPROTO|CERT_|UNABLE_TO_|DEPTH_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|ERR_INVALID_|ERR_UNESCAPED_)/;

/** Whether there was no connection, to Linq or to n8n's database, but there may be one in a moment. */
export const mayConnectLater = (failure: Failure): boolean =>
	(failure.kind === 'transport' && NOT_CONNECTED.has(failure.code)) ||
	(failure.kind === 'local' && failure.isBusy === true);

/** Whether Linq cannot have seen the request. */
export const neverArrived = (failure: Failure): boolean =>
	failure.kind === 'local' ||
	(failure.kind === 'transport' &&
		(NOT_CONNECTED.has(failure.code) || CANNOT_CONNECT.test(failure.code)));

/** Codes of 5xx answers that say plainly that nothing was sent (contract/behaviour.md, section 3). */
const NOT_SENT = new Set([3007, 4001, 4003, 5002]);

/** Linq did not process it and wants to be asked later (contract/behaviour.md, section 4). */
export const isRefusal = (failure: Failure): failure is AnswerFailure =>
	failure.kind === 'answer' &&
	(failure.status === 429 || (failure.status === 503 && failure.retryAfter !== undefined));

/** Whether Linq may have processed the request. */
export function isUncertain(failure: Failure): boolean {
	if (failure.kind !== 'answer') return !neverArrived(failure);
	const { status } = failure;
	return (status >= 500 || status === 408) && !isRefusal(failure) && !NOT_SENT.has(codeOf(failure));
}

/** Linq's error code; 0 if it gave none. */
export const codeOf = (failure: Failure): number => linqErrorOf(failure)?.error.code ?? 0;

/** The status of the answer in what a request threw; undefined where there was none. */
export function statusOf(thrown: unknown): number | undefined {
	const failure = readFailure(thrown);
	return failure.kind === 'answer' ? failure.status : undefined;
}

/**
 * Linq's answer with an error code, for an error that says more of it.
 *
 * @returns its HTTP status, and its trace ID as a sentence to put behind others; undefined where the
 *   failure is another one
 */
export function codedAnswer(
	thrown: unknown,
	code: number,
): { httpCode: string; trace: string } | undefined {
	const failure = readFailure(thrown);
	const error = linqErrorOf(failure);
	if (failure.kind !== 'answer' || error?.error.code !== code) return undefined;
	const trace = error.trace_id === undefined ? '' : ` Trace ID: ${error.trace_id}.`;
	return { httpCode: String(failure.status), trace };
}

/** Linq's error in a failure; undefined where Linq did not answer. */
export const linqErrorOf = (failure: Failure): LinqError | undefined =>
	failure.kind === 'answer' ? readLinqError(failure.body) : undefined;

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

function parseIfText(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
