import { readId } from '../../shared/input/ids';
import { readFileUrl } from '../../shared/input/urls';
import { BINARY_FIELD, readBinaryFile } from '../files/binaryFile';
import type { FileUse } from '../files/fileUse';
import type { FileSource } from './content';

/** A file as fields/fileSource.ts collects it. */
export interface FileInput {
	source?: 'url' | 'attachmentId' | 'binary';
	url?: string;
	attachmentId?: string;
	binaryField?: unknown;
}

/**
 * @param use what a file of the node before is for
 * @throws InvalidInput when URL, id or name of the field are missing or malformed
 */
export function readFile(input: FileInput, field: string, use: FileUse): FileSource {
	if (input.source === 'binary') {
		return { attachment_id: readBinaryFile(input.binaryField, `${field}: ${BINARY_FIELD}`, use) };
	}
	return input.source === 'attachmentId'
		? { attachment_id: readId(input.attachmentId, `${field}: Attachment ID`) }
		: { url: readFileUrl(input.url, `${field}: URL`) };
}
