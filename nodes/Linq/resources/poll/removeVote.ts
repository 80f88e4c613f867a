import { messageIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { choiceIdField } from './fields';

export const removeVote: Operation = {
	name: 'Remove Vote',
	value: 'removeVote',
	action: 'Remove vote from poll',
	description: 'Withdraw the vote of your line',
	method: 'POST',
	path: '/v3/messages/{messageId}/poll/votes',
	body: { operation: 'remove' },
	fields: [messageIdField, choiceIdField],
	output: answerAs(),
};
