import type { Resource } from '../../operation';
import { createUpload } from './createUpload';
import { remove } from './delete';
import { get } from './get';

export const attachment: Resource = {
	name: 'Attachment',
	value: 'attachment',
	description: 'Files uploaded to Linq',
	operations: [get, createUpload, remove],
};
