import { readId } from '../../shared/input/ids';
import { readFileUrl } from '../../shared/input/urls';
import type { FileSource } from './content';

/** A file as fields/fileSource.ts collects it. */
export interface FileInput {
	source?: 'url' | 'attachmentId';
	url?: string;
	attachmentId?: string;
}

/** @throws InvalidInput when URL or id are missing or malformed */
export function readFile(input: FileInput, field: string): FileSource {
	return input.source === 'attachmentId'
		? { attachment_id: readId(input.attachmentId, `${field}: Attachment ID`) }
		: { url: readFileUrl(input.url, `${field}: URL`) };
}
