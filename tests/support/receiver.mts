import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { Incoming } from './engine/trigger.mts';

/** A webhook as it came in, with the path it went to. */
export interface Received extends Incoming {
	path: string;
}

/** A server in the place of n8n that takes every webhook and answers 200. */
export class Receiver {
	received: Received[] = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<Receiver> {
		const received: Received[] = [];
		const server = createServer((request, response) => {
			void buffer(request).then((rawBody) => {
				const { pathname, searchParams } = new URL(request.url ?? '', 'http://receiver');
				received.push({
					path: pathname,
					query: Object.fromEntries(searchParams),
					headers: request.headers as Record<string, string>,
					rawBody,
				});
				response.end();
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const receiver = new Receiver(server, `http://127.0.0.1:${port}`);
		receiver.received = received;
		return receiver;
	}

	forget(): void {
		this.received.length = 0;
	}

	close(): void {
		this.server.closeAllConnections();
		this.server.close();
	}
}
