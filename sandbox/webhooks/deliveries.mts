import type { Settings } from '../options.mts';
import { seededRandom } from '../random.mts';
import type { Scheduler } from '../scheduler.mts';
import type { Subscription } from '../state/subscriptions.mts';
import type { Envelope } from './envelope.mts';
import { Poster } from './post.mts';
import { isRetried, isSuccess, nextGap } from './retry.mts';
import { signatureHeaders } from './sign.mts';

/** One try to deliver an event. */
export interface Try {
	/** ISO time of the start. */
	at: string;
	status: number | null;
	error: string | null;
	ms: number;
}

/** One event on its way to one subscription. */
export interface Delivery {
	number: number;
	event_id: string;
	event_type: string;
	subscription_id: string;
	target_url: string;
	/** The chat it is about. */
	chat_id: string | null;
	/** ISO time of the event. */
	created_at: string;
	state: 'pending' | 'delivered' | 'failed';
	tries: Try[];
	/** Headers of the last try. */
	headers: Record<string, string>;
	/** The payload as sent, JSON. */
	body: string;
}

interface Job {
	delivery: Delivery;
	subscription: Subscription;
	chatId: string | undefined;
	waitedMs: number;
}

const KEPT = 20_000;

/**
 * Delivers events and remembers how it went. Each subscription has its own queue with a few
 * deliveries under way at a time, so one slow endpoint holds up nobody else.
 */
export class Deliveries {
	readonly #poster: Poster;
	readonly #random = seededRandom(7);
	#queues = new Map<string, { waiting: Job[]; underWay: number }>();
	#kept: Delivery[] = [];
	#count = 0;
	/** Rises with each clearing, so that what was under way then is not tried again. */
	#generation = 0;

	constructor(
		private readonly settings: Settings,
		private readonly scheduler: Scheduler,
	) {
		this.#poster = new Poster(settings);
	}

	/** Oldest first; the last 20,000. */
	all(): readonly Delivery[] {
		return this.#kept;
	}

	/** Queues one event for one subscription and returns at once. */
	send(subscription: Subscription, payload: Envelope, chatId: string | undefined): void {
		const delivery: Delivery = {
			number: ++this.#count,
			event_id: payload.event_id,
			event_type: payload.event_type,
			subscription_id: subscription.id,
			target_url: subscription.targetUrl,
			chat_id: chatId ?? null,
			created_at: payload.created_at,
			state: 'pending',
			tries: [],
			headers: {},
			body: JSON.stringify(payload),
		};
		this.#kept.push(delivery);
		if (this.#kept.length > KEPT * 1.1) this.#kept = this.#kept.slice(-KEPT);
		this.#enqueue({ delivery, subscription, chatId, waitedMs: 0 });
	}

	/** Forgets what was delivered and drops what waits. */
	clear(): void {
		this.#generation++;
		this.#queues = new Map();
		this.#kept = [];
	}

	close(): Promise<void> {
		this.clear();
		return this.#poster.close();
	}

	#enqueue(job: Job): void {
		const { id } = job.subscription;
		const queue = this.#queues.get(id) ?? { waiting: [], underWay: 0 };
		this.#queues.set(id, queue);
		queue.waiting.push(job);
		this.#drain(queue);
	}

	#drain(queue: { waiting: Job[]; underWay: number }): void {
		while (queue.underWay < this.settings.webhooksAtOnce) {
			const job = queue.waiting.shift();
			if (!job) return;
			queue.underWay++;
			this.scheduler.track(
				this.#try(job)
					.catch((error: unknown) => {
						job.delivery.state = 'failed';
						throw error;
					})
					.finally(() => {
						queue.underWay--;
						this.#drain(queue);
					}),
			);
		}
	}

	async #try(job: Job): Promise<void> {
		const { delivery, subscription } = job;
		const generation = this.#generation;
		const now = this.settings.now();
		const started = performance.now();
		delivery.headers = this.#headers(job, now);
		const outcome = await this.#poster.post(
			subscription.targetUrl,
			delivery.headers,
			delivery.body,
			subscription.routingKeyHeader,
		);
		delivery.tries.push({
			at: new Date(now).toISOString(),
			status: outcome.status,
			error: outcome.error,
			ms: Math.round(performance.now() - started),
		});
		if (isSuccess(outcome)) {
			delivery.state = 'delivered';
			if (outcome.routingKey && job.chatId) {
				subscription.routingKeys.set(job.chatId, outcome.routingKey);
			}
			return;
		}
		const gap = isRetried(outcome)
			? nextGap(delivery.tries.length, job.waitedMs, this.#random())
			: null;
		if (gap === null || generation !== this.#generation) {
			delivery.state = 'failed';
			return;
		}
		job.waitedMs += gap;
		this.scheduler.after(gap * this.settings.retryScale, () => this.#enqueue(job));
	}

	#headers({ subscription, delivery, chatId }: Job, now: number): Record<string, string> {
		const headers: Record<string, string> = {
			'Content-Type': 'application/json',
			'User-Agent': 'Linq-Sandbox/1.0',
			...signatureHeaders(subscription, delivery, delivery.body, now),
		};
		if (subscription.routingKeyHeader && chatId) {
			headers[subscription.routingIdHeader ?? 'Linq-Chat-Id'] = chatId;
			const key = subscription.routingKeys.get(chatId);
			if (key) headers[subscription.routingKeyHeader] = key;
		}
		return headers;
	}
}
