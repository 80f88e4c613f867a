import type { Operation } from '../../define';
import { paymentRequestIdField } from '../../fields/ids';
import { simplifyField } from '../../fields/simplify';
import { answerAs, asItIs } from '../../request/answer';
import { simplifyPaymentRequest } from '../../simplify/paymentRequest';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get payment request',
	description: 'Retrieve a payment request with its state',
	method: 'GET',
	path: '/v3/payment_requests/{paymentRequestId}',
	fields: [paymentRequestIdField, simplifyField],
	output: [answerAs(asItIs, simplifyPaymentRequest)],
};
