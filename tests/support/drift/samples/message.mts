import type { INodeParameters } from 'n8n-workflow';

import { locator, seeded } from '../../linq.mts';
import type { Furniture } from '../furniture.mts';
import type { Samples } from './shape.mts';

const withAva = locator(seeded.chatWithAva);
const group = locator(seeded.group);

const decorations = (text: string) => ({
	decorations: [
		{ decoration: 'bold', appliesTo: 'phrase', phrase: text },
		{ decoration: 'shake', appliesTo: 'range', start: 0, end: 2 },
	],
});

/** Where Linq has an image of the line's. */
const imageUrl = 'https://example.com/image.png';

const stickers = ({ imageId }: Furniture) => ({
	stickers: [
		{ appliesTo: 'phrase', phrase: '★', source: 'attachmentId', attachmentId: imageId },
		{ appliesTo: 'range', start: 0, end: 1, source: 'url', url: imageUrl },
	],
});

const mention = (place: object) => ({ person: { handle: seeded.ben, ...place } });

const card = {
	app: { app: { bundleId: 'com.shop', appName: 'Shop', teamId: 'A1B2C3D4E5', appStoreId: 42 } },
	layout: {
		caption: 'Order 42',
		image_subtitle: 'Today',
		image_title: 'Ready',
		image_url: 'https://example.com/42.jpg',
		subcaption: 'Ready',
		trailing_caption: '19.99',
		trailing_subcaption: 'USD',
	},
	cardUrl: 'https://example.com/42',
	fallbackText: 'Order 42',
	interactive: false,
};

const invocation = {
	experienceName: 'agentcard',
	experienceAction: 'attach_card',
	experienceParams: '{"url": "https://example.com"}',
};

/** Ways to say something to a group: a text with all its extras, and every kind of part. */
const contents = (there: Furniture): INodeParameters[] => [
	{
		messageType: 'text',
		text: 'At noon, Ben ★',
		options: {
			effect: 'screen:confetti',
			idempotencyKey: 'one-of-each',
			overrideOptOut: true,
			preferredService: 'iMessage',
			inlineStickers: stickers(there),
			mention: mention({ appliesTo: 'phrase', phrase: 'Ben' }),
			textDecorations: decorations('noon'),
		},
	},
	{
		messageType: 'text',
		text: 'Ben, come at noon',
		options: { mention: mention({ appliesTo: 'range', start: 0, end: 3 }) },
	},
	{
		messageType: 'parts',
		parts: {
			part: [
				{
					type: 'text',
					text: 'Look at noon, Ben ★',
					textDecorations: decorations('noon'),
					inlineStickers: stickers(there),
					mention: mention({ appliesTo: 'phrase', phrase: 'Ben' }),
				},
				{ type: 'media', source: 'url', url: 'https://example.com/a.png', sticker: true },
				{
					type: 'text',
					text: 'Ben?',
					mention: mention({ appliesTo: 'range', start: 0, end: 3 }),
				},
				{ type: 'media', source: 'attachmentId', attachmentId: there.imageId },
			],
		},
	},
	{ messageType: 'parts', parts: { part: [{ type: 'imessage_app', ...card }] } },
	{
		messageType: 'parts',
		parts: { part: [{ type: 'app_clip', clipLink: 'https://example.com/1', clipCaption: 'Pay' }] },
	},
];

/** Of one recipient each. */
const experience: INodeParameters = { messageType: 'experience', ...invocation };

const link = {
	messageType: 'parts',
	parts: { part: [{ type: 'link', link: 'https://a.example' }] },
};

/** Everybody of the seeded group, in which mentions are possible. */
const members = [seeded.ava, seeded.ben, '+12025550114'].join(', ');

const reply = { replyTo: { message: { messageId: seeded.fromAva, partIndex: 0 } } };

/** Sticker of each source; the node shows one source at a time. */
const sticker = (parameters: INodeParameters): INodeParameters => ({
	messageId: seeded.fromAva,
	reaction: 'sticker',
	...parameters,
});

export const message: Samples = {
	'message.send': (there) => [
		{ chatId: withAva, text: 'Hello', options: reply },
		...contents(there).map((set) => ({ chatId: group, ...set })),
		{ chatId: withAva, ...experience },
		{ chatId: withAva, ...link },
	],
	'message.sendToPerson': (there) => [
		{
			to: seeded.ava,
			text: 'Hello',
			options: {
				...reply,
				continuationMessage: 'From a new number',
				excludeFrom: seeded.secondLine,
			},
		},
		...contents(there).map((set) => ({ to: members, ...set })),
		{ to: seeded.ava, ...experience },
		{ to: seeded.ava, ...link },
	],
	'chat.create': (there) => [
		{ from: locator(seeded.line, 'phone'), to: '+12025550177', text: 'Hello' },
		{ from: locator(seeded.line, 'phone'), to: seeded.ava, text: 'Hello', options: reply },
		...contents(there).map((set) => ({
			from: locator(seeded.line, 'phone'),
			to: members,
			...set,
		})),
		{ from: locator(seeded.line, 'phone'), to: seeded.ava, ...experience },
	],
	'message.addReaction': ({ imageId }) => [
		{ messageId: seeded.fromAva, reaction: 'love', partIndex: 0 },
		{ messageId: seeded.fromAva, reaction: 'custom', customEmoji: '🎉' },
		sticker({
			stickerSource: 'emoji',
			stickerEmoji: '🎉',
			placement: { x: 0.5, y: -0.5, scale: 1.5, rotation: 30 },
		}),
		sticker({ stickerSource: 'attachmentId', stickerAttachmentId: imageId }),
		sticker({ stickerSource: 'url', stickerUrl: imageUrl }),
	],
	'message.removeReaction': ({ messageId }) => [
		{ messageId, reaction: 'love', partIndex: 0 },
		{ messageId: seeded.toAva, reaction: 'custom', customEmoji: '🎉' },
	],
	'message.delete': ({ messageId }) => [{ messageId }],
	'message.edit': ({ messageId }) => [{ messageId, newText: 'Ready from 3 pm', partIndex: 0 }],
	'message.get': ({ messageId }) => [{ messageId }, { messageId: seeded.fromAva }],
	'message.getAll': () => [{ chatId: withAva, returnAll: true }],
	'message.getThread': () => [{ messageId: seeded.fromAva, order: 'desc' }],
	'message.moveSticker': ({ stickerId }) => [
		{
			messageId: seeded.fromAva,
			reactionId: stickerId,
			placement: { x: 0.5, y: -0.5, scale: 1.5, rotation: 30 },
		},
	],
	'appCard.update': ({ cardId, otherCardId }) => {
		const { app, layout, cardUrl, fallbackText, interactive } = card;
		return [
			{
				messageId: cardId,
				layout,
				onTap: 'url',
				cardUrl,
				options: { app, fallbackText, interactive },
			},
			{ messageId: otherCardId, layout, onTap: 'experience', ...invocation },
		];
	},
	'voiceMemo.send': ({ audioId }) => [
		{
			chatId: withAva,
			audioSource: 'url',
			voiceMemoUrl: 'https://example.com/memo.m4a',
			options: { overrideOptOut: true },
		},
		{ chatId: withAva, audioSource: 'attachmentId', attachmentId: audioId },
	],
};
