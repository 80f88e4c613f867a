import type { Resource } from '../../operation';
import { createUpload } from './createUpload';
import { remove } from './delete';
import { download } from './download';
import { get } from './get';
import { upload } from './upload';

export const attachment: Resource = {
	name: 'Attachment',
	value: 'attachment',
	description: 'Files of messages, and files uploaded to Linq',
	operations: [download, upload, get, createUpload, remove],
};
