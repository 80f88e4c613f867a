import type { Operation } from '../../operation';
import { inBody } from '../../fields/routing';
import { answerAs } from '../../output/answers';
import { providerField } from './fields';
import { readHttpsUrl } from '../../../shared/input/urls';

export const connectProvider: Operation = {
	name: 'Connect Provider',
	value: 'connectProvider',
	action: 'Connect payment provider',
	description:
		'Start to connect your account to a payment provider; open the hosted_url of the answer',
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
			description: 'Where the person who connects comes back to',
			...inBody('return_url'),
			read: readHttpsUrl,
		},
	],
	output: answerAs(),
};
