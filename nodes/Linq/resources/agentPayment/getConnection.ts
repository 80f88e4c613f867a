import type { Operation } from '../../define';
import { answerAs } from '../../request/answer';
import { customerField } from './fields';

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
