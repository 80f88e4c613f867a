import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import type { Incoming } from './engine/trigger.mts';
import { startWebServer, type WebServer } from './webServer.mts';

/** A webhook as it came in. */
export interface Arrival extends Incoming {
	path: string;
	/** The body as text, and what it says. */
	raw: string;
	payload: {
		event_type: string;
		event_id: string;
		webhook_version: string;
		data: Record<string, unknown>;
	};
}

/** The status of an answer, perhaps with headers, by the place of the webhook; 0 means no answer. */
export type Script = (
	index: number,
	arrival: Arrival,
) => number | { status: number; headers: Record<string, string> };

/** A server that takes webhooks at any path, keeps them, and answers as told. */
export class Receiver {
	readonly arrivals: Arrival[] = [];
	readonly #news = new EventEmitter();
	#server: WebServer | undefined;

	private constructor(private readonly script: Script) {}

	static async start(script: Script = () => 200): Promise<Receiver> {
		const receiver = new Receiver(script);
		receiver.#server = await startWebServer((request, response) => {
			void receiver.#take(request, response);
		});
		return receiver;
	}

	get url(): string {
		return this.#server?.url ?? '';
	}

	/** Event types in the order of arrival. */
	get types(): string[] {
		return this.arrivals.map(({ payload }) => payload.event_type);
	}

	of(type: string): Arrival[] {
		return this.arrivals.filter(({ payload }) => payload.event_type === type);
	}

	/** Resolves once this many have arrived. */
	async count(count: number): Promise<void> {
		while (this.arrivals.length < count) await once(this.#news, 'arrival');
	}

	forget(): void {
		this.arrivals.length = 0;
	}

	async close(): Promise<void> {
		await this.#server?.close();
	}

	async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const rawBody = await buffer(request);
		const raw = rawBody.toString();
		const { pathname, searchParams } = new URL(request.url ?? '', this.url);
		const arrival = {
			path: pathname,
			query: Object.fromEntries(searchParams),
			headers: request.headers as Record<string, string>,
			rawBody,
			raw,
			payload: JSON.parse(raw) as Arrival['payload'],
		};
		const answer = this.script(this.arrivals.push(arrival) - 1, arrival);
		this.#news.emit('arrival');
		const { status, headers } = typeof answer === 'number' ? { status: answer } : answer;
		if (status !== 0) response.writeHead(status, headers).end();
	}
}

/** A receiver for one test file, empty before each test. */
export function useReceiver(): () => Receiver {
	let receiver: Receiver | undefined;

	beforeAll(async () => {
		receiver = await Receiver.start();
	});

	beforeEach(() => receiver?.forget());

	afterAll(() => receiver?.close());

	return () => {
		if (!receiver) throw new Error('The receiver runs only during tests');
		return receiver;
	};
}
