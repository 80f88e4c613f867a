import type { Operation } from '../../define';
import { chatField } from '../../fields/chat';
import { simplifyField } from '../../fields/simplify';
import { answerAs, asItIs } from '../../request/answer';
import { simplifyChat } from '../../simplify/chat';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get chat',
	description: 'Retrieve a chat with its participants',
	method: 'GET',
	path: '/v3/chats/{chatId}',
	fields: [chatField, simplifyField],
	output: [answerAs(asItIs, simplifyChat)],
};
