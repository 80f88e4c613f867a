import type { Operation } from '../../define';
import { paymentRequestIdField } from '../../fields/ids';
import { simplifyField } from '../../fields/simplify';
import { answerAs, asItIs } from '../../request/answer';
import { simplifyPaymentRequest } from '../../simplify/paymentRequest';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel payment request',
	description: 'Take back a payment request that is not paid yet',
	method: 'POST',
	path: '/v3/payment_requests/{paymentRequestId}/cancel',
	fields: [paymentRequestIdField, simplifyField],
	output: [answerAs(asItIs, simplifyPaymentRequest)],
};
