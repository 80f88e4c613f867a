import type { Operation } from '../../define';
import { chatField } from '../../fields/chat';
import { answerAs } from '../../request/answer';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get chat',
	description: 'Retrieve a chat with its participants',
	method: 'GET',
	path: '/v3/chats/{chatId}',
	fields: [chatField],
	output: [answerAs()],
};
