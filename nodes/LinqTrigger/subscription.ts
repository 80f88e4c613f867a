import type { IHookFunctions, IWebhookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from '../Linq/request/client';

/** Shape of the payloads that this node reads (contract/behaviour.md, section 11). */
const WEBHOOK_VERSION = '2026-02-03';

const PATH = '/v3/webhook-subscriptions';

const subscription = z.object({
	id: z.string(),
	target_url: z.string(),
	subscribed_events: z.array(z.string()),
	is_active: z.boolean(),
});

type Subscription = z.infer<typeof subscription>;

/** What must outlive a restart; Linq shows the secret only once, when it creates a subscription. */
const registration = z.object({ subscriptionId: z.string(), signingSecret: z.string() });

/** The registration that n8n keeps for this node; undefined when there is none. */
export function readRegistration(context: IHookFunctions | IWebhookFunctions) {
	return registration.safeParse(context.getWorkflowStaticData('node')).data;
}

/** Whether our subscription at Linq is there, active, wants the same events, and we hold its secret. */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	const held = readRegistration(this);
	if (!held) return false;
	const ours = await findOurs(this);
	return ours.some(
		(found) =>
			found.id === held.subscriptionId &&
			found.is_active &&
			sameSet(found.subscribed_events, selectedEvents(this)),
	);
}

/**
 * Subscribes to the selected events. Whatever else points to exactly this address is ours, but
 * without use: its secret is lost or its events have changed. Linq takes an address only once, so it
 * goes first.
 */
export async function create(this: IHookFunctions): Promise<boolean> {
	for (const { id } of await findOurs(this)) await remove(this, id);
	const created = await callLinq(
		this,
		{
			method: 'POST',
			path: PATH,
			body: { target_url: targetUrl(this), subscribed_events: selectedEvents(this) },
		},
		subscription.extend({ signing_secret: z.string() }),
	);
	Object.assign(this.getWorkflowStaticData('node'), {
		subscriptionId: created.id,
		signingSecret: created.signing_secret,
	});
	return true;
}

/** Ends our subscription; one that is gone already counts as ended. */
async function unsubscribe(this: IHookFunctions): Promise<boolean> {
	const held = readRegistration(this);
	if (held) await remove(this, held.subscriptionId);
	const kept = this.getWorkflowStaticData('node');
	delete kept.subscriptionId;
	delete kept.signingSecret;
	return true;
}

export { unsubscribe as delete };

const selectedEvents = (context: IHookFunctions) => context.getNodeParameter('events') as string[];

const targetUrl = (context: IHookFunctions) =>
	`${context.getNodeWebhookUrl('default')}?version=${WEBHOOK_VERSION}`;

async function findOurs(context: IHookFunctions): Promise<Subscription[]> {
	const { subscriptions } = await callLinq(
		context,
		{ method: 'GET', path: PATH },
		z.object({ subscriptions: z.array(subscription) }),
	);
	const url = targetUrl(context);
	return subscriptions.filter((found) => found.target_url === url);
}

async function remove(context: IHookFunctions, id: string): Promise<void> {
	try {
		await callLinq(
			context,
			{ method: 'DELETE', path: `${PATH}/${encodeURIComponent(id)}` },
			z.unknown(),
		);
	} catch (error) {
		const failure = new NodeApiError(context.getNode(), error as JsonObject);
		if (failure.httpCode !== '404') throw failure;
	}
}

const sameSet = (a: string[], b: string[]) =>
	a.length === b.length && new Set([...a, ...b]).size === a.length;
