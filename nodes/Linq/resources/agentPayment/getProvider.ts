import type { Operation } from '../../define';
import { providerField } from './fields';
import { answerAs } from '../../request/answer';

export const getProvider: Operation = {
	name: 'Get Provider',
	value: 'getProvider',
	action: 'Get payment provider',
	description: 'Retrieve the state of a payment provider',
	method: 'GET',
	path: '/v3/payments/providers/{provider}',
	fields: [providerField],
	output: [answerAs()],
};
