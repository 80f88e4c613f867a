import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { BINARY_FIELD } from '../files/binaryFile';

/** The choice of a file of the node before, for selectors of where a file comes from. */
export const binaryChoice: INodePropertyOptions = {
	name: 'Binary Data',
	value: 'binary',
	description: 'A file from the previous node; it is uploaded to Linq first',
};

/** Names the binary field of the item that holds a file. */
export const binaryFieldNamed = (name: string): INodeProperties => ({
	displayName: BINARY_FIELD,
	name,
	type: 'string',
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the field with the file, as the Binary tab of the input shows it',
});

/**
 * Fields for a file that Linq downloads from a URL, that was uploaded before, or that the node before
 * gives; message/files.ts reads them.
 *
 * @param what the file, e.g. `Image`
 * @param urlDescription which URLs Linq takes
 */
export function fileSourceFields(what: string, urlDescription: string): INodeProperties[] {
	return [
		{
			displayName: `${what} Source`,
			name: 'source',
			type: 'options',
			options: [
				{ name: 'URL', value: 'url', description: urlDescription },
				binaryChoice,
				{ name: 'Attachment ID', value: 'attachmentId', description: 'A file uploaded to Linq' },
			],
			default: 'url',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			displayOptions: { show: { source: ['url'] } },
			default: '',
			placeholder: 'e.g. https://example.com/photo.jpg',
			description: urlDescription,
		},
		{
			displayName: 'Attachment ID',
			name: 'attachmentId',
			type: 'string',
			displayOptions: { show: { source: ['attachmentId'] } },
			default: '',
			placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
			description: 'ID of a previously uploaded file of at most 100 MB',
		},
		...shownWith([binaryFieldNamed('binaryField')], { source: ['binary'] }),
	];
}

/** The same fields, shown only together with others. */
export function shownWith(
	fields: INodeProperties[],
	show: Record<string, string[]>,
): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { ...show, ...field.displayOptions?.show } },
	}));
}
