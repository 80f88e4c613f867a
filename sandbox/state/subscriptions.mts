import { randomBytes } from 'node:crypto';
import { newId } from '../random.mts';

export type WebhookVersion = '2025-01-01' | '2026-02-03';

/** A webhook endpoint of the account (contract/behaviour.md section 11). */
export interface Subscription {
	id: string;
	targetUrl: string;
	version: WebhookVersion;
	events: Set<string>;
	/** Empty: events of all lines. */
	phoneNumbers: string[];
	isActive: boolean;
	routingKeyHeader: string | null;
	routingIdHeader: string | null;
	/** Routing keys that the endpoint returned in its header, by chat. */
	routingKeys: Map<string, string>;
	secret: string;
	createdAt: string;
	updatedAt: string;
}

/** All subscriptions of the account; target URLs are unique. */
export class Subscriptions {
	readonly #byId = new Map<string, Subscription>();

	add(
		fields: Omit<Subscription, 'id' | 'secret' | 'routingKeys'> & Partial<Subscription>,
	): Subscription {
		const subscription: Subscription = {
			id: newId(),
			secret: `whsec_${randomBytes(32).toString('base64')}`,
			routingKeys: new Map(),
			...fields,
		};
		this.#byId.set(subscription.id, subscription);
		return subscription;
	}

	all(): Subscription[] {
		return [...this.#byId.values()];
	}

	byId(id: string): Subscription | undefined {
		return this.#byId.get(id);
	}

	byTarget(targetUrl: string): Subscription | undefined {
		return this.all().find((subscription) => subscription.targetUrl === targetUrl);
	}

	delete(id: string): void {
		this.#byId.delete(id);
	}
}
