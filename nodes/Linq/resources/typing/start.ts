import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const start: Operation = {
	name: 'Start',
	value: 'start',
	action: 'Start typing in chat',
	description: 'Show the typing indicator in a chat for up to 90 seconds; iMessage only',
	method: 'POST',
	path: '/v3/chats/{chatId}/typing',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
