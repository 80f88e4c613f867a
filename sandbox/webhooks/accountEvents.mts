import type { Subscription } from '../state/subscriptions.mts';
import type { World } from '../world.mts';

/** The content of an account event besides the common fields. */
export interface AccountFact {
	type: string;
	summary: string;
	traceId: string;
	fields: Record<string, unknown>;
}

/** Fires one of the 27 account events (`AccountEvent` in the contract), as done by the API. */
export function publishAccount(
	world: World,
	{ type, summary, traceId, fields }: AccountFact,
): void {
	world.publish({
		type,
		traceId,
		data: {
			summary,
			occurred_at: world.isoNow(),
			origin: 'api',
			actor: { type: 'api' },
			...fields,
		},
	});
}

/**
 * Fires `webhook_subscription.*`; a subscription hears about itself.
 *
 * @param what the rest of the event's name, e.g. `created`
 */
export function publishSubscription(
	world: World,
	what: string,
	subscription: Subscription,
	traceId: string,
	change?: { from: unknown; to: unknown },
): void {
	publishAccount(world, {
		type: `webhook_subscription.${what}`,
		summary: `Webhook subscription ${what.replace(/[._]/g, ' ')}`,
		traceId,
		fields: {
			webhook_subscription: {
				id: subscription.id,
				target_url: subscription.targetUrl,
				events: [...subscription.events],
			},
			...(change ? { change } : {}),
		},
	});
}
