import type { Operation } from '../../define';
import { paymentIdField } from '../../fields/ids';
import { answerAs } from '../../request/answer';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get agent payment',
	description: 'Retrieve an agent payment with its state',
	method: 'GET',
	path: '/v3/payments/{paymentId}',
	fields: [paymentIdField],
	output: [answerAs()],
};
