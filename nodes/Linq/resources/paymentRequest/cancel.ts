import { paymentRequestIdField } from '../../fields/ids';
import { paymentRequestViewFields } from '../../fields/output';
import type { Operation } from '../../operation';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyPaymentRequest } from '../../output/paymentRequest';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel payment request',
	description: 'Cancel a payment request that has not been paid',
	method: 'POST',
	path: '/v3/payment_requests/{paymentRequestId}/cancel',
	fields: [paymentRequestIdField, ...paymentRequestViewFields],
	output: answerAs(asItIs, simplifyPaymentRequest),
};
