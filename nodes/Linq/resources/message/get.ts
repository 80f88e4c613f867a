import type { Operation } from '../../define';
import { messageIdField } from '../../fields/ids';
import { simplifyField } from '../../fields/simplify';
import { answerAs, asItIs } from '../../request/answer';
import { simplifyMessage } from '../../simplify/message';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get message',
	description: 'Retrieve a message with its delivery status and reactions',
	method: 'GET',
	path: '/v3/messages/{messageId}',
	fields: [messageIdField, simplifyField],
	output: [answerAs(asItIs, simplifyMessage)],
};
