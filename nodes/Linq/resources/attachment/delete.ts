import type { Operation } from '../../operation';
import { attachmentIdField } from '../../fields/ids';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete attachment',
	description: 'Delete a file for good; messages that show it lose it',
	method: 'DELETE',
	path: '/v3/attachments/{attachmentId}',
	fields: [attachmentIdField],
	output: answerDeleted('attachmentId'),
};
