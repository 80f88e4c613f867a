import { subscriptionIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete webhook subscription',
	description:
		'Delete a webhook subscription; Linq Trigger deletes its own when its workflow is unpublished',
	method: 'DELETE',
	path: '/v3/webhook-subscriptions/{subscriptionId}',
	fields: [subscriptionIdField],
	output: answerDeleted('subscriptionId'),
};
