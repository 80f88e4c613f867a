import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { BASE_URL } from '../api/credential';
import { ERROR_CODES } from './codes';
import type { Failure } from './failure';
import { WaitTooLong } from './waitTooLong';
import { causeOf, isUnclear, neverArrived, readFailure, readLinqError } from './failure';

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
	/** Whether doing it twice does no harm, e.g. because it carries an idempotency key. */
	isRepeatable?: boolean;
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
	if (thrown instanceof WaitTooLong) return explainWait(thrown, facts);
	const failure = readFailure(thrown);
	if (failure.status !== undefined) return explainAnswer(failure.status, failure.body, facts);
	return explainSilence(failure, innermostMessage(thrown), facts);
}

/** Says in plain words what an answer with an error status means. */
export function explainAnswer(status: number, body: unknown, facts: RequestFacts): Explanation {
	const answer = readLinqError(body);
	if (!answer) return explainForeignAnswer(status, facts);
	const { error, trace_id: traceId } = answer;
	const known = ERROR_CODES[error.code];
	return {
		status,
		message: `${known?.message ?? withoutFullStop(error.message)} (Linq error ${error.code})`,
		description: [
			isUnclear({ status, body }) && doubtAbout(facts),
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
function explainForeignAnswer(status: number, facts: RequestFacts): Explanation {
	const { baseUrl } = facts;
	if (status >= 500) {
		return {
			status,
			message: `Linq is not available right now (HTTP ${status})`,
			description: [
				doubtAbout(facts),
				`Something between n8n and Linq answered instead of Linq. Try again later. Base URL: ${baseUrl}`,
			]
				.filter(Boolean)
				.join(' '),
		};
	}
	return {
		status,
		message: 'The base URL does not lead to the Linq API',
		description: `What answered at ${baseUrl} (HTTP ${status}) was not Linq. Open the credential and set the base URL to ${BASE_URL}, or to the address that the sandbox printed when it started.`,
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

function explainSilence(failure: Failure, original: string, facts: RequestFacts): Explanation {
	const { baseUrl = '' } = facts;
	const unseen = neverArrived(failure) || !isHttpUrl(baseUrl);
	const reason = isHttpUrl(baseUrl)
		? (SILENCE[failure.code ?? ''] ?? original)
		: 'this is not a full URL';
	const wayOut =
		'Check the base URL of the credential and that this n8n can connect to it. If you use the sandbox, check that it is running.';
	return {
		message: `Linq could not be reached at ${baseUrl}: ${reason}`,
		description: [!unseen && doubtAbout(facts), wayOut].filter(Boolean).join(' '),
	};
}

/** What to know about a request that Linq may have processed. */
function doubtAbout({ writes, isRepeatable = false }: RequestFacts): string | undefined {
	if (!writes) return undefined;
	return isRepeatable
		? 'It is not known whether Linq still processed the request. Retry On Fail in the settings of this node is safe: what went out does not go out twice.'
		: 'It is not known whether Linq still processed the request: look before you send it again.';
}

/** The sentence for a pace that the user's patience does not cover. */
function explainWait({ refusal, seconds }: WaitTooLong, facts: RequestFacts): Explanation {
	const { status, message, description } = explain(refusal, facts);
	return {
		status,
		message: `Linq asks to wait ${seconds} seconds, which is more than Wait at Most allows`,
		description: `Send this item later, spread the items over time, or set the option Wait at Most higher. ${message}. ${description}`,
	};
}

/** What the failure at the bottom says, for those that have no entry above. */
function innermostMessage(error: unknown): string {
	const cause = causeOf(error);
	if (cause) return innermostMessage(cause);
	return withoutFullStop(error instanceof Error ? error.message : String(error));
}

const isHttpUrl = (url: string) => /^https?:\/\/[^/]/i.test(url);

const withoutFullStop = (sentence: string) => sentence.replace(/\.$/, '');
