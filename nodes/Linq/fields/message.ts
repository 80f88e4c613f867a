import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { textDecorationsField } from './decorations';

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

function titleCase(value: string): string {
	return value.replace(
		/(^|_)([a-z])/g,
		(_, gap: string, letter: string) => `${gap ? ' ' : ''}${letter.toUpperCase()}`,
	);
}

const partType: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Link', value: 'link', description: 'With a preview; must be the only part' },
		{ name: 'Media', value: 'media', description: 'Image, video, audio or document' },
		{ name: 'Text', value: 'text' },
	],
	default: 'text',
};

const partText: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	displayOptions: { show: { type: ['text'] } },
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Here is the photo:',
	description: 'Sent as it is, without Markdown. Two texts must not follow each other.',
};

const partDecorations: INodeProperties = {
	...textDecorationsField,
	displayOptions: { show: { type: ['text'] } },
};

const mediaSource: INodeProperties = {
	displayName: 'Media Source',
	name: 'mediaSource',
	type: 'options',
	displayOptions: { show: { type: ['media'] } },
	options: [
		{
			name: 'Attachment ID',
			value: 'attachmentId',
			description: 'A file uploaded to Linq',
		},
		{ name: 'URL', value: 'url', description: 'A public file that Linq downloads' },
	],
	default: 'url',
};

const mediaUrl: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	displayOptions: { show: { type: ['media'], mediaSource: ['url'] } },
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: 'Public https URL of a file of at most 10 MB',
};

const mediaAttachmentId: INodeProperties = {
	displayName: 'Attachment ID',
	name: 'attachmentId',
	type: 'string',
	displayOptions: { show: { type: ['media'], mediaSource: ['attachmentId'] } },
	default: '',
	placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
	description: 'ID of a file of at most 100 MB that was uploaded before',
};

const link: INodeProperties = {
	displayName: 'Link',
	name: 'link',
	type: 'string',
	displayOptions: { show: { type: ['link'] } },
	default: '',
	placeholder: 'e.g. https://example.com/offer',
	description: 'URL with its scheme; only https links get a preview',
};

const partsField: INodeProperties = {
	displayName: 'Parts',
	name: 'parts',
	type: 'fixedCollection',
	displayOptions: { show: { messageType: ['parts'] } },
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Part' },
	placeholder: 'Add Part',
	default: { part: [{ type: 'text', text: '' }] },
	description: 'What the message consists of, in this order',
	options: [
		{
			displayName: 'Part',
			name: 'part',
			values: [partType, partText, partDecorations, mediaSource, mediaUrl, mediaAttachmentId, link],
		},
	],
};

const options: INodeProperties[] = [
	{
		displayName: 'Effect',
		name: 'effect',
		type: 'options',
		options: effectOptions,
		default: 'screen:confetti',
		description: 'Animation that plays when the message arrives; iMessage only',
	},
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-sale-+14155550123',
		description:
			'Linq sends only one message for the same key, however often the request is repeated. At most 255 characters.',
	},
	{
		displayName: 'Override Opt-Out',
		name: 'overrideOptOut',
		type: 'boolean',
		default: false,
		description: 'Whether to send this one message although the recipient has opted out',
	},
	{
		displayName: 'Preferred Service',
		name: 'preferredService',
		type: 'options',
		options: [
			{
				name: 'iMessage',
				value: 'iMessage',
				description: 'Fails when the recipient does not have it',
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
	description: 'The message that this one answers in a thread; iMessage only',
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

/**
 * Content and options of a message; message/build.ts makes the request of them.
 *
 * @param kind the first message of a chat cannot be a reply (contract/behaviour.md, section 7)
 */
export function messageFields(kind: 'message' | 'firstMessage'): INodeProperties[] {
	return [
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Text', value: 'text' },
				{
					name: 'Parts',
					value: 'parts',
					description: 'Text, media and links',
				},
			],
			default: 'text',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			displayOptions: { show: { messageType: ['text'] } },
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Your order is ready to be picked up.',
			description: 'Sent as it is, without Markdown; at most 10,000 characters',
		},
		partsField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				...options,
				...(kind === 'message' ? [replyToOption] : []),
				{
					...textDecorationsField,
					displayOptions: { show: { '/messageType': ['text'] } },
				},
			],
		},
	];
}
