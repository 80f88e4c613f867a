import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { unwrap } from '../../output/shapes';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get location in chat',
	description: 'Retrieve the locations shared in a chat as GeoJSON (longitude first)',
	method: 'GET',
	path: '/v3/chats/{chatId}/location',
	fields: [chatField],
	output: answerAs(unwrap('data')),
};
