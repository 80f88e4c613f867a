import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { eventsField, linesField, routingFields, targetUrlField } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create webhook subscription',
	description: 'Subscribe an address to events; the signing secret is only shown in this output',
	method: 'POST',
	path: '/v3/webhook-subscriptions',
	fields: [
		{ ...targetUrlField, required: true },
		{ ...eventsField, required: true },
	],
	options: [countryOption, linesField, ...routingFields],
	output: answerAs(),
};
