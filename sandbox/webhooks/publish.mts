import { newId } from '../random.mts';
import type { Subscription } from '../state/subscriptions.mts';
import type { World } from '../world.mts';
import { envelope, type NewEvent } from './envelope.mts';

/**
 * Hands an event to the delivery of each subscription that is active, asked for its type, and
 * wants its line (contract/behaviour.md section 11). Nothing waits for the deliveries.
 */
export function publish(world: World, event: NewEvent): void {
	const createdAt = world.isoNow();
	// Account events carry the same id to every subscription, others an id for each.
	const sharedId = event.line === undefined ? newId() : undefined;
	for (const subscription of world.state.subscriptions.all()) {
		if (!wants(subscription, event)) continue;
		const payload = envelope(event, subscription.version, createdAt, sharedId);
		if (payload) world.deliveries.send(subscription, payload, event.chatId);
	}
}

function wants(subscription: Subscription, event: NewEvent): boolean {
	if (!subscription.isActive || !subscription.events.has(event.type)) return false;
	const { phoneNumbers } = subscription;
	return event.line === undefined || phoneNumbers.length === 0 || phoneNumbers.includes(event.line);
}
