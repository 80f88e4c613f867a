import { upperFirst } from 'lodash';
import type { INodePropertyOptions } from 'n8n-workflow';

import { readEmoji } from '../../shared/input/emoji';
import { TAPBACKS } from '../../shared/input/reaction';
import type { Field } from '../operation';
import { partIndexField } from './partIndex';
import { inBody } from './routing';

const CHOICES = [
	...TAPBACKS.map((value) => ({ name: upperFirst(value), value })),
	{ name: 'Custom Emoji', value: 'custom' },
];

const STICKER = {
	name: 'Sticker',
	value: 'sticker',
	description: 'An emoji or image placed on the message; cannot be removed',
};

/** Which reaction is meant. Stickers can be put on a message, but not taken off. */
const reactionField = (options: INodePropertyOptions[]): Field => ({
	displayName: 'Reaction',
	name: 'reaction',
	type: 'options',
	options,
	default: 'love',
	displayOptions: { hide: { '@tool': [true] } },
	...inBody('type'),
});

/**
 * The same for tools: n8n lets a model fill texts, but not lists of options.
 * resources/message/reactionInText.ts reads it.
 */
const reactionTextField: Field = {
	displayName: 'Reaction',
	name: 'reactionText',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. love',
	displayOptions: { show: { '@tool': [true] } },
	description: 'One of love, like, dislike, laugh, emphasize and question, or an emoji',
};

const customEmojiField: Field = {
	displayName: 'Emoji',
	name: 'customEmoji',
	type: 'string',
	displayOptions: { show: { reaction: ['custom'] } },
	required: true,
	default: '',
	placeholder: 'e.g. 🎉',
	...inBody('custom_emoji'),
	read: readEmoji,
};

export const addReactionFields: Field[] = [
	reactionField([...CHOICES, STICKER]),
	reactionTextField,
	customEmojiField,
	partIndexField,
];

export const removeReactionFields: Field[] = [
	reactionField(CHOICES),
	reactionTextField,
	customEmojiField,
	partIndexField,
];
