import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import {
	appField,
	cardUrlField,
	fallbackTextField,
	interactiveField,
	layoutField,
} from './appCard';
import { textDecorationsField } from './decorations';
import { fileSourceFields, shownWith } from './fileSource';
import { inlineStickersField, mentionField } from './textExtras';

const APP_CARD = {
	name: 'App Card',
	value: 'imessage_app',
	description: 'Card of an iMessage app; must be the only part',
};

const APP_CLIP = {
	name: 'App Clip',
	value: 'app_clip',
	description: 'Card that opens an App Clip; must be the only part',
};

/** Linq takes no link in the first message of a chat (contract/behaviour.md, section 7). */
const notInFirstMessage = { hide: { '/operation': ['create'] } };

const LINK: INodePropertyOptions = {
	name: 'Link',
	value: 'link',
	description: 'Link with a preview; must be the only part',
	displayOptions: notInFirstMessage,
};

const MEDIA = { name: 'Media', value: 'media', description: 'Image, video, audio or document' };

const TEXT = { name: 'Text', value: 'text' };

const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [APP_CARD, APP_CLIP, LINK, MEDIA, TEXT],
	default: 'text',
};

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Here is the photo:',
	description: 'Sent as entered, without Markdown. Two text parts cannot follow each other.',
};

const sticker: INodeProperties = {
	displayName: 'Send as Sticker',
	name: 'sticker',
	type: 'boolean',
	default: false,
	description: 'Whether to send the image as a sticker that can be peeled off; iMessage only',
};

const link: INodeProperties = {
	displayName: 'Link',
	name: 'link',
	type: 'string',
	displayOptions: notInFirstMessage,
	default: '',
	placeholder: 'e.g. https://example.com/offer',
	description: 'Complete URL, e.g. https://example.com/offer; only https links get a preview',
};

const clip: INodeProperties = {
	displayName: 'App Clip Link',
	name: 'clipLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.checkout_url }}',
	description:
		'Link that opens the App Clip, e.g. the checkout_url of a payment request. According to Linq’s newest documentation, only a Linq checkout link is accepted.',
};

const clipCaption: INodeProperties = {
	displayName: 'Caption',
	name: 'clipCaption',
	type: 'string',
	default: '',
	placeholder: 'e.g. Pay now',
	description: 'Label of the button',
};

/** The parts of a message, in order; message/parts.ts reads them. */
export const partsField: INodeProperties = {
	displayName: 'Parts',
	name: 'parts',
	type: 'fixedCollection',
	displayOptions: { show: { messageType: ['parts'] } },
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Part' },
	placeholder: 'Add Part',
	default: { part: [{ type: 'text', text: '' }] },
	description: 'The parts of the message, in this order',
	options: [
		{
			displayName: 'Part',
			name: 'part',
			values: [
				typeField,
				...shownWith([text, textDecorationsField, inlineStickersField, mentionField], {
					type: ['text'],
				}),
				...shownWith(
					[...fileSourceFields('File', 'Public https URL of a file of at most 10 MB'), sticker],
					{ type: ['media'] },
				),
				...shownWith([link], { type: ['link'] }),
				...shownWith([appField, layoutField, cardUrlField, fallbackTextField, interactiveField], {
					type: ['imessage_app'],
				}),
				...shownWith([clip, clipCaption], { type: ['app_clip'] }),
			],
		},
	],
};
