import type { Operation } from '../../define';
import { customerField } from './fields';
import { answerAs } from '../../request/answer';

export const getConnection: Operation = {
	name: 'Get Connection',
	value: 'getConnection',
	action: 'Get connection of customer',
	description: 'Retrieve whether a customer is connected',
	method: 'GET',
	path: '/v3/payments/handles/{handle}/connection',
	fields: [customerField],
	output: [answerAs()],
};
