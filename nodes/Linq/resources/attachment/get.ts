import type { Operation } from '../../define';
import { attachmentIdField } from '../../fields/ids';
import { answerAs } from '../../request/answer';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get attachment',
	description: 'Retrieve name, type, size and a fresh download URL of a file',
	method: 'GET',
	path: '/v3/attachments/{attachmentId}',
	fields: [attachmentIdField],
	output: [answerAs()],
};
