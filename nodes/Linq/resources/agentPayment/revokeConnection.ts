import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';
import { customerField } from './fields';

export const revokeConnection: Operation = {
	name: 'Revoke Connection',
	value: 'revokeConnection',
	action: 'Revoke connection of customer',
	description: 'End the connection of a customer',
	method: 'DELETE',
	path: '/v3/payments/handles/{handle}/connection',
	fields: [customerField],
	options: [countryOption],
	output: answerDeleted('handle'),
};
