import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { pollOptionsField, readPollOptions } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create poll in chat',
	description: 'Send a poll to an iMessage chat; send its question as a text before',
	method: 'POST',
	path: '/v3/chats/{chatId}/polls',
	fields: [chatField, pollOptionsField],
	buildBody: readPollOptions(2, (options) => ({ poll: { options } })),
	output: answerAs(),
};
