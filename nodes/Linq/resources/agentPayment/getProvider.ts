import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { providerField } from './fields';

export const getProvider: Operation = {
	name: 'Get Provider',
	value: 'getProvider',
	action: 'Get payment provider',
	description: 'Retrieve the status of a payment provider',
	method: 'GET',
	path: '/v3/payments/providers/{provider}',
	fields: [providerField],
	output: answerAs(),
};
