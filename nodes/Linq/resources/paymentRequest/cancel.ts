import type { Operation } from '../../operation';
import { paymentRequestIdField } from '../../fields/ids';
import { simplifyField } from '../../../shared/simplify/field';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyPaymentRequest } from '../../output/paymentRequest';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel payment request',
	description: 'Take back a payment request that is not paid yet',
	method: 'POST',
	path: '/v3/payment_requests/{paymentRequestId}/cancel',
	fields: [paymentRequestIdField, simplifyField],
	output: answerAs(asItIs, simplifyPaymentRequest),
};
