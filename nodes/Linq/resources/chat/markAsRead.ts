import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const markAsRead: Operation = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark chat as read',
	description: 'Mark all messages in a chat as read; has no effect in group chats',
	method: 'POST',
	path: '/v3/chats/{chatId}/read',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
