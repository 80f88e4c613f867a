import type { Operation } from '../../operation';
import { subscriptionIdField } from '../../fields/ids';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete webhook subscription',
	description: 'End a webhook subscription; workflows with Linq Trigger end theirs themselves',
	method: 'DELETE',
	path: '/v3/webhook-subscriptions/{subscriptionId}',
	fields: [subscriptionIdField],
	output: answerDeleted('subscriptionId'),
};
