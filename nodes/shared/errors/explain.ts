import { BASE_URL } from '../api/credential';
import { ERROR_CODES } from './codes';
import type { Asked } from './idsAsked';
import { whichOf } from './idsAsked';
import type { Failure } from './failure';
import { isUncertain, neverArrived, readFailure, readLinqError } from './failure';
import { redact } from './redact';
import { UnexpectedAnswer } from './unexpectedAnswer';
import { WaitTooLong } from './waitTooLong';

/** Facts about the request that failed. */
export interface RequestFacts {
	/** Base URL of the credential. */
	baseUrl: string;
	/** Whether Linq may have done something although no answer came. */
	writes: boolean;
	/** Whether doing it twice does no harm, e.g. because it carries an idempotency key. */
	isRepeatable?: boolean;
	/** The idempotency key that it carried. */
	key?: string;
	/** The resources it names by ID. */
	asked?: Asked[];
}

/** A failure in words: one sentence, what to do, and the HTTP status where there was an answer. */
export interface Explanation {
	message: string;
	description: string;
	status?: number;
}

/** Says in plain words what a failed request means; never contains the token. */
export const explain = (thrown: unknown, facts: RequestFacts): Explanation =>
	redacted(explainThrown(thrown, facts));

/**
 * Says in plain words what an answer with an error status means; never contains the token.
 *
 * @param location where it redirects to
 */
export const explainAnswer = (
	status: number,
	body: unknown,
	facts: RequestFacts,
	location?: string,
): Explanation => redacted(readAnswer(status, body, facts, location));

const redacted = ({ message, description, status }: Explanation): Explanation => ({
	message: redact(message),
	description: redact(description),
	status,
});

function explainThrown(thrown: unknown, facts: RequestFacts): Explanation {
	if (thrown instanceof UnexpectedAnswer) return explainForeignAnswer(thrown.status, facts);
	if (thrown instanceof WaitTooLong) return explainWait(thrown, facts);
	const failure = readFailure(thrown);
	if (failure.kind === 'answer') {
		return readAnswer(failure.status, failure.body, facts, failure.location);
	}
	return explainSilence(failure, thrown, facts);
}

function readAnswer(
	status: number,
	body: unknown,
	facts: RequestFacts,
	location?: string,
): Explanation {
	if (status >= 300 && status < 400 && location) return explainRedirect(status, location, facts);
	const answer = readLinqError(body);
	if (!answer) return explainForeignAnswer(status, facts);
	const { error, trace_id: traceId } = answer;
	const known = ERROR_CODES[error.code];
	const uncertain = isUncertain({ kind: 'answer', status, body });
	const what = known?.message ?? withoutFullStop(error.message);
	// Some errors with this status are not about an ID, e.g. that a line has no contact card.
	const isAboutId = status === 404 && (!known || /found/i.test(what));
	const which = isAboutId ? whichOf(what, facts.asked ?? []) : '';
	return {
		status,
		message: `${what}${which && `: ${which}`} (Linq error ${error.code})`,
		description: sentences(
			uncertain && explainUncertainty(facts),
			known?.hint ?? 'See what Linq says about this error.',
			`Linq says: “${error.message}”.`,
			traceId && `Trace ID: ${traceId}.`,
			error.doc_url && `More: ${error.doc_url}`,
		),
	};
}

/** The sentence for a redirect: following it would take the request, message and all, elsewhere. */
function explainRedirect(status: number, location: string, { baseUrl }: RequestFacts): Explanation {
	return {
		status,
		message: `The base URL redirects to ${baseOf(location, baseUrl)}`,
		description: `Nothing was sent there. If that is where Linq is, open the credential and set the base URL to it. Base URL now: ${baseUrl} (HTTP ${status}).`,
	};
}

/** The base URL in the address of a call, without its query, which may hold anything. */
function baseOf(location: string, baseUrl: string): string {
	if (!URL.canParse(location, baseUrl)) return 'another address';
	const { origin, pathname } = new URL(location, baseUrl);
	return `${origin}${pathname.replace(/\/v3(\/.*)?$/, '')}`;
}

/** The sentence for an answer that is not Linq's, e.g. a web page where the API should be. */
function explainForeignAnswer(status: number, facts: RequestFacts): Explanation {
	const { baseUrl } = facts;
	if (status >= 500) {
		return {
			status,
			message: `Linq is not available right now (HTTP ${status})`,
			description: sentences(
				explainUncertainty(facts),
				`Something between n8n and Linq answered instead of Linq. Try again later. Base URL: ${baseUrl}`,
			),
		};
	}
	return {
		status,
		message: 'The base URL does not lead to the Linq API',
		description: sentences(
			`The answer at ${baseUrl} (HTTP ${status}) did not come from Linq. Open the credential and set the base URL to ${BASE_URL}, or to the address that the sandbox printed when it started.`,
			status < 300 &&
				facts.writes &&
				'If the base URL is right, the request was accepted: check in Linq before you send it again.',
		),
	};
}

const SILENCE: Record<string, string> = {
	ECONNREFUSED: 'nothing is listening there',
	ENOTFOUND: 'the host name is unknown',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'there is no route to that host',
	ENETUNREACH: 'there is no network',
	ECONNRESET: 'the connection was closed',
	EPIPE: 'the connection was closed',
	ETIMEDOUT: 'no answer came in time',
	ECONNABORTED: 'no answer came in time',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
};

/** Why there was no answer, or not all of it, in half a sentence; it can hold a URL. */
export function reasonOfSilence(thrown: unknown): string {
	const failure = readFailure(thrown);
	const code = failure.kind === 'transport' ? failure.code : '';
	return SILENCE[code] ?? innermostMessage(thrown);
}

function explainSilence(failure: Failure, thrown: unknown, facts: RequestFacts): Explanation {
	const { baseUrl } = facts;
	return {
		message: `Linq could not be reached at ${baseUrl}: ${reasonOfSilence(thrown)}`,
		description: sentences(
			!neverArrived(failure) && explainUncertainty(facts),
			'Check the base URL of the credential and that this n8n can connect to it. If you use the sandbox, check that it is running.',
		),
	};
}

/** Advice on a request that Linq may have processed. */
function explainUncertainty({ writes, isRepeatable = false, key }: RequestFacts) {
	if (!writes) return undefined;
	if (!isRepeatable) {
		return 'It is not known whether Linq processed the request: check in Linq before you send it again.';
	}
	const safe =
		'It is not known whether Linq processed the request. Retry On Fail in the settings of this node is safe: nothing is sent twice.';
	if (key === undefined) return safe;
	return `${safe} So is sending this item again with the option Send Only Once: Once per Exact Key, and the key ${key}. Linq then either sends it or gives back what was sent.`;
}

/** The sentence for a wait that is longer than the user allows. */
function explainWait({ refusal, seconds }: WaitTooLong, facts: RequestFacts): Explanation {
	const { status, message, description } = explain(refusal, facts);
	return {
		status,
		message: `Linq asks to wait ${seconds} seconds, which is more than Max Wait allows`,
		description: `Send this item later, spread the items over time, or increase the option Max Wait. ${message}. ${description}`,
	};
}

/** Message of the root cause, for failures that have no entry above. */
function innermostMessage(error: unknown): string {
	if (error instanceof Error && error.cause) return innermostMessage(error.cause);
	return withoutFullStop(error instanceof Error ? error.message : String(error));
}

const withoutFullStop = (sentence: string) => sentence.replace(/\.$/, '');

const sentences = (...parts: Array<string | false | undefined>) => parts.filter(Boolean).join(' ');
