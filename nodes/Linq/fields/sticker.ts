import { readEmoji } from '../../shared/input/emoji';
import { readId } from '../../shared/input/ids';
import { readFileUrl } from '../../shared/input/urls';
import { fileInto } from '../files/fileInto';
import { STICKER } from '../files/fileUse';
import type { Field } from '../operation';
import { binaryChoice, binaryFieldNamed, shownWith } from './fileSource';
import { inBody } from './routing';

const number = (
	displayName: string,
	name: string,
	description: string,
	range: { minValue: number; maxValue: number },
	preset: number,
): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { ...range, numberPrecision: 2 },
	default: preset,
	description,
	...inBody(`placement.${name}`),
});

/** Where a sticker is stuck onto a message (contract/openapi.yaml, StickerPlacement). */
export const placementField: Field = {
	displayName: 'Placement',
	name: 'placement',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Position and size of the sticker',
	options: [
		number('Horizontal', 'x', 'From -1 (left) to 1 (right)', { minValue: -1, maxValue: 1 }, 0),
		number('Vertical', 'y', 'From -1 (top) to 1 (bottom)', { minValue: -1, maxValue: 1 }, 0),
		number('Scale', 'scale', 'From 0.05 to 2.5', { minValue: 0.05, maxValue: 2.5 }, 1),
		number('Rotation', 'rotation', 'Degrees, clockwise', { minValue: -360, maxValue: 360 }, 0),
	],
};

/** The sticker to put on a message; shown for the reaction Sticker. */
export const stickerFields: Field[] = shownWith(
	[
		{
			displayName: 'Sticker Source',
			name: 'stickerSource',
			type: 'options',
			options: [
				{ name: 'Emoji', value: 'emoji' },
				binaryChoice,
				{
					name: 'URL',
					value: 'url',
					description: 'The download_url that Linq gave an uploaded image',
				},
				{ name: 'Attachment ID', value: 'attachmentId', description: 'An image uploaded to Linq' },
			],
			default: 'emoji',
		},
		{
			displayName: 'Sticker Emoji',
			name: 'stickerEmoji',
			type: 'string',
			displayOptions: { show: { stickerSource: ['emoji'] } },
			required: true,
			default: '',
			placeholder: 'e.g. 🎉',
			...inBody('emoji'),
			read: readEmoji,
		},
		{
			displayName: 'Image URL',
			name: 'stickerUrl',
			type: 'string',
			displayOptions: { show: { stickerSource: ['url'] } },
			required: true,
			default: '',
			description: 'The download_url that Linq gave the uploaded image',
			...inBody('url'),
			read: readFileUrl,
		},
		{
			displayName: 'Attachment ID',
			name: 'stickerAttachmentId',
			type: 'string',
			displayOptions: { show: { stickerSource: ['attachmentId'] } },
			required: true,
			default: '',
			placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
			...inBody('attachment_id'),
			read: readId,
		},
		...shownWith([{ ...binaryFieldNamed('stickerBinaryField'), required: true }], {
			stickerSource: ['binary'],
		}),
		placementField,
	],
	{ reaction: ['sticker'] },
);

/** Puts the image into the body, if it is a file of the node before. */
export const stickerFile = fileInto('attachment_id', 'stickerBinaryField', 'Sticker', STICKER);
