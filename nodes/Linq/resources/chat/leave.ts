import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const leave: Operation = {
	name: 'Leave',
	value: 'leave',
	action: 'Leave chat',
	description: 'Leave a group chat; at least three members must remain',
	method: 'POST',
	path: '/v3/chats/{chatId}/leave',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
