import { messageIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { choiceIdField } from './fields';

export const vote: Operation = {
	name: 'Vote',
	value: 'vote',
	action: 'Vote in poll',
	description: 'Vote for an option on behalf of your line',
	method: 'POST',
	path: '/v3/messages/{messageId}/poll/votes',
	body: { operation: 'add' },
	fields: [messageIdField, choiceIdField],
	output: answerAs(),
};
