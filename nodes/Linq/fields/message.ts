import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { titleCase } from './choices';
import { countryOption } from './country';
import { textDecorationsField } from './decorations';
import { shownWith } from './fileSource';
import { formattingField } from './formatting';
import { severalMessagesOptions } from './severalMessages';
import { inlineStickersField, mentionField } from './textExtras';

const EFFECTS = {
	screen: [
		'confetti',
		'balloons',
		'celebration',
		'fireworks',
		'happy_birthday',
		'hearts',
		'love',
		'sparkles',
		'lasers',
		'spotlight',
		'echo',
	],
	bubble: ['slam', 'loud', 'gentle', 'invisible'],
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
		'Animation that plays when the message arrives; iMessage only. Linq drops it from the first message of a new chat that has a From.',
};

export const serviceOptions: INodeProperties[] = [
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

const attachFilesOption: INodeProperties = {
	displayName: 'Attach Files',
	name: 'attachFiles',
	type: 'string',
	default: 'data',
	placeholder: 'e.g. data, photo',
	description:
		'Photos, videos or documents from the previous node to send with the text, at most 100 MB each. Enter the names of the binary fields that hold them, separated by commas.',
};

const replyToOption: INodeProperties = {
	displayName: 'Reply To',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.message_id }}',
	description:
		'ID of the message to reply to in a thread; iMessage only. Linq drops it from the first message of a new chat that has a From.',
};

const replyToPartOption: INodeProperties = {
	displayName: 'Reply To Part',
	name: 'replyToPart',
	type: 'number',
	displayOptions: { show: { replyTo: [{ _cnd: { exists: true } }] } },
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'The part of that message to reply to, counted from 0',
};

/** The message to answer; message/build.ts reads it. */
export const replyToOptions: INodeProperties[] = [replyToOption, replyToPartOption];

/**
 * Further options of a message. When the user chooses the line, an effect and a reply only work if the
 * chat already exists (contract/behaviour.md, section 7).
 */
export const messageOptions: INodeProperties[] = [
	countryOption,
	...serviceOptions,
	effectOption,
	...replyToOptions,
	...shownWith([attachFilesOption, ...severalMessagesOptions], { '/messageType': ['text'] }),
	...shownWith([formattingField, inlineStickersField, mentionField, textDecorationsField], {
		'/messageType': ['text', 'media'],
	}),
];
