import { messageIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete message',
	description: 'Delete a message from Linq’s records; recipients keep it',
	method: 'DELETE',
	path: '/v3/messages/{messageId}',
	fields: [messageIdField],
	output: answerDeleted('messageId'),
};
