import type { INodeProperties } from 'n8n-workflow';

/**
 * Fields for a file that Linq downloads from a URL or that was uploaded before; message/files.ts
 * reads them.
 *
 * @param what the file, e.g. `Image`
 * @param urlDescription which URLs Linq takes
 */
export function fileSourceFields(
	what: string,
	urlDescription: string,
): [INodeProperties, INodeProperties, INodeProperties] {
	return [
		{
			displayName: `${what} Source`,
			name: 'source',
			type: 'options',
			options: [
				{ name: 'Attachment ID', value: 'attachmentId', description: 'A file uploaded to Linq' },
				{ name: 'URL', value: 'url', description: urlDescription },
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
