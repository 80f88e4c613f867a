import { z } from 'zod';

import type { Call } from '../operation';

/**
 * Asks Linq for something that does no harm when it is asked for twice.
 *
 * @throws what went wrong, for the caller to explain
 */
export type Ask = <Shape extends z.ZodTypeAny>(
	call: Call,
	shape: Shape,
) => Promise<z.output<Shape>>;

const PATH = '/v3/webhook-subscriptions';

const subscription = z.object({ id: z.string(), target_url: z.string(), created_at: z.string() });

export type Subscription = z.infer<typeof subscription>;

/** All subscriptions of the account. */
export async function subscriptions(ask: Ask): Promise<Subscription[]> {
	const shape = z.object({ subscriptions: z.array(subscription) });
	return (await ask({ method: 'GET', url: PATH }, shape)).subscriptions;
}

const made = subscription.extend({ signing_secret: z.string().min(1) });

export async function subscribe(
	ask: Ask,
	body: { target_url: string; subscribed_events: string[]; phone_numbers?: string[] },
): Promise<z.infer<typeof made>> {
	return await ask({ method: 'POST', url: PATH, body }, made);
}

export async function changeSubscription(
	ask: Ask,
	id: string,
	body: { target_url: string; phone_numbers?: string[] },
): Promise<void> {
	await ask({ method: 'PUT', url: pathOf(id), body }, z.unknown());
}

export async function unsubscribe(ask: Ask, id: string): Promise<void> {
	await ask({ method: 'DELETE', url: pathOf(id) }, z.unknown());
}

const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`;
