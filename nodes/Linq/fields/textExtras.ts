import type { INodeProperties } from 'n8n-workflow';

import { fileSourceFields } from './fileSource';
import { placeFields } from './place';

/** Stickers that replace characters of a text; read by message/textPart.ts. */
export const inlineStickersField: INodeProperties = {
	displayName: 'Inline Stickers',
	name: 'inlineStickers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Sticker' },
	placeholder: 'Add Sticker',
	default: {},
	description: 'Images within the text; iMessage only, others see the characters that they replace',
	options: [
		{
			displayName: 'Stickers',
			name: 'stickers',
			values: [
				...placeFields(['phrase', 'range']),
				...fileSourceFields('Image', 'Download URL that Linq gave for an uploaded image'),
			],
		},
	],
};

const mentioned: INodeProperties = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of somebody in the group',
};

/** Somebody who is mentioned in a group; read by message/textPart.ts. */
export const mentionField: INodeProperties = {
	displayName: 'Mention',
	name: 'mention',
	type: 'fixedCollection',
	placeholder: 'Add Mention',
	default: {},
	description: 'Somebody to notify in a group chat; iMessage only',
	options: [
		{
			displayName: 'Person',
			name: 'person',
			values: [mentioned, ...placeFields(['text', 'phrase', 'range'])],
		},
	],
};
