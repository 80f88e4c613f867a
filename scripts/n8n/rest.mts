import { z } from 'zod';

import { waitFor } from '../waitFor.mts';

const Envelope = z.object({ data: z.unknown() });

/**
 * n8n closes idle connections after a few seconds, and late when it is busy with many items: a call
 * that comes at that moment on a kept connection would be cut. So each call has its own.
 */
const JSON_ON_ITS_OWN = { 'content-type': 'application/json', connection: 'close' };

/** n8n answered a request with an error. */
export class N8nApiError extends Error {
	constructor(
		readonly request: string,
		readonly status: number,
		readonly body: string,
	) {
		super(`n8n answered ${request} with ${status}: ${body.slice(0, 1_000)}`);
	}
}

/**
 * Asks n8n, again and again while it is so busy that it refuses everything before it looks at it
 * (abstract-server.ts).
 */
async function ask(
	url: string,
	request: RequestInit,
): Promise<{ response: Response; text: string }> {
	return await waitFor(
		'n8n to be ready',
		async () => {
			const response = await fetch(url, { ...request, signal: AbortSignal.timeout(60_000) });
			const text = await response.text();
			const isBusy = response.status === 503 && text.includes('Database is not ready');
			return !isBusy && { response, text };
		},
		{ deadline: 60_000, interval: 1_000 },
	);
}

/** Calls of the REST API that n8n's own editor uses, as one user. */
export class N8nRest {
	private constructor(
		private readonly url: string,
		private readonly cookie: string,
	) {}

	/** @throws N8nApiError if n8n does not know the account */
	static async login(url: string, email: string, password: string): Promise<N8nRest> {
		const { response, text } = await ask(`${url}/rest/login`, {
			method: 'POST',
			headers: JSON_ON_ITS_OWN,
			body: JSON.stringify({ emailOrLdapLoginId: email, password }),
		});
		if (!response.ok) throw new N8nApiError('POST /rest/login', response.status, text);
		const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
		return new N8nRest(url, cookies.join('; '));
	}

	/**
	 * @param path after `/rest`
	 * @returns the bytes of the answer
	 * @throws N8nApiError for any status but 2xx
	 */
	async bytes(path: string): Promise<Buffer> {
		return await this.page(`/rest${path}`);
	}

	/**
	 * @param path the whole of it
	 * @returns the bytes of what is there
	 * @throws N8nApiError for any status but 2xx
	 */
	async page(path: string): Promise<Buffer> {
		const response = await fetch(`${this.url}${path}`, {
			headers: { connection: 'close', cookie: this.cookie },
			signal: AbortSignal.timeout(60_000),
		});
		if (!response.ok) throw new N8nApiError(`GET ${path}`, response.status, await response.text());
		return Buffer.from(await response.arrayBuffer());
	}

	/**
	 * @param path after `/rest`
	 * @returns what the answer holds under `data`
	 * @throws N8nApiError for any status but 2xx; ZodError if the answer is not of the given shape
	 */
	async call<Data>(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		shape: z.ZodType<Data, z.ZodTypeDef, unknown>,
		body?: unknown,
	): Promise<Data> {
		const { response, text } = await ask(`${this.url}/rest${path}`, {
			method,
			headers: { ...JSON_ON_ITS_OWN, cookie: this.cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok) throw new N8nApiError(`${method} ${path}`, response.status, text);
		return shape.parse(Envelope.parse(JSON.parse(text)).data);
	}
}
