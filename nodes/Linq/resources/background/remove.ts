import type { Operation } from '../../operation';
import { chatField } from '../../fields/chat';
import { answerDeleted } from '../../output/answers';

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove background of chat',
	description: 'Give a chat its plain background back',
	method: 'DELETE',
	path: '/v3/chats/{chatId}/background',
	fields: [chatField],
	output: answerDeleted('chatId'),
};
