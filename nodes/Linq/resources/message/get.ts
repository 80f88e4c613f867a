import { simplifyMessage } from '../../../shared/simplify/message';
import { downloadOptions } from '../../fields/downloads';
import { messageIdField } from '../../fields/ids';
import { messageViewFields } from '../../fields/output';
import { addMessageFiles } from '../../files/messageFiles';
import type { Operation } from '../../operation';
import { answerAs, asItIs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get message',
	description: 'Retrieve a message, its delivery status and its reactions',
	method: 'GET',
	path: '/v3/messages/{messageId}',
	fields: [messageIdField, ...messageViewFields],
	options: downloadOptions,
	output: answerAs(asItIs, simplifyMessage),
	addBinary: addMessageFiles,
};
