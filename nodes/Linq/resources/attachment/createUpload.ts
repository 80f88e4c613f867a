import { InvalidInput } from '../../../shared/errors/invalidInput';
import { CONTENT_TYPES } from '../../fields/contentTypes';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const createUpload: Operation = {
	name: 'Create Upload',
	value: 'createUpload',
	action: 'Create upload of attachment',
	description:
		'Get a URL for uploading a file of up to 100 MB by other means than this node; it is valid for 15 minutes',
	method: 'POST',
	path: '/v3/attachments',
	fields: [
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. photo.jpg',
			description: 'At most 255 characters',
			...inBody('filename'),
			read: readFileName,
		},
		{
			displayName: 'Content Type',
			name: 'contentType',
			type: 'options',
			options: CONTENT_TYPES.map((value) => ({ name: value, value })),
			default: 'image/jpeg',
			description: 'Type of the file',
			...inBody('content_type'),
		},
		{
			displayName: 'Size in Bytes',
			name: 'sizeBytes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 104857600 },
			required: true,
			default: 1,
			description: 'Exact size of the file; the upload fails if it differs',
			...inBody('size_bytes'),
		},
	],
	output: answerAs(),
};

/** Longest name that Linq takes (contract/openapi.yaml, CreateAttachmentRequest). */
const MAX_NAME = 255;

/** @throws InvalidInput when the name is empty or too long */
function readFileName(value: unknown, field: string): string {
	const name = String(value ?? '').trim();
	if (name !== '' && name.length <= MAX_NAME) return name;
	throw new InvalidInput(
		name === ''
			? `${field} is empty`
			: `${field} has ${name.length} characters, but Linq allows at most ${MAX_NAME}`,
		'Enter a name with its extension, e.g. photo.jpg.',
	);
}
