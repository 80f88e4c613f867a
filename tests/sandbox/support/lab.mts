import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server.mts';
import { Receiver, type Script } from '../../support/receiver.mts';
import { SandboxClient } from '../../support/sandboxClient.mts';

/** Ids and numbers of the default seed. */
export const SEED = {
	line: '+12025550100',
	secondLine: '+12025550101',
	ava: '+12025550111',
	ben: '+12025550112',
	cleo: '+12025550113',
	avaChat: '22222222-0000-4000-8000-000000000001',
	benChat: '22222222-0000-4000-8000-000000000002',
	smsChat: '22222222-0000-4000-8000-000000000003',
	group: '22222222-0000-4000-8000-000000000004',
	fromAva: '33333333-0000-4000-8000-000000000001',
	toAva: '33333333-0000-4000-8000-000000000002',
} as const;

export interface Subscribed {
	id: string;
	signing_secret: string;
}

/** A sandbox with a client and webhook endpoints, which all end together. */
export class Lab {
	readonly client: SandboxClient;
	#receivers: Receiver[] = [];

	private constructor(readonly sandbox: Sandbox) {
		this.client = new SandboxClient(sandbox);
	}

	static async start(options: SandboxOptions = {}): Promise<Lab> {
		return new Lab(await startSandbox({ retryScale: 0, capabilityIntervalMs: 0, ...options }));
	}

	/** Starts an endpoint and subscribes it to these events. */
	async subscribe(
		events: string[],
		script?: Script,
		more: { query?: string; phone_numbers?: string[]; routing_key_header?: string } = {},
	): Promise<{ receiver: Receiver; subscription: Subscribed }> {
		const receiver = await Receiver.start(script);
		this.#receivers.push(receiver);
		const { query = '?version=2026-02-03', ...fields } = more;
		const { status, body } = await this.client.api<Subscribed>(
			'POST',
			'/v3/webhook-subscriptions',
			{
				body: { target_url: `${receiver.url}/hook${query}`, subscribed_events: events, ...fields },
			},
		);
		if (status !== 201) throw new Error(`Subscribing failed: ${JSON.stringify(body)}`);
		return { receiver, subscription: body };
	}

	/** Sends a text into a chat. */
	send(chatId: string, text: string, message: Record<string, unknown> = {}) {
		return this.client.api<SentAnswer>('POST', `/v3/chats/${chatId}/messages`, {
			body: { message: { parts: [{ type: 'text', value: text }], ...message } },
		});
	}

	async close(): Promise<void> {
		await this.sandbox.close();
		await Promise.all(this.#receivers.map((receiver) => receiver.close()));
	}
}

export interface SentAnswer {
	chat_id: string;
	message: { id: string; delivery_status: string };
	error: ErrorAnswer['error'];
}

export interface ErrorAnswer {
	success: false;
	error: { status: number; code: number; message: string; doc_url: string; retry_after?: number };
	trace_id: string;
}
