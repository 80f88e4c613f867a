import { messageIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { pollOptionsField, readPollOptions } from './fields';

export const addOptions: Operation = {
	name: 'Add Options',
	value: 'addOptions',
	action: 'Add options to poll',
	description: 'Add options to a poll; they cannot be removed again',
	method: 'POST',
	path: '/v3/messages/{messageId}/poll/options',
	fields: [messageIdField, pollOptionsField],
	buildBody: readPollOptions(1, (options) => ({ options })),
	output: answerAs(),
};
