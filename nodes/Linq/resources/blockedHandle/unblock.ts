import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';
import { blockedHandleField } from './fields';

export const unblock: Operation = {
	name: 'Unblock',
	value: 'unblock',
	action: 'Unblock handle',
	description: 'Remove a person from your blocklist',
	method: 'DELETE',
	path: '/v3/blocked_handles',
	fields: [blockedHandleField],
	options: [countryOption],
	output: answerDeleted('handle'),
};
