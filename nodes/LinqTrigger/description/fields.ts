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
import { maxFileSizeField, mediaFieldPrefixField } from '../../shared/files/fields';
import { defaultCountryField } from '../../shared/input/country';
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
			displayName: 'Mentions Me',
			name: 'mentionsMe',
			type: 'boolean',
			default: true,
			description:
				'Whether to start for messages in group chats only if they mention one of your lines. Does not filter direct chats, in which nobody is mentioned, and edits, because Linq does not tell whom they mention.',
			displayOptions: shownInsideFor(WITH_TEXT),
		},
		{
			displayName: 'Senders',
			name: 'senders',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550123, ava@example.com',
			description:
				'Only events by these people: phone numbers or email addresses, separated by commas',
			displayOptions: shownInsideFor(WITH_SENDER),
		},
		{
			displayName: 'Text Contains',
			name: 'textContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. order',
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
				'Only messages whose text matches this regular expression. Case is ignored unless it is written with slashes, e.g. /^YES$/.',
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
	displayOptions: shownFor([...WITH_TEXT, ...WITH_SENDER]),
	options: [
		{
			...defaultCountryField,
			description:
				'The country of phone numbers without a country code, for this node. Without this option it is that of the credential.',
		},
		{
			displayName: 'Download Media',
			name: 'downloadMedia',
			type: 'boolean',
			default: false,
			description:
				'Whether to download the files of a message into binary fields before the workflow starts',
			displayOptions: shownInsideFor(WITH_TEXT),
		},
		{
			displayName: 'Include Recovered Messages',
			name: 'includeHistory',
			type: 'boolean',
			default: false,
			description:
				'Whether to also start for messages that Linq recovered later. They are history: do not reply to them.',
			displayOptions: shownInsideFor(WITH_TEXT),
		},
		maxFileSizeField,
		mediaFieldPrefixField,
		{
			displayName: 'On Arrival',
			name: 'onArrival',
			type: 'multiOptions',
			default: ['markAsRead', 'showTyping'],
			options: [
				{
					name: 'Mark as Read',
					value: 'markAsRead',
					description: 'The sender sees that the message was read; not in groups',
				},
				{
					name: 'Show Typing',
					value: 'showTyping',
					description:
						'The sender sees for up to 85 seconds that an answer is being written, or until it is sent; iMessage only',
				},
			],
			description:
				'What to do with the chat of a message as soon as the workflow starts. If it cannot be done, the workflow goes on, and the log of n8n says so.',
			displayOptions: shownInsideFor(['message.received']),
		},
		{
			displayName: 'Skip Opt-Outs',
			name: 'skipOptOuts',
			type: 'boolean',
			default: true,
			description:
				'Whether to leave out messages with which somebody opts out, because Linq refuses an answer: exactly STOP, UNSUBSCRIBE, OPTOUT, CANCEL, END, QUIT or “opt out”, in a direct chat. On, even if this option is not added. Turn it off to keep a list of opt-outs: is_opt_out tells them apart.',
			displayOptions: shownInsideFor(WITH_TEXT),
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
