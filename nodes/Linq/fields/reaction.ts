import type { INodePropertyOptions } from 'n8n-workflow';

import { readEmoji } from '../../shared/input/emoji';
import type { Field } from '../operation';
import { partIndexField } from './partIndex';
import { inBody } from './routing';

/** In the order of iMessage’s own menu. */
const TAPBACKS = [
	{ name: 'Love', value: 'love' },
	{ name: 'Like', value: 'like' },
	{ name: 'Dislike', value: 'dislike' },
	{ name: 'Laugh', value: 'laugh' },
	{ name: 'Emphasize', value: 'emphasize' },
	{ name: 'Question', value: 'question' },
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
	...inBody('type'),
});

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
	reactionField([...TAPBACKS, STICKER]),
	customEmojiField,
	partIndexField,
];

export const removeReactionFields: Field[] = [
	reactionField(TAPBACKS),
	customEmojiField,
	partIndexField,
];
