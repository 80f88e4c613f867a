import { paymentIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const getCredentials: Operation = {
	name: 'Get Credentials',
	value: 'getCredentials',
	action: 'Get credentials of agent payment',
	description: 'Retrieve the address of the card for a payment that is ready; use it immediately',
	method: 'GET',
	path: '/v3/payments/{paymentId}/credentials',
	fields: [paymentIdField],
	output: answerAs(),
};
