import type { IDataObject } from 'n8n-workflow';

import { amountIn } from '../../shared/money';

/**
 * A payment request in the fields that workflows branch on and send (contract: PaymentRequest). The
 * amount is in its currency, as the field of Create takes it.
 */
export function simplifyPaymentRequest({
	id,
	status,
	mode,
	amount,
	currency,
	checkout_url,
	description = null,
	metadata = {},
	created_at,
	paid_at = null,
}: IDataObject): IDataObject {
	return {
		payment_request_id: id,
		status,
		mode,
		amount: amountIn(currency, amount),
		currency,
		checkout_url,
		description,
		metadata,
		created_at,
		paid_at,
	};
}
