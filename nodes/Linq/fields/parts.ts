import type { INodeProperties } from 'n8n-workflow';

import { textDecorationsField } from './decorations';
import { fileSourceFields, shownWith } from './fileSource';
import { formattingField } from './formatting';
import { inlineStickersField, mentionField } from './textExtras';

const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Photo, Video or File', value: 'media' },
		{ name: 'Text', value: 'text' },
	],
	default: 'text',
};

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Here is the photo:',
	description: 'Two text parts cannot follow each other',
};

const textOptions: INodeProperties = {
	displayName: 'Options',
	name: 'textOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [formattingField, inlineStickersField, mentionField, textDecorationsField],
};

const sticker: INodeProperties = {
	displayName: 'Send as Sticker',
	name: 'sticker',
	type: 'boolean',
	default: false,
	description: 'Whether to send the image as a sticker that can be peeled off; iMessage only',
};

/** The parts of a message, in order; message/parts.ts reads them. */
export const partsField: INodeProperties = {
	displayName: 'Parts',
	name: 'parts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Part' },
	placeholder: 'Add Part',
	default: { part: [{ type: 'text', text: '' }] },
	description: 'The texts and files of the message, in this order',
	options: [
		{
			displayName: 'Part',
			name: 'part',
			values: [
				typeField,
				...shownWith([text, textOptions], { type: ['text'] }),
				...shownWith(
					[...fileSourceFields('File', 'Public https URL of a file of at most 10 MB'), sticker],
					{ type: ['media'] },
				),
			],
		},
	],
};
