import type { INodeProperties } from 'n8n-workflow';

import { WITH_CHAT, WITH_CHAT_TYPE, WITH_SENDER, WITH_TEXT } from '../../shared/events';
import { shownFor, shownInsideFor } from './shown';

const textContains: INodeProperties = {
	displayName: 'Text Contains',
	name: 'textContains',
	type: 'string',
	default: '',
	placeholder: 'e.g. order',
	description: 'Only messages whose text contains this, regardless of case',
	displayOptions: shownInsideFor(WITH_TEXT),
};

const textMatches: INodeProperties = {
	displayName: 'Text Matches',
	name: 'textMatches',
	type: 'string',
	default: '',
	placeholder: 'e.g. ^(yes|no)$',
	description:
		'Only messages whose text matches this regular expression. Case is ignored unless it is written with slashes, e.g. /^YES$/.',
	displayOptions: shownInsideFor(WITH_TEXT),
};

const senders: INodeProperties = {
	displayName: 'Senders',
	name: 'senders',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550123, ava@example.com',
	description: 'Only events by these people: phone numbers or email addresses, separated by commas',
	displayOptions: shownInsideFor(WITH_SENDER),
};

const chatType: INodeProperties = {
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
};

const chatIds: INodeProperties = {
	displayName: 'Chat IDs',
	name: 'chatIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
	description: 'Only events in these chats. Separate several IDs with commas.',
	displayOptions: shownInsideFor(WITH_CHAT),
};

const mentionsMe: INodeProperties = {
	displayName: 'Mentions Me',
	name: 'mentionsMe',
	type: 'boolean',
	default: true,
	description:
		'Whether to start for messages in group chats only if they mention one of your lines. Does not filter direct chats, in which nobody is mentioned, and edits, because Linq does not tell whom they mention.',
	displayOptions: shownInsideFor(WITH_TEXT),
};

/** What narrows events down, most used first; each shows where it makes sense for the chosen events. */
export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Events that do not match do not start the workflow',
	displayOptions: shownFor([...WITH_CHAT, ...WITH_SENDER]),
	options: [textContains, textMatches, senders, chatType, chatIds, mentionsMe],
};
