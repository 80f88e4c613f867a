import type { IDataObject } from 'n8n-workflow';

/** A payment request in the fields that workflows branch on and send (contract: PaymentRequest). */
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
		amount,
		currency,
		checkout_url,
		description,
		metadata,
		created_at,
		paid_at,
	};
}
