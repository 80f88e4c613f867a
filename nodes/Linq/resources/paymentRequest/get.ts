import type { Operation } from '../../operation';
import { paymentRequestIdField } from '../../fields/ids';
import { simplifyField } from '../../../shared/simplify/field';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyPaymentRequest } from '../../output/paymentRequest';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get payment request',
	description: 'Retrieve a payment request with its state',
	method: 'GET',
	path: '/v3/payment_requests/{paymentRequestId}',
	fields: [paymentRequestIdField, simplifyField],
	output: answerAs(asItIs, simplifyPaymentRequest),
};
