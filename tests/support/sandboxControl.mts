import { z } from 'zod';

const Received = z.object({ chat_id: z.string(), message_id: z.string() });

const Requests = z.object({
	requests: z.array(
		z.object({
			method: z.string(),
			path: z.string(),
			operation_id: z.string().nullable(),
			chat_id: z.string().nullable(),
			status: z.number(),
			request_body: z.unknown(),
			idempotency_key: z.string().nullable(),
		}),
	),
});
export type ApiRequest = z.infer<typeof Requests>['requests'][number];

const Deliveries = z.object({
	deliveries: z.array(
		z.object({
			target_url: z.string(),
			event_type: z.string(),
			state: z.enum(['pending', 'delivered', 'failed']),
			tries: z.array(z.object({ status: z.number().nullable() })),
			headers: z.record(z.string()),
			payload: z.record(z.unknown()),
		}),
	),
});
export type Delivery = z.infer<typeof Deliveries>['deliveries'][number];

/** A test's access to a sandbox besides the API: plays the contact, and looks at the outcome. */
export class SandboxControl {
	/** @param url the sandbox's control side, `…/sandbox` */
	constructor(private readonly url: string) {}

	private async call<Answer>(shape: z.ZodType<Answer>, path: string, body?: object) {
		const response = await fetch(`${this.url}${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
		return shape.parse(JSON.parse(text));
	}

	/** A contact texts in. @param more e.g. `reply_to` or `chat_id` */
	receive(from: string, text: string, more: object = {}) {
		return this.call(Received, '/receive', { from, text, ...more });
	}

	/** A contact puts a tapback on a message. @param more e.g. `from` in a group */
	react(messageId: string, type: string, more: object = {}) {
		return this.call(z.unknown(), '/react', { message_id: messageId, type, ...more });
	}

	/** Any event. @param data that of the contract's example if absent */
	fire(event_type: string, data?: object) {
		return this.call(z.unknown(), '/events', { event_type, data });
	}

	/** The next message to a contact fails on its way. */
	failNext(to: string, code: number) {
		return this.call(z.unknown(), '/failures', { to, code });
	}

	/** A contact votes in a poll. */
	vote(messageId: string, optionId: string, more: object = {}) {
		return this.call(z.unknown(), '/vote', { message_id: messageId, option_id: optionId, ...more });
	}

	/** A contact attaches a file. @returns its attachment id */
	async attach(filename: string, bytes: Buffer): Promise<string> {
		const url = `${this.url}/files?filename=${encodeURIComponent(filename)}`;
		const response = await fetch(url, { method: 'POST', body: new Uint8Array(bytes) });
		if (!response.ok) throw new Error(`${filename}: ${await response.text()}`);
		return z.object({ attachment_id: z.string() }).parse(await response.json()).attachment_id;
	}

	/** A contact sends what they have attached. */
	receiveFiles(from: string, attachmentIds: string[]) {
		const parts = attachmentIds.map((attachment_id) => ({ type: 'media', attachment_id }));
		return this.call(Received, '/receive', { from, parts });
	}

	/** The API requests of one operation of the contract, the newest last. */
	async requests(operationId: string): Promise<ApiRequest[]> {
		return (await this.call(Requests, `/requests?operation_id=${operationId}`)).requests;
	}

	/** The webhook deliveries, the newest last. */
	async deliveries(): Promise<Delivery[]> {
		return (await this.call(Deliveries, '/deliveries')).deliveries;
	}

	/** Waits until no delivery and no change of state is pending. */
	async settle(): Promise<void> {
		await this.call(z.unknown(), '/settle', {});
	}
}
