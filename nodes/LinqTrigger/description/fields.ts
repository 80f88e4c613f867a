import type { INodeProperties } from 'n8n-workflow';

import {
	ABOUT_OWN,
	ALL_EVENTS,
	EVENTS,
	WITH_CHAT,
	WITH_CHAT_TYPE,
	WITH_DIRECTION,
	WITH_SENDER,
	WITH_TEXT,
} from '../../shared/events';
import { simplifyField } from '../../shared/simplify/field';

/** Shows a field while at least one of the events is chosen. */
const shownFor = (events: string[], path = 'events') => ({
	show: { [path]: [ALL_EVENTS.value, ...events] },
});

/** Inside of a collection, paths begin at the node. */
const shownInsideFor = (events: string[]) => shownFor(events, '/events');

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Events that do not match do not start the workflow',
	displayOptions: shownFor([...WITH_CHAT, ...WITH_SENDER]),
	options: [
		{
			displayName: 'Chat IDs',
			name: 'chatIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
			description: 'Only events in these chats. Separate several IDs with commas.',
			displayOptions: shownInsideFor(WITH_CHAT),
		},
		{
			displayName: 'Chat Type',
			name: 'chatType',
			type: 'options',
			default: 'direct',
			options: [
				{ name: 'Any', value: 'any', description: 'Direct and group chats' },
				{ name: 'Direct', value: 'direct', description: 'Chats with one person' },
				{ name: 'Group', value: 'group', description: 'Chats with several people' },
			],
			description:
				'Does not filter reactions, typing, shared locations and failed messages, because Linq does not say which chat type they belong to',
			displayOptions: shownInsideFor(WITH_CHAT_TYPE),
		},
		{
			displayName: 'Senders',
			name: 'senders',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550123, ava@example.com',
			description:
				'Only events by these people: phone numbers with country code or email addresses, separated by commas',
			displayOptions: shownInsideFor(WITH_SENDER),
		},
		{
			displayName: 'Text Contains',
			name: 'textContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. stop',
			description: 'Only messages whose text contains this, regardless of case',
			displayOptions: shownInsideFor(WITH_TEXT),
		},
		{
			displayName: 'Text Matches',
			name: 'textMatches',
			type: 'string',
			default: '',
			placeholder: 'e.g. ^(yes|no)$',
			description:
				'Only messages whose text matches this regular expression. Case is ignored unless it is written with slashes, e.g. /^STOP$/.',
			displayOptions: shownInsideFor(WITH_TEXT),
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: shownFor(WITH_TEXT),
	options: [
		{
			displayName: 'Download Media',
			name: 'downloadMedia',
			type: 'boolean',
			default: false,
			description:
				'Whether to download the files of a message into binary fields before the workflow starts',
		},
		{
			displayName: 'Include Recovered Messages',
			name: 'includeHistory',
			type: 'boolean',
			default: false,
			description:
				'Whether to also start for messages that Linq recovered later. They are history: do not reply to them.',
		},
		{
			displayName: 'Maximum File Size (MB)',
			name: 'maxFileSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 25,
			description: 'Larger files are not downloaded',
			displayOptions: { show: { downloadMedia: [true] } },
		},
		{
			displayName: 'Media Field Prefix',
			name: 'mediaFieldPrefix',
			type: 'string',
			default: 'media_',
			placeholder: 'e.g. media_',
			description: 'Start of the names of the binary fields, e.g. media_ for media_0, media_1 …',
			displayOptions: { show: { downloadMedia: [true] } },
		},
	],
};

/** The fields of the Linq Trigger node. Filters show where they make sense for the chosen events. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [ALL_EVENTS, ...EVENTS],
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
