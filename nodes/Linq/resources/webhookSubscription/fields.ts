import type { Field } from '../../operation';

import { EVENTS } from '../../../shared/events';
import { inBody } from '../../fields/routing';
import { readPhoneNumbers } from '../../../shared/input/handles';
import { readHttpsUrl } from '../../../shared/input/urls';

export const targetUrlField: Field = {
	displayName: 'Target URL',
	name: 'targetUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/linq?version=2026-02-03',
	description: 'Where Linq delivers to; ?version= pins the form of the payload',
	...inBody('target_url'),
	read: readHttpsUrl,
};

export const eventsField: Field = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: EVENTS,
	default: ['message.received'],
	description: 'What is delivered',
	...inBody('subscribed_events'),
};

export const linesField: Field = {
	displayName: 'Lines',
	name: 'lines',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550100',
	description: 'Only events of these lines of yours, separated by commas; empty for all',
	...inBody('phone_numbers'),
	read: readPhoneNumbers,
};

/** Headers with which an endpoint keeps the deliveries of a chat together. */
export const routingFields: Field[] = [
	{
		displayName: 'Routing ID Header',
		name: 'routingIdHeader',
		type: 'string',
		default: '',
		placeholder: 'e.g. X-Chat',
		description: 'Name of the header that carries the chat ID',
		...inBody('routing_id_header'),
	},
	{
		displayName: 'Routing Key Header',
		name: 'routingKeyHeader',
		type: 'string',
		default: '',
		description:
			'Name of a header that, once your endpoint answers with it, comes back with later deliveries of the same chat',
		...inBody('routing_key_header'),
	},
];
