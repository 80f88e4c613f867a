import { loadContract } from '../contract/document.mts';
import { ApiError } from '../contract/errors.mts';
import type { Subscription, WebhookVersion } from '../state/subscriptions.mts';
import type { World } from '../world.mts';
import { publishSubscription } from '../webhooks/accountEvents.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

const NEWEST: WebhookVersion = '2026-02-03';

interface SubscriptionRequest {
	target_url: string;
	subscribed_events: string[];
	phone_numbers?: string[] | null;
	routing_key_header?: string | null;
	routing_id_header?: string | null;
	is_active?: boolean;
}

let types: string[] | undefined;

/** Every event type of the contract. */
export function eventTypes(): string[] {
	types ??= loadContract().components.schemas.WebhookEventType?.enum ?? [];
	return types;
}

/** `/v3/webhook-events` and `/v3/webhook-subscriptions` (contract/behaviour.md section 11). */
export const webhooks: Record<string, Operation> = {
	listWebhookEvents: operation(() => ({
		status: 200,
		body: { events: eventTypes(), doc_url: 'https://docs.linqapp.com/guides/webhooks/events' },
	})),

	createWebhookSubscription: operation<SubscriptionRequest>(({ body, traceId }, world) => {
		checkFree(world, body.target_url);
		const at = world.isoNow();
		const subscription = world.state.subscriptions.add({
			targetUrl: body.target_url,
			version: versionOf(body.target_url),
			events: new Set(body.subscribed_events),
			phoneNumbers: body.phone_numbers ?? [],
			isActive: true,
			routingKeyHeader: body.routing_key_header || null,
			routingIdHeader: body.routing_id_header || null,
			createdAt: at,
			updatedAt: at,
		});
		publishSubscription(world, 'created', subscription, traceId);
		// The only time the secret is told.
		return {
			status: 201,
			body: { ...renderSubscription(subscription), signing_secret: subscription.secret },
		};
	}),

	listWebhookSubscriptions: operation((_call, world) => ({
		status: 200,
		body: { subscriptions: world.state.subscriptions.all().map(renderSubscription) },
	})),

	getWebhookSubscription: operation(({ params }, world) => ({
		status: 200,
		body: renderSubscription(subscriptionById(world, params.subscriptionId)),
	})),

	updateWebhookSubscription: operation<Partial<SubscriptionRequest>>(
		({ params, body, traceId }, world) => {
			const subscription = subscriptionById(world, params.subscriptionId);
			if (body.target_url !== undefined && body.target_url !== subscription.targetUrl) {
				checkFree(world, body.target_url);
			}
			const before = { ...subscription };
			applyChanges(subscription, body);
			subscription.updatedAt = world.isoNow();
			publishChanges(world, before, subscription, traceId);
			return { status: 200, body: renderSubscription(subscription) };
		},
	),

	deleteWebhookSubscription: operation(({ params, traceId }, world) => {
		const subscription = subscriptionById(world, params.subscriptionId);
		publishSubscription(world, 'deleted', subscription, traceId);
		world.state.subscriptions.delete(subscription.id);
		return NO_CONTENT;
	}),
};

function applyChanges(subscription: Subscription, body: Partial<SubscriptionRequest>): void {
	if (body.target_url !== undefined) {
		subscription.version = versionOf(body.target_url);
		subscription.targetUrl = body.target_url;
	}
	if (body.subscribed_events) subscription.events = new Set(body.subscribed_events);
	if (body.is_active !== undefined) subscription.isActive = body.is_active;
	if (body.phone_numbers !== undefined) subscription.phoneNumbers = body.phone_numbers ?? [];
	if (body.routing_id_header !== undefined) {
		subscription.routingIdHeader = body.routing_id_header || null;
	}
	if (body.routing_key_header !== undefined) {
		subscription.routingKeyHeader = body.routing_key_header || null;
		if (!subscription.routingKeyHeader) subscription.routingKeys.clear();
	}
}

function publishChanges(
	world: World,
	before: Subscription,
	after: Subscription,
	traceId: string,
): void {
	const tell = (what: string, from?: unknown, to?: unknown) =>
		publishSubscription(world, what, after, traceId, from === undefined ? undefined : { from, to });
	if (before.targetUrl !== after.targetUrl) {
		tell('target_url_changed', before.targetUrl, after.targetUrl);
	}
	if (before.isActive !== after.isActive) tell(after.isActive ? 'enabled' : 'disabled');
	if (before.events !== after.events) {
		tell('events.updated', [...before.events], [...after.events]);
	}
	if (before.phoneNumbers !== after.phoneNumbers) {
		tell('phone_numbers.updated', before.phoneNumbers, after.phoneNumbers);
	}
	if (before.routingKeyHeader !== after.routingKeyHeader) {
		tell(
			after.routingKeyHeader ? 'routing_headers_set' : 'routing_headers_cleared',
			before.routingKeyHeader,
			after.routingKeyHeader,
		);
	}
}

/** @throws ApiError 409/2015 where another subscription has the URL */
function checkFree(world: World, targetUrl: string): void {
	if (world.state.subscriptions.byTarget(targetUrl)) {
		throw new ApiError('2015', 'another subscription has this target_url');
	}
}

/** @throws ApiError 400/1005 for what is no URL, or asks for a version that Linq does not have */
function versionOf(targetUrl: string): WebhookVersion {
	if (!URL.canParse(targetUrl)) throw new ApiError('1005', 'target_url is not a URL');
	const version = new URL(targetUrl).searchParams.get('version');
	if (version === null || version === NEWEST) return NEWEST;
	if (version === '2025-01-01') return version;
	throw new ApiError('1005', `target_url asks for an unknown webhook version ${version}`);
}

function subscriptionById(world: World, id: string | undefined): Subscription {
	const subscription = world.state.subscriptions.byId(id ?? '');
	if (!subscription) throw new ApiError('2010');
	return subscription;
}

function renderSubscription(subscription: Subscription): object {
	return {
		id: subscription.id,
		target_url: subscription.targetUrl,
		subscribed_events: [...subscription.events],
		is_active: subscription.isActive,
		phone_numbers: subscription.phoneNumbers.length > 0 ? subscription.phoneNumbers : null,
		routing_key_header: subscription.routingKeyHeader,
		routing_id_header: subscription.routingIdHeader,
		created_at: subscription.createdAt,
		updated_at: subscription.updatedAt,
	};
}
