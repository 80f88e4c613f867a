import { readHttpsUrl } from '../../../shared/input/urls';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { providerField } from './fields';

export const connectProvider: Operation = {
	name: 'Connect Provider',
	value: 'connectProvider',
	action: 'Connect payment provider',
	description:
		'Start connecting your account to a payment provider; open the hosted_url of the output',
	method: 'POST',
	path: '/v3/payments/providers/{provider}/connect',
	fields: [
		providerField,
		{
			displayName: 'Return URL',
			name: 'returnUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/connected',
			description: 'Address to return to after connecting',
			...inBody('return_url'),
			read: readHttpsUrl,
		},
	],
	output: answerAs(),
};
