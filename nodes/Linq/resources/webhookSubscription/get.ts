import { subscriptionIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get webhook subscription',
	description: 'Retrieve a webhook subscription, without its secret',
	method: 'GET',
	path: '/v3/webhook-subscriptions/{subscriptionId}',
	fields: [subscriptionIdField],
	output: answerAs(),
};
