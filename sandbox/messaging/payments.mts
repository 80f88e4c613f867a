import { loadExample } from '../contract/document.mts';
import { newId, newTraceId } from '../random.mts';
import type { Payment, PaymentRequest } from '../state/payments.mts';
import type { World } from '../world.mts';

/**
 * Ends a payment request and fires its one terminal event (contract/behaviour.md section 12).
 *
 * @returns false where it had ended before
 */
export function finishRequest(
	world: World,
	request: PaymentRequest,
	status: 'succeeded' | 'canceled' | 'expired',
	traceId: string = newTraceId(),
): boolean {
	if (request.status !== 'requested') return false;
	request.status = status;
	request.updated_at = world.isoNow();
	if (status === 'succeeded') request.paid_at = request.updated_at;
	world.publish({ type: `payment.${status}`, traceId, data: { ...request } });
	return true;
}

/**
 * Moves an agent payment on. Of these only `authorized` and `declined` fire an event.
 */
export function movePayment(world: World, payment: Payment, status: Payment['status']): void {
	payment.status = status;
	if (status !== 'authorized' && status !== 'declined') return;
	const at = world.isoNow();
	world.publish({
		type: `payment.${status}`,
		traceId: newTraceId(),
		data: {
			id: payment.id,
			object: 'payment',
			status,
			amount: payment.amount_cents,
			currency: payment.currency,
			checkout_url: payment.approval_url,
			created_at: at,
			updated_at: at,
			...(payment.description === undefined ? {} : { description: payment.description }),
			...(payment.metadata ? { metadata: payment.metadata } : {}),
		},
	});
}

/** Fires `connection.*`; its content is unknown, so the contract's example stands in. */
export function publishConnection(
	world: World,
	what: 'created' | 'revoked',
	traceId: string,
): void {
	const example = loadExample(`webhooks/connection.${what}`) as { data: object };
	const at = world.isoNow();
	world.publish({
		type: `connection.${what}`,
		traceId,
		data: { ...example.data, id: newId(), created_at: at, updated_at: at },
	});
}
