import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { Agent } from 'undici';

import { errorCode } from '../../../scripts/errorCode.mts';

/** The answer to a request. */
export interface Answer {
	/** The server it went to, e.g. `http://127.0.0.1:5678`; undefined if none could be reached. */
	from: string | undefined;
	status: number;
	body: string;
}

/** Headers that belong to a connection, not to the request. */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'host', 'content-length', 'expect']);

/** How often servers are asked whether they are ready, in milliseconds. */
const CHECK_INTERVAL = 250;

/**
 * A load balancer: hands each request to the next of its servers. It takes another one where it
 * cannot connect, and answers 502 where a server breaks off, since nobody knows what that one did.
 * Servers that do not say that they are ready it leaves out; with none left it answers 503.
 */
export class Balancer {
	/** In the order in which they were given. */
	readonly answers: Answer[] = [];
	/** Base URLs of the servers. */
	servers: string[] = [];
	/** Those that were not ready when last asked. */
	readonly #out = new Set<string>();
	readonly #closing = new AbortController();
	#turn = 0;
	readonly #agent = new Agent({ keepAliveTimeout: 1_000 });
	readonly #server: Server;

	private constructor() {
		this.#server = createServer((request, response) => void this.#handle(request, response));
	}

	/** @param checks whether servers are asked if they are ready */
	static async start(checks = true): Promise<Balancer> {
		const balancer = new Balancer();
		await new Promise<void>((resolve) => balancer.#server.listen(0, '127.0.0.1', resolve));
		if (checks) void balancer.#check();
		return balancer;
	}

	get url(): string {
		const { port } = this.#server.address() as AddressInfo;
		return `http://127.0.0.1:${port}`;
	}

	async close(): Promise<void> {
		this.#closing.abort();
		this.#server.closeAllConnections();
		this.#server.close();
		await this.#agent.destroy();
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const hungUp = new AbortController();
		response.once('close', () => hungUp.abort());
		const body = await buffer(request);
		const answer = await this.#ask(request, body, hungUp.signal);
		this.answers.push(answer);
		response.statusCode = answer.status;
		response.end(answer.body);
	}

	async #check(): Promise<void> {
		const { signal } = this.#closing;
		try {
			while (!signal.aborted) {
				await setTimeout(CHECK_INTERVAL, undefined, { signal, ref: false });
				await Promise.all(
					this.servers.map(async (server) => {
						if (await this.#isReady(server)) this.#out.delete(server);
						else this.#out.add(server);
					}),
				);
			}
		} catch (error) {
			if (!signal.aborted) throw error;
		}
	}

	async #isReady(server: string): Promise<boolean> {
		try {
			const path = '/healthz/readiness';
			const signal = AbortSignal.timeout(5_000);
			const { statusCode, body } = await this.#agent.request({
				origin: server,
				path,
				method: 'GET',
				signal,
			});
			await body.dump();
			return statusCode === 200;
		} catch {
			return false;
		}
	}

	async #ask(request: IncomingMessage, body: Buffer, signal: AbortSignal): Promise<Answer> {
		const headers = Object.fromEntries(
			Object.entries(request.headers).filter(([name]) => !OF_CONNECTION.has(name)),
		);
		for (let tries = this.servers.length; tries > 0; tries--) {
			const from = this.servers[this.#turn++ % this.servers.length] ?? '';
			if (this.#out.has(from)) continue;
			try {
				const { statusCode, body: answered } = await this.#agent.request({
					origin: from,
					path: request.url ?? '/',
					method: request.method as 'GET',
					headers,
					body: body.length > 0 ? body : null,
					signal,
				});
				return { from, status: statusCode, body: await answered.text() };
			} catch (error) {
				if (errorCode(error) !== 'ECONNREFUSED') return { from, status: 502, body: 'Broken off' };
			}
		}
		return { from: undefined, status: 503, body: 'No server' };
	}
}
