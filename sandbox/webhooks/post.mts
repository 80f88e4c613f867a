import { Agent, request } from 'undici';
import type { Settings } from '../options.mts';
import type { Outcome } from './retry.mts';

/** An answer of a webhook endpoint, with the one header that may matter. */
export interface Posted extends Outcome {
	routingKey: string | undefined;
}

/** Sends webhooks over connections of its own, so that closing the sandbox closes them all. */
export class Poster {
	readonly #agent: Agent;
	readonly #timeoutMs: number;

	constructor(settings: Pick<Settings, 'webhookTimeoutMs' | 'webhooksAtOnce'>) {
		// Of two subscriptions at one place, none waits for the other.
		this.#agent = new Agent({ connections: 2 * settings.webhooksAtOnce, keepAliveTimeout: 1_000 });
		this.#timeoutMs = settings.webhookTimeoutMs;
	}

	/**
	 * Posts one body. Redirects are not followed.
	 *
	 * @param routingKeyHeader name of the header whose value is wanted back
	 * @returns never throws: what went wrong is the outcome
	 */
	async post(
		url: string,
		headers: Record<string, string>,
		body: string,
		routingKeyHeader: string | null,
	): Promise<Posted> {
		const aborter = new AbortController();
		const timer = setTimeout(() => aborter.abort(), this.#timeoutMs);
		timer.unref();
		try {
			const response = await request(url, {
				method: 'POST',
				headers,
				body,
				dispatcher: this.#agent,
				signal: aborter.signal,
			});
			await response.body.dump();
			const key = routingKeyHeader ? response.headers[routingKeyHeader.toLowerCase()] : undefined;
			return {
				status: response.statusCode,
				error: null,
				routingKey: Array.isArray(key) ? key[0] : key,
			};
		} catch (error) {
			return {
				status: null,
				error: aborter.signal.aborted ? 'timeout' : reason(error),
				routingKey: undefined,
			};
		} finally {
			clearTimeout(timer);
		}
	}

	close(): Promise<void> {
		return this.#agent.destroy();
	}
}

function reason(error: unknown): string {
	const { code, message } = error as { code?: string; message?: string };
	return code ?? message ?? 'unknown';
}
