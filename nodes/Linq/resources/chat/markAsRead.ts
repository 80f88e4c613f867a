import type { Operation } from '../../operation';
import { chatField } from '../../fields/chat';
import { answerSuccess } from '../../output/answers';

export const markAsRead: Operation = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark chat as read',
	description: 'Mark all messages of a chat as read; has no effect in groups',
	method: 'POST',
	path: '/v3/chats/{chatId}/read',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
