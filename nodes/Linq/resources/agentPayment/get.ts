import { paymentIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get agent payment',
	description: 'Retrieve an agent payment and its status',
	method: 'GET',
	path: '/v3/payments/{paymentId}',
	fields: [paymentIdField],
	output: answerAs(),
};
