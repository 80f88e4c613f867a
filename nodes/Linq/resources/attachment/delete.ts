import { attachmentIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete attachment',
	description: 'Permanently delete a file, also from the messages that contain it',
	method: 'DELETE',
	path: '/v3/attachments/{attachmentId}',
	fields: [attachmentIdField],
	output: answerDeleted('attachmentId'),
};
