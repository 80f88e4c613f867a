import type { INodeProperties } from 'n8n-workflow';

import { ABOUT_OWN, ALL_EVENTS, EVENTS, WITH_DIRECTION } from '../../shared/events';
import { simplifyField } from '../../shared/simplify/field';
import { filters } from './filters';
import { options } from './options';
import { shownFor } from './shown';

/** The fields of the Linq Trigger node. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [...EVENTS, ALL_EVENTS],
		default: ['message.received'],
		description: 'What starts the workflow',
	},
	{
		displayName: 'Line Names or IDs',
		name: 'lines',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'loadLines' },
		default: [],
		description:
			'Only events of these lines; leave empty for all. Account events always start the workflow. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Inbound Only',
		name: 'inboundOnly',
		type: 'boolean',
		default: true,
		description:
			'Whether to start only for what other people do. Otherwise, an automatic reply would answer itself.',
		displayOptions: shownFor(WITH_DIRECTION),
	},
	{
		displayName:
			'Events about your own messages, such as Message Sent, Delivered, Read or Failed, start the workflow only if “Inbound Only” is turned off',
		name: 'aboutOwnNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { events: ABOUT_OWN, inboundOnly: [true] } },
	},
	{
		...simplifyField,
		description: 'Whether to return a simplified version of the event instead of the raw data',
	},
	filters,
	options,
];
