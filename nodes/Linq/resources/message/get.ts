import type { Operation } from '../../operation';
import { messageIdField } from '../../fields/ids';
import { simplifyField } from '../../../shared/simplify/field';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyMessage } from '../../../shared/simplify/message';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get message',
	description: 'Retrieve a message with its delivery status and reactions',
	method: 'GET',
	path: '/v3/messages/{messageId}',
	fields: [messageIdField, simplifyField],
	output: answerAs(asItIs, simplifyMessage),
};
