import { messageIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get poll',
	description: 'Retrieve a poll with its choices and votes',
	method: 'GET',
	path: '/v3/messages/{messageId}/poll',
	fields: [messageIdField],
	output: answerAs(),
};
