import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { customerField } from './fields';

export const connectHandle: Operation = {
	name: 'Connect Customer',
	value: 'connectHandle',
	action: 'Connect customer for agent payments',
	description:
		'Send a one-time code to a customer; the output contains the connect_id for Verify Customer',
	method: 'POST',
	path: '/v3/payments/handles/{handle}/connect',
	fields: [customerField],
	options: [countryOption],
	output: answerAs(),
};
