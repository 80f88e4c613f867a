import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { FileProblem } from '../../../shared/errors/fileProblem';
import type { DownloadedFile, RemoteFile } from '../../../shared/files/download';
import { download as downloadFile, DOWNLOAD_MS } from '../../../shared/files/download';
import { mediaFieldPrefixField } from '../../../shared/files/fields';
import { kindOf } from '../../../shared/files/kind';
import { BY_OPTION, MEGABYTE } from '../../../shared/files/storeFile';
import { readAttachmentId } from '../../../shared/input/attachmentId';
import { safeFileName } from '../../../shared/input/fileName';
import { readId } from '../../../shared/input/ids';
import { quote, readText } from '../../../shared/input/text';
import { filesOf, simplifyMessage } from '../../../shared/simplify/message';
import { getAttachment } from '../../files/attachments';
import type { Field, ItemAtWork, Operation, Perform, Produced } from '../../operation';

/** Megabytes; the most that Linq keeps of a file (contract/behaviour.md, section 9). */
const MAX_SIZE = 100;

const shownFor = (...ways: string[]) => ({ displayOptions: { show: { downloadBy: ways } } });

const ID_PLACEHOLDER = 'e.g. 69a37c7d-af4f-4b5e-af42-e28e98ce873a';

const fields: Field[] = [
	{
		displayName: 'Download By',
		name: 'downloadBy',
		type: 'options',
		options: [
			{ name: 'Attachment ID', value: 'attachmentId', description: 'One file' },
			{ name: 'Message ID', value: 'messageId', description: 'All files of a message' },
			{ name: 'URL', value: 'url', description: 'One file, e.g. from the output of Linq Trigger' },
		],
		default: 'attachmentId',
	},
	{
		displayName: 'Attachment ID',
		name: 'fileId',
		type: 'string',
		required: true,
		default: '',
		placeholder: ID_PLACEHOLDER,
		description: 'ID of the file, from media of a message, or a URL of Linq that contains it',
		...shownFor('attachmentId'),
	},
	{
		displayName: 'Message ID',
		name: 'fileMessageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: ID_PLACEHOLDER,
		description: 'ID of the message, from the output of a Linq node',
		...shownFor('messageId'),
	},
	{
		displayName: 'URL',
		name: 'fileUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder:
			'e.g. https://cdn.linqapp.com/attachments/69a37c7d-af4f-4b5e-af42-e28e98ce873a/a.jpg',
		description:
			'If it has expired and contains the ID of the attachment, the file comes by a new one',
		...shownFor('url'),
	},
	{
		displayName: 'Attachment ID of URL',
		name: 'fileIdOfUrl',
		type: 'string',
		default: '',
		placeholder: ID_PLACEHOLDER,
		description:
			'For URLs that do not contain the ID: the file then comes by a new URL when this one has expired',
		...shownFor('url'),
	},
	{
		displayName: 'Put Output File in Field',
		name: 'outputBinaryField',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the binary field to put the file in',
		...shownFor('attachmentId', 'url'),
	},
	{ ...mediaFieldPrefixField, ...shownFor('messageId') },
];

const maxSizeOption: Field = {
	displayName: 'Maximum File Size (MB)',
	name: 'maxDownloadSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: MAX_SIZE,
	description: 'Larger files are an error',
};

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download attachment',
	description: 'Download a file, or all files of a message, into binary fields',
	method: 'GET',
	path: '/v3/attachments/{attachmentId}',
	fields,
	options: [maxSizeOption],
	perform: async (item) => {
		const by = String(item.context.getNodeParameter('downloadBy', 'attachmentId'));
		return await (by === 'messageId' ? downloadMessage(item) : downloadOne(item, by));
	},
};

/** One file: `json` says what it is. */
async function downloadOne(item: ItemAtWork, by: string): Promise<Produced> {
	const field = textOf(item, 'outputBinaryField', 'data');
	const found = await bring(item, by === 'url' ? fileByUrl(item) : fileById(item));
	return { json: described(found, field), binary: { [field]: found.binary } };
}

function fileById({ context }: ItemAtWork): RemoteFile {
	return {
		attachment_id: readAttachmentId(context.getNodeParameter('fileId', ''), 'Attachment ID'),
	};
}

function fileByUrl({ context }: ItemAtWork): RemoteFile {
	const id = context.getNodeParameter('fileIdOfUrl', '');
	return {
		url: readText(context.getNodeParameter('fileUrl', ''), 'URL', 'Enter the URL of the file.'),
		...(id && { attachment_id: readAttachmentId(id, 'Attachment ID of URL') }),
	};
}

/** All files of a message, one after the other: `json` is the message in its flat form. */
const downloadMessage: Perform = async (item) => {
	const id = readId(item.context.getNodeParameter('fileMessageId', ''), 'Message ID');
	const message = await item.ask(
		{ method: 'GET', url: `/v3/messages/${id}` },
		z.record(z.unknown()),
	);
	const prefix = textOf(item, 'mediaFieldPrefix', 'media_');
	const binary: IBinaryKeyData = {};
	const media: IDataObject[] = [];
	for (const entry of filesOf(message as IDataObject)) {
		const field = `${prefix}${media.length}`;
		const found = await bringNamed(item, entry as RemoteFile);
		binary[field] = found.binary;
		media.push(described(found, field));
	}
	const json = { ...simplifyMessage(message as IDataObject), media };
	return media.length > 0 ? { json, binary } : { json };
};

/** @throws as bring(), with the name of the file */
async function bringNamed(item: ItemAtWork, file: RemoteFile): Promise<DownloadedFile> {
	try {
		return await bring(item, file);
	} catch (error) {
		throw named(error, safeFileName(file.filename ?? undefined));
	}
}

function named(error: unknown, file: string | undefined): unknown {
	if (!(error instanceof FileProblem) || file === undefined) return error;
	return new FileProblem(`${quote(file)}: ${error.message}`, error.hint);
}

/** Downloads a file into n8n's storage. @throws FileProblem; what `ask` throws */
async function bring(item: ItemAtWork, file: RemoteFile): Promise<DownloadedFile> {
	const megabytes = Number(item.context.getNodeParameter('options.maxDownloadSize', MAX_SIZE));
	const maxBytes = (megabytes > 0 ? megabytes : MAX_SIZE) * MEGABYTE;
	return await item.amongFew(
		async (stopping) =>
			await downloadFile(item.context, file, {
				stopping,
				network: async () => await item.network(),
				getAttachment: async (id) => await getAttachment(item, id),
				limit: { maxBytes, by: BY_OPTION, advice: 'Raise it to download this file.' },
				time: { over: AbortSignal.timeout(DOWNLOAD_MS), advice: 'Try again later.' },
			}),
	);
}

/** Describes a downloaded file, with the field names of `media` in messages. */
const described = ({ file, binary, size }: DownloadedFile, field: string): IDataObject => ({
	attachment_id: file.attachment_id ?? null,
	kind: kindOf({ ...file, filename: binary.fileName, mime_type: binary.mimeType }),
	url: file.url,
	filename: binary.fileName,
	mime_type: binary.mimeType,
	size_bytes: size,
	binary_field: field,
});

/** The value of a field of ours, or its preset where an expression gives nothing. */
const textOf = ({ context }: ItemAtWork, name: string, preset: string) =>
	String(context.getNodeParameter(name, preset) ?? '').trim() || preset;
