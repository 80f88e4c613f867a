import { request } from 'undici';
import { z } from 'zod';

import { API_PREFIX } from '../../sandbox/http/api.mts';
import { CONTROL_PREFIX } from '../../sandbox/http/control.mts';
import type { Sandbox } from '../../sandbox/server.mts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer, read to its end. */
export interface Reply<Body> {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** Parsed where it is JSON. */
	body: Body;
}

export interface CallOptions {
	/** Sent as JSON, or as it is where it is a buffer. */
	body?: unknown;
	/** Sent instead of `body`, called JSON whatever it is. */
	raw?: string;
	headers?: Record<string, string>;
	/** Null sends none. */
	token?: string | null;
}

/** Linq's answer to the announcement of an upload. */
export interface Upload {
	attachment_id: string;
	upload_url: string;
	download_url: string;
	required_headers: Record<string, string>;
}

type Json = Record<string, unknown>;

const Received = z.object({ chat_id: z.string(), message_id: z.string() });

const ApiRequest = z.object({
	method: z.string(),
	path: z.string(),
	operation_id: z.string().nullable(),
	chat_id: z.string().nullable(),
	status: z.number(),
	request_body: z.unknown(),
	idempotency_key: z.string().nullable(),
});

const Delivery = z.object({
	target_url: z.string(),
	event_type: z.string(),
	state: z.enum(['pending', 'delivered', 'failed']),
	tries: z.array(z.object({ status: z.number().nullable() })),
	headers: z.record(z.string()),
	payload: z.record(z.unknown()),
});

const File = z.object({
	attachment_id: z.string(),
	filename: z.string(),
	content_type: z.string(),
	size_bytes: z.number(),
	uploaded: z.boolean(),
	type: z.string().nullable(),
	accepted: z.boolean().nullable(),
	duration_ms: z.number().nullable(),
});

/**
 * Talks to a sandbox over its socket: to the API as an app does, and to the control side as the
 * contact and as a witness. * What no HTTP client would send, `tests/sandbox/support/wire.mts` writes to the socket itself.
 */
export class SandboxClient {
	constructor(private readonly sandbox: Pick<Sandbox, 'url' | 'token'>) {}

	/** A request to the API, whatever the answer. @param path e.g. `/v3/chats` */
	api<Body = unknown>(
		method: Method,
		path: string,
		{ token = this.sandbox.token, headers, ...options }: CallOptions = {},
	): Promise<Reply<Body>> {
		return call(method, `${this.sandbox.url}${API_PREFIX}${path}`, {
			...options,
			headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
		});
	}

	/** A request to the control side, whatever the answer. @param path e.g. `/receive` */
	control<Body = Json>(method: Method, path: string, body?: unknown): Promise<Reply<Body>> {
		return call(method, `${this.sandbox.url}${CONTROL_PREFIX}${path}`, { body });
	}

	/** A request to the API that has to succeed. @returns the body of the answer */
	async ask<Body = Json>(method: Method, path: string, body?: unknown): Promise<Body> {
		return succeeded(`${method} ${path}`, await this.api<Body>(method, path, { body }));
	}

	/** Something on the control side that has to succeed. @returns the body of the answer */
	async act<Body = Json>(path: string, body?: unknown): Promise<Body> {
		return succeeded(path, await this.control<Body>('POST', path, body));
	}

	/** Uploads a file as an app does. */
	async upload(filename: string, content_type: string, bytes: Buffer): Promise<Upload> {
		const file = { filename, content_type, size_bytes: bytes.length };
		const upload = await this.ask<Upload>('POST', '/v3/attachments', file);
		succeeded(`The upload of ${filename}`, await put(upload, bytes));
		return upload;
	}

	/** A contact texts in. @param more e.g. `reply_to` or `chat_id` */
	async receive(from: string, text: string, more: object = {}) {
		return Received.parse(await this.act('/receive', { from, text, ...more }));
	}

	/** A contact puts a tapback on a message. @param more e.g. `from` in a group */
	react(messageId: string, type: string, more: object = {}) {
		return this.act('/react', { message_id: messageId, type, ...more });
	}

	/** Any event. @param data that of the contract's example if absent */
	fire(event_type: string, data?: object) {
		return this.act('/events', { event_type, data });
	}

	/** The next message to a contact fails on its way. */
	failNext(to: string, code: number) {
		return this.act('/failures', { to, code });
	}

	/** A contact votes in a poll. */
	vote(messageId: string, optionId: string, more: object = {}) {
		return this.act('/vote', { message_id: messageId, option_id: optionId, ...more });
	}

	/** A contact attaches a file. @returns its attachment id */
	async attach(filename: string, bytes: Buffer): Promise<string> {
		const path = `/files?filename=${encodeURIComponent(filename)}`;
		return z.object({ attachment_id: z.string() }).parse(await this.act(path, bytes)).attachment_id;
	}

	/** A contact sends what they have attached. */
	async receiveFiles(from: string, attachmentIds: string[], more: object = {}) {
		const parts = attachmentIds.map((attachment_id) => ({ type: 'media', attachment_id }));
		return Received.parse(await this.act('/receive', { from, parts, ...more }));
	}

	/** All files of the account, as the sandbox sees them, the newest last. */
	async files() {
		return z.array(File).parse((await this.#look('/files')).files);
	}

	/** The API requests of one operation of the contract, the newest last. */
	async requests(operationId: string) {
		const { requests } = await this.#look(`/requests?operation_id=${operationId}`);
		return z.array(ApiRequest).parse(requests);
	}

	/** The webhook deliveries, the newest last. */
	async deliveries() {
		return z.array(Delivery).parse((await this.#look('/deliveries')).deliveries);
	}

	/** Waits until no delivery and no change of state is pending. */
	async settle(): Promise<void> {
		await this.act('/settle');
	}

	async #look(path: string): Promise<Json> {
		return succeeded(path, await this.control('GET', path));
	}
}

/** Puts bytes to an upload URL, with the required headers and perhaps others, whatever the answer. */
export const put = (
	{ upload_url, required_headers: required }: Upload,
	body: Buffer,
	headers: Record<string, string> = {},
) =>
	call('PUT', upload_url, {
		body,
		headers: { 'content-type': required['Content-Type'] ?? '', ...headers },
	});

function succeeded<Body>(what: string, { status, text, body }: Reply<Body>): Body {
	if (status >= 300) throw new Error(`${what} answered ${status}: ${text}`);
	return body;
}

async function call<Body>(
	method: Method,
	url: string,
	{ body, raw, headers }: CallOptions,
): Promise<Reply<Body>> {
	const content = raw ?? (Buffer.isBuffer(body) ? body : JSON.stringify(body));
	const isJson = typeof content === 'string';
	const response = await request(url, {
		method,
		headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
		body: content,
	});
	const text = await response.body.text();
	const answersJson = String(response.headers['content-type']).includes('json');
	return {
		status: response.statusCode,
		headers: response.headers,
		text,
		body: (answersJson ? JSON.parse(text) : undefined) as Body,
	};
}
