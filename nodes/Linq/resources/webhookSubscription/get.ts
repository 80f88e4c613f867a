import type { Operation } from '../../define';
import { subscriptionIdField } from '../../fields/ids';
import { answerAs } from '../../request/answer';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get webhook subscription',
	description: 'Retrieve a webhook subscription, without its secret',
	method: 'GET',
	path: '/v3/webhook-subscriptions/{subscriptionId}',
	fields: [subscriptionIdField],
	output: [answerAs()],
};
