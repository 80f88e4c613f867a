import type { INodeParameters } from 'n8n-workflow';

import { locator, seeded } from '../../linq.mts';
import type { Furniture } from '../furniture.mts';
import { ASKED } from '../furniture.mts';
import type { Samples } from './shape.mts';
import { sendOnce } from '../../sendOnce.mts';

const withAva = locator(seeded.chatWithAva);
const group = locator(seeded.group);

const decorations = (text: string) => ({
	decorations: {
		decoration: [
			{ decoration: 'bold', appliesTo: 'phrase', phrase: text },
			{ decoration: 'shake', appliesTo: 'range', start: 0, end: 2 },
		],
	},
});

/** Where Linq has an image of the line's. */
const imageUrl = 'https://example.com/image.png';

const stickers = ({ imageId }: Furniture) => ({
	stickers: {
		sticker: [
			{ appliesTo: 'phrase', phrase: '★', source: 'attachmentId', attachmentId: imageId },
			{ appliesTo: 'range', start: 0, end: 1, source: 'url', url: imageUrl },
			{ appliesTo: 'range', start: 1, end: 2, source: 'binary', binaryField: 'data' },
		],
	},
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

/** The same as a message. */
const appCard = {
	app: card.app,
	cardLayout: card.layout,
	cardLink: card.cardUrl,
	fallbackText: card.fallbackText,
	interactive: card.interactive,
};

const invocation = {
	experienceName: 'agentcard',
	experienceAction: 'attach_card',
	experienceParams: '{"url": "https://example.com"}',
};

/** A text that falls into two messages. */
const several = {
	messageType: 'text',
	text: 'Hello\n---\nBye',
	options: {
		maxMessages: 2,
		messagePause: 0,
		severalMessages: 'marker',
		splitMarker: '---',
		stopIfAnswered: true,
	},
} satisfies INodeParameters;

/** Ways to say something to a group: a text with all its extras, and every kind of part. */
const contents = (there: Furniture): INodeParameters[] => [
	{
		messageType: 'text',
		text: 'At noon, Ben ★',
		options: {
			effect: 'screen:confetti',
			formatting: 'markdown',
			...sendOnce('exactKey', 'one-of-each'),
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
		options: {
			attachFiles: 'data',
			mention: mention({ appliesTo: 'range', start: 0, end: 3 }),
		},
	},
	{
		messageType: 'parts',
		parts: {
			part: [
				{
					type: 'text',
					text: '*Look* at noon, Ben ★',
					textOptions: {
						formatting: 'markdown',
						textDecorations: decorations('noon'),
						inlineStickers: stickers(there),
						mention: mention({ appliesTo: 'phrase', phrase: 'Ben' }),
					},
				},
				{ type: 'media', source: 'url', url: 'https://example.com/a.png', sticker: true },
				{
					type: 'text',
					text: 'Ben?',
					textOptions: { mention: mention({ appliesTo: 'range', start: 0, end: 3 }) },
				},
				{ type: 'media', source: 'attachmentId', attachmentId: there.imageId },
				{ type: 'media', source: 'binary', binaryField: 'data' },
			],
		},
	},
	{
		messageType: 'media',
		mediaSource: 'url',
		mediaUrl: imageUrl,
		caption: 'At noon, Ben ★',
		options: {
			formatting: 'markdown',
			inlineStickers: stickers(there),
			mention: mention({ appliesTo: 'phrase', phrase: 'Ben' }),
			textDecorations: decorations('noon'),
		},
	},
	{ messageType: 'media', mediaSource: 'attachmentId', mediaAttachmentId: there.imageId },
	{ messageType: 'media', mediaSource: 'binary', mediaBinaryField: 'data' },
	{ messageType: 'appCard', ...appCard },
	{ messageType: 'appCard', ...appCard, cardLayout: { imageBinaryField: 'data' } },
	{ messageType: 'appClip', clipLink: 'https://example.com/1', clipCaption: 'Pay' },
];

/** Of one recipient each. */
const experience: INodeParameters = { messageType: 'experience', ...invocation };

const downloads = { downloadMedia: true, maxFileSize: 5, mediaFieldPrefix: 'file_' };

const link = { messageType: 'link', link: 'https://a.example' };

/** Everybody of the seeded group, in which mentions are possible. */
const members = [seeded.ava, seeded.ben, '+12025550114'].join(', ');

const fromLine = locator(seeded.line, 'phone');

const reply = { replyTo: seeded.fromAva, replyToPart: 0 };

const approval = {
	message: '**At noon?**',
	responseType: 'approval',
	options: {
		approvalWords: 'yes',
		approveLabel: 'Yes',
		askWith: 'text',
		formatting: 'markdown',
		otherText: 'refuse',
		overrideOptOut: true,
		preferredService: 'iMessage',
		refusalWords: 'no',
		refuseLabel: 'No',
	},
};

const choice = {
	message: 'When?',
	responseType: 'choice',
	choices: { choice: [{ text: 'At noon' }, { text: 'Never' }] },
};

/** Sticker of each source; the node shows one source at a time. */
const sticker = (parameters: INodeParameters): INodeParameters => ({
	messageId: seeded.fromAva,
	reaction: 'sticker',
	...parameters,
});

export const message: Samples = {
	'message.send@chat': (there) => [
		{ sendTo: 'chat', chatId: withAva, text: 'Hello', options: reply },
		...contents(there).map((set) => ({ sendTo: 'chat', chatId: group, ...set })),
		{ sendTo: 'chat', chatId: withAva, ...several },
		{ sendTo: 'chat', chatId: withAva, ...experience },
		{ sendTo: 'chat', chatId: withAva, ...link },
	],
	'message.send@from': (there) => [
		{ from: fromLine, to: '+12025550177', text: 'Hello' },
		{ from: fromLine, to: seeded.ava, text: 'Hello', options: reply },
		...contents(there).map((set) => ({ from: fromLine, to: members, ...set })),
		{ from: fromLine, to: seeded.ava, ...several },
		{ from: fromLine, to: seeded.ava, ...experience },
		{ from: fromLine, to: seeded.ava, ...link },
	],
	'message.send': (there) => [
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
		{ to: seeded.ava, ...several },
		{ to: seeded.ava, ...experience },
		{ to: seeded.ava, ...link },
	],
	'chat.create': (there) => [
		{ fromLine, to: '+12025550177', text: 'Hello' },
		{ fromLine, to: seeded.ava, text: 'Hello', options: reply },
		...contents(there).map((set) => ({
			fromLine,
			to: members,
			...set,
		})),
		{ fromLine, to: seeded.ava, ...several },
		{ fromLine, to: seeded.ava, ...experience },
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
		sticker({ stickerSource: 'binary', stickerBinaryField: 'data' }),
	],
	'message.sendAndWait': () => [
		{
			to: seeded.ava,
			message: 'At noon?',
			responseType: 'freeText',
			options: { ...sendOnce('exactKey', ASKED.person), onlyFrom: seeded.ava, pause: 1 },
		},
		{ to: seeded.ava, ...approval, options: { ...approval.options, ...reply } },
		{ to: seeded.ava, ...choice },
	],
	'message.sendAndWait@chat': () => [
		{
			sendTo: 'chat',
			chatId: withAva,
			...approval,
			options: { ...approval.options, ...reply, ...sendOnce('exactKey', ASKED.inChat) },
		},
		{ sendTo: 'chat', chatId: withAva, ...choice },
		{ sendTo: 'chat', chatId: withAva, ...choice, options: sendOnce('exactKey', ASKED.when) },
		{
			sendTo: 'chat',
			chatId: withAva,
			message: 'At noon?',
			responseType: 'freeText',
			options: { onlyFrom: seeded.ava, pause: 1 },
		},
	],
	'message.removeReaction': ({ messageId }) => [
		{ messageId, reaction: 'love', partIndex: 0 },
		{ messageId: seeded.toAva, reaction: 'custom', customEmoji: '🎉' },
	],
	'message.delete': ({ messageId }) => [{ messageId }],
	'message.edit': ({ messageId }) => [{ messageId, newText: 'Ready from 3 pm', partIndex: 0 }],
	'message.get': ({ messageId, fileMessageId }) => [
		{ messageId },
		{ messageId: seeded.fromAva },
		{ messageId: fileMessageId, options: downloads },
	],
	'message.getAll': () => [{ chatId: withAva, returnAll: true, options: downloads }],
	'message.getStatus': ({ messageId }) => [{ messageIds: `${messageId}, ${seeded.toAva}` }],
	'message.getThread': ({ fileMessageId }) => [
		{ messageId: seeded.fromAva, order: 'desc' },
		{ messageId: fileMessageId, options: downloads },
	],
	'message.getUnanswered': () => [
		{ chatId: locator(seeded.chatWithBen) },
		{
			chatId: locator(seeded.chatWithBen),
			newestMessageId: seeded.fromBen,
			options: { ...downloads, maxUnanswered: 10 },
		},
	],
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
			{ messageId: cardId, layout: { imageBinaryField: 'data' } },
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
		{
			chatId: withAva,
			audioSource: 'binary',
			audioBinaryField: 'data',
			options: {
				convert: true,
				fileName: 'memo.png',
				ifNotPossible: 'file',
				mimeType: 'image/png',
				...reply,
			},
		},
	],
};
