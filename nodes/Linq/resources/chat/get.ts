import type { Operation } from '../../operation';
import { chatField } from '../../fields/chat';
import { simplifyField } from '../../../shared/simplify/field';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyChat } from '../../../shared/simplify/chat';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get chat',
	description: 'Retrieve a chat with its participants',
	method: 'GET',
	path: '/v3/chats/{chatId}',
	fields: [chatField, simplifyField],
	output: answerAs(asItIs, simplifyChat),
};
