import { paymentRequestIdField } from '../../fields/ids';
import { paymentRequestViewFields } from '../../fields/output';
import type { Operation } from '../../operation';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyPaymentRequest } from '../../output/paymentRequest';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get payment request',
	description: 'Retrieve a payment request and its status',
	method: 'GET',
	path: '/v3/payment_requests/{paymentRequestId}',
	fields: [paymentRequestIdField, ...paymentRequestViewFields],
	output: answerAs(asItIs, simplifyPaymentRequest),
};
