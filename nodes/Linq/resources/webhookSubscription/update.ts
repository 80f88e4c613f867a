import { countryOption } from '../../fields/country';
import type { INodeProperties } from 'n8n-workflow';

import { refuseEmptyBody, updateFieldsField } from '../../fields/collection';
import { subscriptionIdField } from '../../fields/ids';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { eventsField, linesField, routingFields, targetUrlField } from './fields';

const activeField: INodeProperties = {
	displayName: 'Active',
	name: 'active',
	type: 'boolean',
	default: true,
	description: 'Whether Linq delivers events to it',
	...inBody('is_active'),
};

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update webhook subscription',
	description: 'Change, pause or resume a webhook subscription',
	method: 'PUT',
	path: '/v3/webhook-subscriptions/{subscriptionId}',
	fields: [
		subscriptionIdField,
		updateFieldsField([activeField, eventsField, linesField, targetUrlField, ...routingFields]),
	],
	options: [countryOption],
	buildBody: refuseEmptyBody('Update Fields'),
	output: answerAs(),
};
