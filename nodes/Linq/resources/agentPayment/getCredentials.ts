import type { Operation } from '../../operation';
import { paymentIdField } from '../../fields/ids';
import { answerAs } from '../../output/answers';

export const getCredentials: Operation = {
	name: 'Get Credentials',
	value: 'getCredentials',
	action: 'Get credentials of agent payment',
	description: 'Retrieve where to fetch the card of a payment that is ready; use it at once',
	method: 'GET',
	path: '/v3/payments/{paymentId}/credentials',
	fields: [paymentIdField],
	output: answerAs(),
};
