import type { INodeProperties } from 'n8n-workflow';

import { BINARY_FIELD } from '../files/binaryFile';
import { binaryChoice, shownWith } from './fileSource';

const { value: preselected } = binaryChoice;

/** Files to send, and a text beside them; message/media.ts reads them. */
export const mediaFields: INodeProperties[] = [
	{
		displayName: 'File Source',
		name: 'mediaSource',
		type: 'options',
		options: [
			binaryChoice,
			{ name: 'URL', value: 'url', description: 'Public files' },
			{ name: 'Attachment ID', value: 'attachmentId', description: 'Files uploaded to Linq' },
		],
		default: preselected,
	},
	...shownWith(
		[
			{
				displayName: BINARY_FIELD,
				name: 'mediaBinaryField',
				type: 'string',
				required: true,
				default: 'data',
				placeholder: 'e.g. data, photo',
				description: 'Names of the fields with the files, separated by commas; at most 100 MB each',
				hint: 'The name of the field with the file, as the Binary tab of the input shows it',
			},
		],
		{ mediaSource: ['binary'] },
	),
	...shownWith(
		[
			{
				displayName: 'URL',
				name: 'mediaUrl',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. https://example.com/photo.jpg',
				description:
					'Public https URL of a file of at most 10 MB. Several are separated by blanks or line breaks.',
			},
		],
		{ mediaSource: ['url'] },
	),
	...shownWith(
		[
			{
				displayName: 'Attachment ID',
				name: 'mediaAttachmentId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
				description:
					'ID of a file that was uploaded to Linq, of at most 100 MB. Several are separated by commas.',
			},
		],
		{ mediaSource: ['attachmentId'] },
	),
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Your table is by the window.',
		description: 'Text below the files; can be empty',
	},
];
