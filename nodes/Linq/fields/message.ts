import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { simplifyField } from '../../shared/simplify/field';
import { titleCase } from './choices';
import { textDecorationsField } from './decorations';
import { experienceFields } from './experience';
import { shownWith } from './fileSource';
import { partsField } from './parts';
import { inlineStickersField, mentionField } from './textExtras';

const EFFECTS = {
	bubble: ['slam', 'loud', 'gentle', 'invisible'],
	screen: [
		'confetti',
		'fireworks',
		'lasers',
		'sparkles',
		'celebration',
		'hearts',
		'love',
		'balloons',
		'happy_birthday',
		'echo',
		'spotlight',
	],
};

const effectOptions: INodePropertyOptions[] = Object.entries(EFFECTS).flatMap(([type, names]) =>
	names.map((name) => ({
		name: `${titleCase(type)}: ${titleCase(name)}`,
		value: `${type}:${name}`,
	})),
);

const effectOption: INodeProperties = {
	displayName: 'Effect',
	name: 'effect',
	type: 'options',
	options: effectOptions,
	default: 'screen:confetti',
	description:
		'Animation that plays when the message arrives; iMessage only. Linq drops it when Chat > Create starts a new chat.',
};

const serviceOptions: INodeProperties[] = [
	{
		displayName: 'Override Opt-Out',
		name: 'overrideOptOut',
		type: 'boolean',
		default: false,
		description: 'Whether to send this message even though the recipient has opted out',
	},
	{
		displayName: 'Preferred Service',
		name: 'preferredService',
		type: 'options',
		options: [
			{
				name: 'iMessage',
				value: 'iMessage',
				description: 'Fails if the recipient does not have iMessage',
			},
			{ name: 'RCS', value: 'RCS', description: 'RCS if possible, else SMS' },
			{ name: 'SMS', value: 'SMS', description: 'RCS if possible, else SMS' },
		],
		default: 'iMessage',
		description: 'Without this option Linq tries iMessage, then RCS, then SMS',
	},
];

const replyToOption: INodeProperties = {
	displayName: 'Reply To',
	name: 'replyTo',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Message',
	description:
		'The message to reply to in a thread; iMessage only. Linq drops it when Chat > Create starts a new chat.',
	options: [
		{
			displayName: 'Message',
			name: 'message',
			values: [
				{
					displayName: 'Message ID',
					name: 'messageId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 69a37c7d-af4f-4b5e-af42-e28e98ce873a',
				},
				{
					displayName: 'Part Index',
					name: 'partIndex',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'The part of that message, counted from 0',
				},
			],
		},
	],
};

const messageTypeField: INodeProperties = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Experience',
			value: 'experience',
			description: 'Third-party action inside the Linq iMessage app; one recipient only',
		},
		{
			name: 'Parts',
			value: 'parts',
			description: 'Several texts and media, a link or a card',
		},
		{ name: 'Text', value: 'text' },
	],
	default: 'text',
};

const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	displayOptions: { show: { messageType: ['text'] } },
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Your order is ready to be picked up.',
	description: 'Sent as entered, without Markdown; at most 10,000 characters',
};

/** The content of a message; message/build.ts makes the request of it. */
export const messageFields: INodeProperties[] = [
	messageTypeField,
	textField,
	partsField,
	...shownWith(experienceFields, { messageType: ['experience'] }),
	simplifyField,
];

/**
 * What else a message can have. Linq takes an effect and a reply in Chat > Create as well, where they
 * count if the chat is there already (contract/behaviour.md, section 7).
 */
export const messageOptions: INodeProperties[] = [
	...serviceOptions,
	effectOption,
	replyToOption,
	...shownWith([inlineStickersField, mentionField, textDecorationsField], {
		'/messageType': ['text'],
	}),
];
