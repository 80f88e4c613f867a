import { maxFileSizeField, mediaFieldPrefixField } from '../../shared/files/fields';
import type { Field } from '../operation';

/** The same as in Linq Trigger, for operations that read messages; files/messageFiles.ts reads them. */
export const downloadOptions: Field[] = [
	{
		displayName: 'Download Files',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description: 'Whether to download the files of each message into binary fields',
	},
	maxFileSizeField,
	mediaFieldPrefixField,
];
