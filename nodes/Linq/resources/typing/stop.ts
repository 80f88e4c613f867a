import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const stop: Operation = {
	name: 'Stop',
	value: 'stop',
	action: 'Stop typing in chat',
	description: 'Hide the typing indicator in a chat; sending a message hides it too',
	method: 'DELETE',
	path: '/v3/chats/{chatId}/typing',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
