import { chatField } from '../../fields/chat';
import { FEWEST_CHOICES, readChoices } from '../../fields/choiceList';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { pollChoicesField } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create poll in chat',
	description: 'Send a poll to an iMessage chat; send its question as a text before',
	method: 'POST',
	path: '/v3/chats/{chatId}/polls',
	fields: [chatField, pollChoicesField],
	buildBody: (context) => ({
		poll: {
			options: readChoices(context, 'pollChoices', FEWEST_CHOICES).map((text) => ({ text })),
		},
	}),
	output: answerAs(),
};
