import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { customerField } from './fields';

export const getConnection: Operation = {
	name: 'Get Connection',
	value: 'getConnection',
	action: 'Get connection of customer',
	description: 'Find out whether a customer is connected',
	method: 'GET',
	path: '/v3/payments/handles/{handle}/connection',
	fields: [customerField],
	options: [countryOption],
	output: answerAs(),
};
