import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { ERROR_CODES } from './errorCodes';

/** Linq's error envelope; early answers lack doc_url and trace_id (contract/behaviour.md, section 3). */
const errorEnvelope = z.object({
	error: z.object({
		code: z.number(),
		message: z.string(),
		doc_url: z.string().optional(),
	}),
	trace_id: z.string().optional(),
});

/** What n8n's HTTP helper throws: the failure of axios is its cause, or the error itself. */
const httpFailure = z.object({
	code: z.string().optional(),
	response: z.object({ status: z.number(), data: z.unknown() }).optional(),
});

/** Linq's place was taken by something else that answered with success, e.g. a web page. */
export class ForeignAnswer extends Error {
	constructor(readonly status: number) {
		super(`HTTP ${status} without a JSON object`);
		this.name = 'ForeignAnswer';
	}
}

/** What the caller knows about the request that failed. */
export interface RequestFacts {
	/** Base URL of the credential. */
	baseUrl?: string;
	/** Whether Linq may have done something although no answer came. */
	writes: boolean;
	/** The item it was made for, 0-based; not given outside of executions. */
	itemIndex?: number;
}

/** A failure in words: one sentence, what to do, and the HTTP status where there was an answer. */
export interface Explanation {
	message: string;
	description: string;
	status?: number;
}

/**
 * The error to show for anything that a request threw. It is built anew from Linq's answer: the
 * engine's own error carries the request, and with it the token, into the saved execution.
 *
 * @returns errors that nodes made themselves (NodeOperationError) as they are
 */
export function toNodeError(
	node: INode,
	thrown: unknown,
	facts: RequestFacts,
): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeOperationError) return thrown;
	const { message, description, status } = explain(thrown, facts);
	return new NodeApiError(
		node,
		{ message },
		{ message, description, httpCode: status?.toString(), itemIndex: facts.itemIndex },
	);
}

/** Says in plain words what a failed request means; never contains the token. */
export function explain(thrown: unknown, facts: RequestFacts): Explanation {
	if (thrown instanceof ForeignAnswer) return explainForeignAnswer(thrown.status, facts);
	const failure = readFailure(thrown);
	if (failure.response) return explainAnswer(failure.response.status, failure.response.data, facts);
	return explainSilence(failure.code, innermostMessage(thrown), facts);
}

/** Says in plain words what an answer with an error status means. */
export function explainAnswer(status: number, body: unknown, facts: RequestFacts): Explanation {
	const envelope = errorEnvelope.safeParse(parseIfText(body));
	if (!envelope.success) return explainForeignAnswer(status, facts);
	const { error, trace_id: traceId } = envelope.data;
	const known = ERROR_CODES[error.code];
	return {
		status,
		message: `${known?.message ?? withoutFullStop(error.message)} (Linq error ${error.code})`,
		description: [
			known?.wayOut ?? 'See what Linq says about this error.',
			`Linq says: “${error.message}”.`,
			traceId && `Trace ID: ${traceId}.`,
			error.doc_url && `More: ${error.doc_url}`,
		]
			.filter(Boolean)
			.join(' '),
	};
}

/** The sentence for an answer that is not Linq's, e.g. a web page where the API should be. */
function explainForeignAnswer(status: number, { baseUrl }: RequestFacts): Explanation {
	if (status >= 500) {
		return {
			status,
			message: `Linq is not available right now (HTTP ${status})`,
			description: `Something between n8n and Linq answered instead of Linq. Try again later. Base URL: ${baseUrl}`,
		};
	}
	return {
		status,
		message: 'The base URL does not lead to the Linq API',
		description: `What answered at ${baseUrl} (HTTP ${status}) was not Linq. Open the credential and set the base URL to https://api.linqapp.com/api/partner, or to the address that the sandbox printed when it started.`,
	};
}

const SILENCE: Record<string, string> = {
	ECONNREFUSED: 'nothing is listening there',
	ENOTFOUND: 'the host name is not known',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'there is no way to that host',
	ENETUNREACH: 'there is no network',
	ECONNRESET: 'the connection was closed',
	EPIPE: 'the connection was closed',
	ETIMEDOUT: 'no answer came in time',
	ECONNABORTED: 'no answer came in time',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
};

/** Failures before Linq can have seen the request; after all others it may have acted on it. */
const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

function explainSilence(
	code = '',
	original: string,
	{ baseUrl = '', writes }: RequestFacts,
): Explanation {
	const neverArrived = NEVER_ARRIVED.has(code) || !isHttpUrl(baseUrl);
	const reason = isHttpUrl(baseUrl) ? (SILENCE[code] ?? original) : 'this is not a full URL';
	const wayOut =
		'Check the base URL of the credential and that this n8n can connect to it. If you use the sandbox, check that it is running.';
	return {
		message: `Linq could not be reached at ${baseUrl}: ${reason}`,
		description:
			writes && !neverArrived
				? `It is not known whether Linq still processed the request: look before you send it again. ${wayOut}`
				: wayOut,
	};
}

function readFailure(thrown: unknown): z.infer<typeof httpFailure> {
	const candidates = [thrown, causeOf(thrown), causeOf(causeOf(thrown))];
	const read = candidates.map((candidate) => httpFailure.safeParse(candidate));
	return (
		read.find((result) => result.data?.response)?.data ??
		read.find((result) => result.data?.code)?.data ??
		{}
	);
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

/** What the failure at the bottom says, for those that have no entry above. */
function innermostMessage(error: unknown): string {
	const cause = causeOf(error);
	if (cause) return innermostMessage(cause);
	return withoutFullStop(error instanceof Error ? error.message : String(error));
}

const isHttpUrl = (url: string) => /^https?:\/\/[^/]/i.test(url);

/** An error body can reach us as text, when the request asked for no particular form. */
function parseIfText(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

const withoutFullStop = (sentence: string) => sentence.replace(/\.$/, '');
