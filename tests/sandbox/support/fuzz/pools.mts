import { BLOCKED, furnish } from '../../../support/drift/furniture.mts';
import type { Lab } from '../lab.mts';
import { SEED } from '../lab.mts';
import type { Drawn } from './requests.mts';
import type { Answer } from '../wire.mts';

/** Existing things in the sandbox, by kind, to fill placeholders with. */
export class Pools {
	readonly #pools: Map<string, string[]>;

	private constructor(pools: Record<string, string[]>) {
		this.#pools = new Map(Object.entries(pools));
	}

	/** Sets a sandbox back and puts one of everything into it. */
	static async fresh(lab: Lab, hook: string): Promise<Pools> {
		await lab.client.control('POST', '/reset');
		const there = await furnish(lab.sandbox);
		const { state } = lab.sandbox.world;
		// Its address is not this machine's; whatever the requests subscribe it to stays here.
		Object.assign(state.subscriptions.byId(there.subscriptionId) ?? {}, { targetUrl: hook });
		return new Pools({
			chatId: [SEED.avaChat, SEED.benChat, SEED.smsChat, SEED.group],
			messageId: [
				SEED.fromAva,
				SEED.toAva,
				there.messageId,
				there.cardId,
				there.otherCardId,
				there.pollId,
				there.pollId,
			],
			reactionId: [there.stickerId],
			attachmentId: [there.imageId, there.audioId],
			phoneNumberId: [there.lineId],
			line: [SEED.line, SEED.line, SEED.secondLine],
			handle: [
				SEED.ava,
				SEED.ben,
				SEED.cleo,
				'+12025550177',
				'ava@example.com',
				BLOCKED,
				SEED.line,
			],
			auditId: [there.auditId],
			subscriptionId: [there.subscriptionId],
			paymentRequestId: [there.paymentRequestId],
			paymentId: [there.paymentId],
			optionId: [there.votedId, there.optionId],
			connectId: [there.connectId],
			code: ['123456'],
			provider: ['agentcard'],
			experience: ['agentcard', 'agentpay'],
			action: ['attach_card', 'request_payment'],
			cursor: ['20'],
			key: ['one', 'two', 'three'],
			hook: [hook, `${hook}?two`, `${hook}?version=2025-01-01`],
			emoji: ['🎉', '👍🏽', '👨‍👩‍👧', '🇺🇸'],
		});
	}

	/** Fills in the placeholders of a request. */
	filled(drawn: Drawn): Drawn {
		const fill = (text: string, write: (value: string) => string): string =>
			text.replace(/<(\w+):(\d+)>/g, (_match, kind: string, index: string) => {
				const pool = this.#pools.get(kind) ?? [''];
				return write(pool[Number(index) % pool.length] ?? '');
			});
		return {
			method: drawn.method,
			path: fill(drawn.path, encodeURIComponent),
			headers: drawn.headers.map(([name, value]) => [name, fill(value, (text) => text)]),
			body: drawn.body && fill(drawn.body, (text) => JSON.stringify(text).slice(1, -1)),
		};
	}

	/** Remembers what an answer names. */
	learn(operationId: string | undefined, answer: Answer): void {
		if (answer.status >= 300 || answer.body === '') return;
		const names = NAMED[operationId ?? ''] ?? {};
		const body: unknown = JSON.parse(answer.body);
		for (const [kind, path] of Object.entries(names)) {
			const value = path
				.split('.')
				.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], body);
			if (typeof value === 'string') this.#pools.get(kind)?.push(value);
		}
	}
}

/** Where the answers of operations name what there is. */
const NAMED: Record<string, Record<string, string>> = {
	createChat: { chatId: 'chat.id', messageId: 'chat.message.id' },
	listChats: { cursor: 'next_cursor' },
	sendMessage: { chatId: 'chat_id', messageId: 'message.id' },
	sendMessageToChat: { messageId: 'message.id' },
	sendVoiceMemoToChat: { messageId: 'voice_memo.id' },
	getMessages: { cursor: 'next_cursor', messageId: 'messages.0.id' },
	getMessage: { reactionId: 'parts.0.reactions.0.id' },
	getMessageThread: { cursor: 'next_cursor' },
	createPoll: { messageId: 'message_id', optionId: 'poll.options.0.option_id' },
	updateAppCard: { messageId: 'message.id' },
	requestUpload: { attachmentId: 'attachment_id' },
	startReputationAudit: { auditId: 'audit_id' },
	createWebhookSubscription: { subscriptionId: 'id' },
	createPaymentRequest: { paymentRequestId: 'id' },
	connectPaymentHandle: { connectId: 'connect_id' },
	createPayment: { paymentId: 'id' },
};
