import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const request: Operation = {
	name: 'Request',
	value: 'request',
	action: 'Request location in chat',
	description:
		'Ask the other person of an iMessage chat to share their location; refused while it is already shared',
	method: 'POST',
	path: '/v3/chats/{chatId}/location/request',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
