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
	description: 'Images within the text; without iMessage the characters they replace are shown',
	options: [
		{
			displayName: 'Stickers',
			name: 'stickers',
			values: [
				...placeFields(['phrase', 'range']),
				...fileSourceFields('Image', 'The download_url that Linq gave an uploaded image'),
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
	description: 'Phone number or email address of a person in the group chat',
};

/** Somebody who is mentioned in a group; read by message/textPart.ts. */
export const mentionField: INodeProperties = {
	displayName: 'Mention',
	name: 'mention',
	type: 'fixedCollection',
	placeholder: 'Add Mention',
	default: {},
	description: 'Person to notify in a group chat; iMessage only',
	options: [
		{
			displayName: 'Person',
			name: 'person',
			values: [mentioned, ...placeFields(['text', 'phrase', 'range'])],
		},
	],
};
