import { attachmentIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get attachment',
	description: 'Retrieve the name, type, size and a fresh download URL of a file',
	method: 'GET',
	path: '/v3/attachments/{attachmentId}',
	fields: [attachmentIdField],
	output: answerAs(),
};
