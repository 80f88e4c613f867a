import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove background of chat',
	description: 'Restore the plain background of a chat; has no effect in SMS and RCS chats',
	method: 'DELETE',
	path: '/v3/chats/{chatId}/background',
	fields: [chatField],
	output: answerDeleted('chatId'),
};
