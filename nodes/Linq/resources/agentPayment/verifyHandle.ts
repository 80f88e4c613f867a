import { countryOption } from '../../fields/country';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { customerField } from './fields';

export const verifyHandle: Operation = {
	name: 'Verify Customer',
	value: 'verifyHandle',
	action: 'Verify customer for agent payments',
	description: 'Finish connecting a customer with the one-time code they received',
	method: 'POST',
	path: '/v3/payments/handles/{handle}/verify',
	fields: [
		customerField,
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 123456',
			description: 'The one-time code that the customer received',
			...inBody('code'),
		},
		{
			displayName: 'Connect ID',
			name: 'connectId',
			type: 'string',
			required: true,
			default: '',
			description: 'The connect_id from the output of Connect Customer',
			...inBody('connect_id'),
		},
	],
	options: [countryOption],
	output: answerAs(),
};
