import { EVENTS } from '../../../shared/events';
import { readPhoneNumbers } from '../../../shared/input/handles';
import { readHttpsUrl } from '../../../shared/input/urls';
import { inBody } from '../../fields/routing';
import type { Field } from '../../operation';

export const targetUrlField: Field = {
	displayName: 'Target URL',
	name: 'targetUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/linq?version=2026-02-03',
	description: 'Address that Linq delivers to; ?version= sets the version of the payload',
	...inBody('target_url'),
	read: readHttpsUrl,
};

export const eventsField: Field = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: EVENTS,
	default: ['message.received'],
	description: 'The events to deliver',
	...inBody('subscribed_events'),
};

export const linesField: Field = {
	displayName: 'Lines',
	name: 'lines',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550100',
	description: 'Only events of these lines, separated by commas; leave empty for all lines',
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
		description: 'Name of the header that contains the chat ID',
		...inBody('routing_id_header'),
	},
	{
		displayName: 'Routing Key Header',
		name: 'routingKeyHeader',
		type: 'string',
		default: '',
		description:
			'Name of a header in your endpoint’s response that Linq repeats in later deliveries for the same chat',
		...inBody('routing_key_header'),
	},
];
