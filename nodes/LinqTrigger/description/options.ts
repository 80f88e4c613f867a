import type { INodeProperties } from 'n8n-workflow';

import { WITH_SENDER, WITH_TEXT } from '../../shared/events';
import { maxFileSizeField, mediaFieldPrefixField } from '../../shared/files/fields';
import { defaultCountryField } from '../../shared/input/country';
import { shownFor, shownInsideFor } from './shown';

const onArrival: INodeProperties = {
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
};

const downloadMedia: INodeProperties = {
	displayName: 'Download Media',
	name: 'downloadMedia',
	type: 'boolean',
	default: false,
	description:
		'Whether to download the files of a message into binary fields before the workflow starts',
	displayOptions: shownInsideFor(WITH_TEXT),
};

const skipOptOuts: INodeProperties = {
	displayName: 'Skip Opt-Outs',
	name: 'skipOptOuts',
	type: 'boolean',
	default: true,
	description:
		'Whether to leave out messages with which somebody opts out, because Linq refuses an answer: exactly STOP, UNSUBSCRIBE, OPTOUT, CANCEL, END, QUIT or “opt out”, in a direct chat. On, even if this option is not added. Turn it off to keep a list of opt-outs: is_opt_out tells them apart.',
	displayOptions: shownInsideFor(WITH_TEXT),
};

const includeHistory: INodeProperties = {
	displayName: 'Include Recovered Messages',
	name: 'includeHistory',
	type: 'boolean',
	default: false,
	description:
		'Whether to also start for messages that Linq recovered later. They are history: do not reply to them.',
	displayOptions: shownInsideFor(WITH_TEXT),
};

const defaultCountry: INodeProperties = {
	...defaultCountryField,
	description:
		'The country of phone numbers without a country code, for this node. Without this option it is that of the credential.',
};

/** What else the trigger can do, most used first. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: shownFor([...WITH_TEXT, ...WITH_SENDER]),
	options: [
		onArrival,
		downloadMedia,
		mediaFieldPrefixField,
		maxFileSizeField,
		skipOptOuts,
		includeHistory,
		defaultCountry,
	],
};
