import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Agent } from 'undici';

import { errorCode } from '../../../scripts/errorCode.mts';

/** What came back for a request. */
export interface Answer {
	/** The server it went to, e.g. `http://127.0.0.1:5678`; undefined if none could be reached. */
	from: string | undefined;
	status: number;
	body: string;
}

/** Headers that belong to a connection, not to the request. */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'host', 'content-length', 'expect']);

/**
 * A load balancer: hands each request to the next of its servers. It takes another one where it
 * cannot connect, and answers 502 where a server breaks off, since nobody knows what that one did.
 */
export class Balancer {
	/** In the order in which they were given. */
	readonly answers: Answer[] = [];
	/** Base URLs of the servers. */
	servers: string[] = [];
	#turn = 0;
	readonly #agent = new Agent({ keepAliveTimeout: 1_000 });
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => void this.#handle(request, response));
	}

	static async start(): Promise<Balancer> {
		const balancer = new Balancer();
		await new Promise<void>((resolve) => balancer.#server.listen(0, '127.0.0.1', resolve));
		return balancer;
	}

	get url(): string {
		const { port } = this.#server.address() as AddressInfo;
		return `http://127.0.0.1:${port}`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		this.#server.close();
		await this.#agent.destroy();
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await buffer(request);
		const answer = await this.#ask(request, body);
		this.answers.push(answer);
		response.statusCode = answer.status;
		response.end(answer.body);
	}

	async #ask(request: IncomingMessage, body: Buffer): Promise<Answer> {
		const headers = Object.fromEntries(
			Object.entries(request.headers).filter(([name]) => !OF_CONNECTION.has(name)),
		);
		for (let tries = this.servers.length; tries > 0; tries--) {
			const from = this.servers[this.#turn++ % this.servers.length] ?? '';
			try {
				const { statusCode, body: answered } = await this.#agent.request({
					origin: from,
					path: request.url ?? '/',
					method: request.method as 'GET',
					headers,
					body: body.length > 0 ? body : null,
				});
				return { from, status: statusCode, body: await answered.text() };
			} catch (error) {
				if (errorCode(error) !== 'ECONNREFUSED') return { from, status: 502, body: 'Broken off' };
			}
		}
		return { from: undefined, status: 503, body: 'No server' };
	}
}
