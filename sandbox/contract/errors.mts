import { loadContract, type ContractError } from './document.mts';

/**
 * A case of `components/examples` in the contract: the code, or the code and a word where one code
 * has several meanings (`1005_uuid`, `5001_413`).
 */
export type ErrorCase =
	| '1001'
	| '1002'
	| '1003'
	| '1004'
	| '1005'
	| '1005_uuid'
	| '1005_link'
	| '1006'
	| '1007'
	| '1008'
	| '2001'
	| '2002'
	| '2003'
	| '2004'
	| '2005'
	| '2006'
	| '2007'
	| '2010'
	| '2012'
	| '2013'
	| '2014'
	| '2015'
	| '2015_line'
	| '2016'
	| '2017'
	| '2018'
	| '2019'
	| '2021'
	| '2023'
	| '2024'
	| '2026'
	| '2027'
	| '2028'
	| '3006'
	| '4004'
	| '5001_413'
	| '5002'
	| '5004'
	| '5005'
	| '5006';

export interface ErrorBody {
	success: false;
	error: {
		status: number;
		code: number;
		message: string;
		doc_url: string;
		retry_after?: number;
	};
	trace_id: string;
}

let examples: Map<string, ContractError> | undefined;

function contractErrors(): Map<string, ContractError> {
	examples ??= new Map(
		Object.entries(loadContract().components.examples).map(([name, example]) => [
			name.slice(1),
			example.value.error,
		]),
	);
	return examples;
}

/** A refusal in Linq's own terms; thrown by an operation, answered by the API as its envelope. */
export class ApiError extends Error {
	readonly status: number;
	readonly code: number;

	/**
	 * @param errorCase which of the contract's errors
	 * @param detail what exactly is wrong; appended to the contract's message
	 * @param retryAfter seconds to wait (429 only); goes into the body and the `Retry-After` header
	 */
	constructor(
		errorCase: ErrorCase,
		detail?: string,
		readonly retryAfter?: number,
	) {
		const known = contractErrors().get(errorCase);
		if (!known) throw new Error(`The contract has no error ${errorCase}`);
		const base =
			retryAfter === undefined
				? known.message
				: known.message.replace(/\d+ seconds/, `${retryAfter} seconds`);
		super(detail ? `${base}: ${detail}` : base);
		this.status = known.status;
		this.code = known.code;
	}

	/** The same refusal in other words, where the contract's own need a name filled in. */
	worded(message: string): this {
		this.message = message;
		return this;
	}
}

/**
 * Linq's error envelope (contract/behaviour.md section 3).
 *
 * @param error status, code and message; `retryAfter` in seconds
 * @param traceId the id that also stands in `X-Trace-ID`
 */
export function errorBody(
	error: { status: number; code: number; message: string; retryAfter?: number },
	traceId: string,
): ErrorBody {
	return {
		success: false,
		error: {
			status: error.status,
			code: error.code,
			message: error.message,
			doc_url: `https://docs.linqapp.com/error/codes/${Math.floor(error.code / 1000)}xxx/${error.code}/`,
			...(error.retryAfter === undefined ? {} : { retry_after: error.retryAfter }),
		},
		trace_id: traceId,
	};
}

/**
 * The contract's message for a code, for faults that name only the code.
 *
 * @returns the first message the contract shows for it, or a general one
 */
export function messageOf(code: number): string {
	return contractErrors().get(String(code))?.message ?? 'Injected by the sandbox';
}
