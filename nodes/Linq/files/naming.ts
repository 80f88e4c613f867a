import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import type { Naming } from './binaryFile';

/** Names and types that users can give a file in place of those from the previous node. */
export const namingOptions: INodeProperties[] = [
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Invoice 42.pdf',
		description: 'The name that people see; without this option, the name that the file has',
	},
	{
		displayName: 'MIME Type',
		name: 'mimeType',
		type: 'string',
		default: '',
		placeholder: 'e.g. text/csv',
		description:
			'What kind of file it is. Rarely needed: pictures, videos, audio and documents are recognized by their content.',
	},
];

/** The user's name and type for a file, as far as these options are filled in. */
export function readNaming(context: IExecuteSingleFunctions): Naming {
	const { fileName, mimeType } = context.getNodeParameter('options', {}) as Naming;
	const filled = (text: unknown) => String(text ?? '').trim() || undefined;
	return { fileName: filled(fileName), mimeType: filled(mimeType) };
}
