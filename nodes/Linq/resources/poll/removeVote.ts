import type { Operation } from '../../operation';
import { messageIdField } from '../../fields/ids';
import { answerAs } from '../../output/answers';
import { optionIdField } from './optionId';

export const removeVote: Operation = {
	name: 'Remove Vote',
	value: 'removeVote',
	action: 'Remove vote from poll',
	description: 'Take the vote of your line back',
	method: 'POST',
	path: '/v3/messages/{messageId}/poll/votes',
	body: { operation: 'remove' },
	fields: [messageIdField, optionIdField],
	output: answerAs(),
};
