import type { Operation } from '../../operation';
import { paymentIdField } from '../../fields/ids';
import { answerAs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get agent payment',
	description: 'Retrieve an agent payment with its state',
	method: 'GET',
	path: '/v3/payments/{paymentId}',
	fields: [paymentIdField],
	output: answerAs(),
};
