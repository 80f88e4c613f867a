/** One request to the API, as it went. */
export interface RecordedRequest {
	/** Rises with each request, in the order of arrival. */
	number: number;
	/** ISO time of arrival. */
	at: string;
	method: string;
	/** With its query, e.g. `/v3/chats?limit=2`. */
	path: string;
	operationId: string | undefined;
	chatId: string | undefined;
	/** HTTP status; 0 until answered and where the connection was cut. */
	status: number;
	/** Milliseconds from arrival to answer. */
	ms: number;
	idempotencyKey: string | undefined;
	/** Whether the answer is that of an earlier request with the same key. */
	replayed: boolean;
	/** Id of the fault that hit, and whether the request was carried out all the same. */
	fault: string | undefined;
	processed: boolean;
	traceId: string;
	headers: Record<string, string | string[]>;
	/** As sent; empty when there was none. */
	requestBody: string;
	/** As sent; empty when there was none, or the connection was cut. */
	responseBody: string;
}

/** The last requests, up to a limit, so that a test can prove what was asked and what came back. */
export class RequestRecord {
	#requests: RecordedRequest[] = [];
	#count = 0;

	constructor(private readonly limit = 100_000) {}

	add(request: Omit<RecordedRequest, 'number'>): RecordedRequest {
		const recorded: RecordedRequest = { number: ++this.#count, ...request };
		this.#requests.push(recorded);
		// Dropping a tenth at a time keeps adding cheap.
		if (this.#requests.length > this.limit * 1.1) {
			this.#requests = this.#requests.slice(-this.limit);
		}
		return recorded;
	}

	/** Oldest first. */
	all(): readonly RecordedRequest[] {
		return this.#requests;
	}

	clear(): void {
		this.#requests = [];
	}
}
