import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { amountIn } from '../../money';
import type { Simplify } from './fields';
import { number, text } from './fields';

/** contract/openapi.yaml, PaymentEvent. */
const payment = z.object({
	id: z.string(),
	status: text,
	amount: number,
	currency: text,
	description: text,
	metadata: z.record(z.unknown()).nullish(),
	mode: text,
	rail: text,
	checkout_url: text,
	created_at: text,
	updated_at: text,
});

/**
 * payment.*: the amount is in its currency, e.g. 19.99, as in the output of Payment Request. What
 * connection.* events carry is not known (contract/events.md), so they are not here.
 */
export const simplifyPayment: Simplify = (data) => {
	const read = payment.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		payment_id: found.id,
		status: found.status ?? null,
		amount: amountIn(found.currency, found.amount),
		currency: found.currency ?? null,
		description: found.description ?? null,
		metadata: (found.metadata ?? {}) as IDataObject,
		mode: found.mode ?? null,
		rail: found.rail ?? null,
		checkout_url: found.checkout_url ?? null,
		created_at: found.created_at ?? null,
		updated_at: found.updated_at ?? null,
	};
};
