import type { INodeProperties } from 'n8n-workflow';

import { presetOf, startedList } from './collection';
import { fileSourceFields } from './fileSource';
import { placeFields } from './place';

/** Stickers that replace characters of a text; read by message/textPart.ts. */
export const inlineStickersField: INodeProperties = startedList(
	{
		displayName: 'Inline Stickers',
		name: 'inlineStickers',
		description: 'Images within the text; without iMessage the characters they replace are shown',
	},
	{ displayName: 'Sticker', list: 'stickers', entry: 'sticker' },
	[
		...placeFields(['phrase', 'range']),
		...fileSourceFields('Image', 'The download_url that Linq gave an uploaded image'),
	],
);

const mentioned: INodeProperties = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of a person in the group chat',
};

const mentionFields = [mentioned, ...placeFields(['text', 'phrase', 'range'])];

/** Somebody who is mentioned in a group; read by message/textPart.ts. */
export const mentionField: INodeProperties = {
	displayName: 'Mention',
	name: 'mention',
	type: 'fixedCollection',
	placeholder: 'Add Mention',
	default: { person: presetOf(mentionFields) },
	description: 'Person to notify in a group chat; iMessage only',
	options: [
		{
			displayName: 'Person',
			name: 'person',
			values: mentionFields,
		},
	],
};
