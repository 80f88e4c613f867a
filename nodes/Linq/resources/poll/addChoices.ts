import { readChoices } from '../../fields/choiceList';
import { messageIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { newChoicesField } from './fields';

export const addChoices: Operation = {
	name: 'Add Choices',
	value: 'addChoices',
	action: 'Add choices to poll',
	description: 'Add choices to a poll; they cannot be removed again',
	method: 'POST',
	path: '/v3/messages/{messageId}/poll/options',
	fields: [messageIdField, newChoicesField],
	buildBody: (context) => ({
		options: readChoices(context, 'newChoices', 1).map((text) => ({ text })),
	}),
	output: answerAs(),
};
