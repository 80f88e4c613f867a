import { simplifyChat } from '../../../shared/simplify/chat';
import { chatField } from '../../fields/chat';
import { chatViewFields } from '../../fields/output';
import type { Operation } from '../../operation';
import { answerAs, asItIs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get chat',
	description: 'Retrieve a chat with its participants',
	method: 'GET',
	path: '/v3/chats/{chatId}',
	fields: [chatField, ...chatViewFields],
	output: answerAs(asItIs, simplifyChat),
};
