import { createHmac } from 'node:crypto';
import type { Subscription } from '../state/subscriptions.mts';
import type { Envelope } from './envelope.mts';

/**
 * Both header sets of a delivery (contract/behaviour.md section 11, "Signatures").
 *
 * @param body the exact bytes sent, as text
 * @param now epoch milliseconds of this try; each try is signed anew
 */
export function signatureHeaders(
	subscription: Pick<Subscription, 'id' | 'secret'>,
	payload: Pick<Envelope, 'event_id' | 'event_type'>,
	body: string,
	now: number,
): Record<string, string> {
	const timestamp = String(Math.floor(now / 1000));
	const key = Buffer.from(subscription.secret.slice('whsec_'.length), 'base64');
	const standard = createHmac('sha256', key)
		.update(`${payload.event_id}.${timestamp}.${body}`)
		.digest('base64');
	// The legacy key is the whole secret as text, prefix included and not decoded.
	const legacy = createHmac('sha256', subscription.secret)
		.update(`${timestamp}.${body}`)
		.digest('hex');
	return {
		'webhook-id': payload.event_id,
		'webhook-timestamp': timestamp,
		'webhook-signature': `v1,${standard}`,
		'X-Webhook-Event': payload.event_type,
		'X-Webhook-Subscription-ID': subscription.id,
		'X-Webhook-Timestamp': timestamp,
		'X-Webhook-Signature': legacy,
	};
}
