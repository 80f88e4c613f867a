import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { readAttachmentId } from '../../shared/input/attachmentId';
import type { InputSettings } from '../../shared/input/phoneNumber';
import { splitList } from '../../shared/input/text';
import { readFileUrl } from '../../shared/input/urls';
import { BINARY_FIELD, readBinaryFiles } from '../files/binaryFile';
import { ANY_FILE } from '../files/fileUse';
import type { FileSource, MediaPart, MessagePart } from './content';
import type { TextExtras } from './textPart';
import { textPart } from './textPart';

/**
 * Files and the text below them, as the fields of fields/media.ts say.
 *
 * @param extras of the text
 * @param settings what handles are read with
 * @throws InvalidInput for a file that is missing or malformed
 */
export function readMedia(
	context: IExecuteSingleFunctions,
	extras: TextExtras,
	settings: InputSettings,
): MessagePart[] {
	const files = readSources(context).map((file): MediaPart => ({ type: 'media', ...file }));
	const caption = String(context.getNodeParameter('caption', '') ?? '');
	return caption.trim() === '' ? files : [...files, textPart(caption, extras, settings)];
}

function readSources(context: IExecuteSingleFunctions): FileSource[] {
	switch (context.getNodeParameter('mediaSource', 'binary')) {
		case 'url':
			return entries(splitUrls(context.getNodeParameter('mediaUrl', ''))).map((url) => ({
				url: readFileUrl(url, 'URL'),
			}));
		case 'attachmentId':
			return entries(splitList(context.getNodeParameter('mediaAttachmentId', ''))).map((id) => ({
				attachment_id: readAttachmentId(id, 'Attachment ID'),
			}));
		default:
			return filesNamed(context.getNodeParameter('mediaBinaryField', ''), BINARY_FIELD);
	}
}

/**
 * Files of the node before.
 *
 * @param names of their fields, separated by commas
 * @throws InvalidInput when nothing is named
 */
export const filesNamed = (names: unknown, label: string): FileSource[] =>
	readBinaryFiles(names, label, ANY_FILE).map((file) => ({ attachment_id: file }));

/** A comma can be part of a URL, so it separates only where another one begins. */
const splitUrls = (value: unknown): string[] =>
	Array.isArray(value)
		? value.map(String)
		: String(value ?? '')
				.split(/\s*[,;]?\s+|,(?=https?:)/)
				.filter((url) => url !== '');

/** At least one, so that an empty field is refused where it is read. */
const entries = (found: string[]): string[] => (found.length > 0 ? found : ['']);
