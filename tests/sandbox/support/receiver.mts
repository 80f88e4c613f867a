import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook as it arrived. */
export interface Arrival {
	headers: IncomingHttpHeaders;
	raw: string;
	payload: {
		event_type: string;
		event_id: string;
		webhook_version: string;
		data: Record<string, unknown>;
	};
}

/** The endpoint's answer, by index of the arrival; an answer of 0 means none. */
export type Script = (
	index: number,
) => number | { status: number; headers: Record<string, string> };

/** A webhook endpoint that keeps what arrives and answers as told. */
export class Receiver {
	readonly arrivals: Arrival[] = [];
	#waiting: Array<{ count: number; resolve: () => void }> = [];

	private constructor(
		private readonly server: Server,
		private script: Script,
	) {}

	static async start(script: Script = () => 200): Promise<Receiver> {
		const server = createServer();
		const receiver = new Receiver(server, script);
		server.on('request', (request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const raw = Buffer.concat(chunks).toString('utf8');
				const index = receiver.arrivals.length;
				receiver.#arrived({
					headers: request.headers,
					raw,
					payload: JSON.parse(raw) as Arrival['payload'],
				});
				const answer = receiver.script(index);
				const { status, headers } =
					typeof answer === 'number' ? { status: answer, headers: {} } : answer;
				if (status !== 0) response.writeHead(status, headers).end();
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return receiver;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
	}

	/** Event types in the order of arrival. */
	get types(): string[] {
		return this.arrivals.map((arrival) => arrival.payload.event_type);
	}

	of(type: string): Arrival[] {
		return this.arrivals.filter((arrival) => arrival.payload.event_type === type);
	}

	/** Resolves once this many have arrived. */
	count(count: number): Promise<void> {
		if (this.arrivals.length >= count) return Promise.resolve();
		return new Promise((resolve) => this.#waiting.push({ count, resolve }));
	}

	close(): Promise<void> {
		this.server.closeAllConnections();
		return new Promise((resolve) => this.server.close(() => resolve()));
	}

	#arrived(arrival: Arrival): void {
		this.arrivals.push(arrival);
		const ready = this.#waiting.filter(({ count }) => this.arrivals.length >= count);
		this.#waiting = this.#waiting.filter((entry) => !ready.includes(entry));
		for (const { resolve } of ready) resolve();
	}
}
