import { request } from 'undici';
import type { Sandbox } from '../../../sandbox/server.mts';

/** An answer, read to its end. */
export interface Reply<Body> {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** Parsed where it is JSON. */
	body: Body;
}

export interface CallOptions {
	body?: unknown;
	/** Sent instead of `body`, as it is. */
	raw?: string;
	headers?: Record<string, string>;
	/** Null sends none. */
	token?: string | null;
}

/** Talks to a sandbox over its socket, to the API by default. */
export class Client {
	constructor(private readonly sandbox: Sandbox) {}

	/** @param path below `/api/partner`, e.g. `/v3/chats` */
	api<Body = unknown>(
		method: Method,
		path: string,
		options: CallOptions = {},
	): Promise<Reply<Body>> {
		const token = options.token === undefined ? this.sandbox.token : options.token;
		return call<Body>(method, `${this.sandbox.apiBaseUrl}${path}`, {
			...options,
			headers: {
				...(token === null ? {} : { authorization: `Bearer ${token}` }),
				...options.headers,
			},
		});
	}

	/** @param path below `/sandbox` */
	control<Body = Record<string, unknown>>(
		method: Method,
		path: string,
		body?: unknown,
	): Promise<Reply<Body>> {
		return call<Body>(method, `${this.sandbox.controlUrl}${path}`, { body });
	}
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

async function call<Body>(
	method: Method,
	url: string,
	{ body, raw, headers = {} }: CallOptions,
): Promise<Reply<Body>> {
	const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
	const response = await request(url, {
		method,
		headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		body: text,
	});
	const answer = await response.body.text();
	const isJson = String(response.headers['content-type']).includes('json');
	return {
		status: response.statusCode,
		headers: response.headers,
		text: answer,
		body: (isJson ? JSON.parse(answer) : undefined) as Body,
	};
}
