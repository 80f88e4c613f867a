import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get experience',
	description: 'Retrieve the actions of an experience and their fields',
	method: 'GET',
	path: '/v3/experiences/{experience}',
	fields: [
		{
			displayName: 'Experience',
			name: 'experience',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. agentpay',
			description: 'Name of the experience, as Get Many lists it',
		},
	],
	output: answerAs(),
};
