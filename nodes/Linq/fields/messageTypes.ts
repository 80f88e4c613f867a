import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { appCardFields } from './appCard';
import { appClipFields } from './appClip';
import { experienceFields } from './experience';
import { shownWith } from './fileSource';
import { mediaFields } from './media';
import { partsField } from './parts';

const TEXT = { name: 'Text', value: 'text' };

const MEDIA = {
	name: 'Photo, Video or File',
	value: 'media',
	description: 'One or several, with a caption if you like',
};

/** Linq takes no link in the first message of a chat (contract/behaviour.md, section 7). */
const notInFirstMessage = { hide: { '/operation': ['create'] } };

const LINK: INodePropertyOptions = {
	name: 'Link',
	value: 'link',
	description: 'A link with a preview, as a message of its own',
	displayOptions: notInFirstMessage,
};

const PARTS = {
	name: 'Several Parts',
	value: 'parts',
	description: 'Texts and files in any order',
};

const APP_CARD = { name: 'App Card', value: 'appCard', description: 'Card of an iMessage app' };

const APP_CLIP = { name: 'App Clip', value: 'appClip', description: 'Card that opens an App Clip' };

const EXPERIENCE = {
	name: 'Experience',
	value: 'experience',
	description: 'Third-party action inside the Linq iMessage app; one recipient only',
};

const messageTypeField: INodeProperties = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	noDataExpression: true,
	// The most usual first.
	options: [TEXT, MEDIA, LINK, PARTS, APP_CARD, APP_CLIP, EXPERIENCE],
	default: 'text',
};

const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Your order is ready to be picked up.',
	description:
		'Sent as entered; at most 10,000 characters. For Markdown, e.g. from an AI model, add Options > Formatting.',
};

const linkField: INodeProperties = {
	displayName: 'Link',
	name: 'link',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/offer',
	description: 'Complete URL, e.g. https://example.com/offer; only https links get a preview',
	displayOptions: notInFirstMessage,
};

/** The content fields of a message, by its type; message/messageContent.ts reads them. */
export const messageTypeFields: INodeProperties[] = [
	messageTypeField,
	...shownWith([textField], { messageType: ['text'] }),
	...shownWith(mediaFields, { messageType: ['media'] }),
	...shownWith([linkField], { messageType: ['link'] }),
	...shownWith([partsField], { messageType: ['parts'] }),
	...shownWith(appCardFields, { messageType: ['appCard'] }),
	...shownWith(appClipFields, { messageType: ['appClip'] }),
	...shownWith(experienceFields, { messageType: ['experience'] }),
];
