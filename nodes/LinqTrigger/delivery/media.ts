import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';

import { baseUrlFor, callLinq } from '../../shared/api/client';
import { redact } from '../../shared/errors/redact';
import { safeFileName, safeMimeType } from '../../shared/input/fileName';
import { fetchFile } from './fetchFile';

const MEGABYTE = 1024 * 1024;

/** How long all files of one message may take together; n8n holds the delivery open meanwhile. */
const ALL_FILES_MS = 5 * 60_000;

/** What the node's options say about downloads. */
export interface MediaOptions {
	/** Fields are called so, with 0, 1 … behind it. */
	prefix: string;
	/** Larger files are left where they are. */
	maxBytes: number;
}

const options = z.object({
	downloadMedia: z.boolean().catch(false),
	mediaFieldPrefix: z.string().min(1).catch('media_'),
	maxFileSize: z.number().positive().catch(25),
});

/** @returns undefined when files are not to be downloaded */
export function readMediaOptions(context: IWebhookFunctions): MediaOptions | undefined {
	const { downloadMedia, mediaFieldPrefix, maxFileSize } = options.parse(
		context.getNodeParameter('options', {}),
	);
	if (!downloadMedia) return undefined;
	return { prefix: mediaFieldPrefix, maxBytes: maxFileSize * MEGABYTE };
}

/** A file as simplify/parts.ts of the Linq node gives it. */
const file = z.object({
	attachment_id: z.string().optional(),
	url: z.string().optional(),
	filename: z.string().optional(),
	mime_type: z.string().optional(),
	size_bytes: z.number().optional(),
});

type File = z.infer<typeof file>;

/**
 * Downloads files into binary fields, one after the other.
 *
 * @param json the item to add them to
 * @param media the files of the message
 * @returns the item, and for each file the name of its field as `binary_field`, or an `error`: a file
 *   that cannot be had must not keep the message from the workflow
 */
export async function withMedia(
	context: IWebhookFunctions,
	json: IDataObject,
	media: IDataObject[],
	{ prefix, maxBytes }: MediaOptions,
): Promise<INodeExecutionData> {
	const signal = AbortSignal.timeout(ALL_FILES_MS);
	const binary: IBinaryKeyData = {};
	const described: IDataObject[] = [];
	for (const entry of media) {
		const field = `${prefix}${described.length}`;
		try {
			const wanted = file.parse(entry);
			const content = await download(context, wanted, maxBytes, signal);
			binary[field] = await context.helpers.prepareBinaryData(
				content,
				safeFileName(wanted.filename) ?? safeFileName(wanted.attachment_id),
				safeMimeType(wanted.mime_type),
			);
			described.push({ ...entry, binary_field: field });
		} catch (error) {
			const reason = signal.aborted ? TOO_SLOW : reasonOf(error);
			context.logger.warn(`Linq Trigger could not download a file: ${reason}`);
			described.push({ ...entry, error: reason });
		}
	}
	return { json: { ...json, media: described }, ...(described.length > 0 && { binary }) };
}

/** The content of a file; by a new URL when the one in the event has expired. */
async function download(
	context: IWebhookFunctions,
	{ attachment_id: id, url, size_bytes: size }: File,
	maxBytes: number,
	signal: AbortSignal,
): Promise<Buffer> {
	if (size !== undefined && size > maxBytes) throw tooLarge(maxBytes);
	const baseUrl = await baseUrlFor(context);
	const get = async (from: string) => {
		const { status, body } = await fetchFile(context, from, { baseUrl, signal });
		return { status, content: body && (await readUpTo(body, maxBytes)) };
	};
	if (url !== undefined) {
		const first = await get(url);
		if (first.content) return first.content;
		if (![401, 403, 404, 410].includes(first.status)) throw refused(first.status);
	}
	if (id === undefined) throw new Error('The event has no usable URL for the file');
	const { download_url: fresh } = await callLinq(
		context,
		{ method: 'GET', path: `/v3/attachments/${encodeURIComponent(id)}` },
		z.object({ download_url: z.string() }),
	);
	const second = await get(fresh);
	if (second.content) return second.content;
	throw refused(second.status);
}

/** The size in the event is only what somebody said, so bytes are counted as they come. */
async function readUpTo(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const TOO_SLOW = `The files of the message took longer than ${ALL_FILES_MS / 60_000} minutes. Download the file with the Linq node`;

const tooLarge = (maxBytes: number) =>
	new Error(
		`The file is larger than ${maxBytes / MEGABYTE} MB, the option Maximum File Size. Raise it, or download the file with the Linq node`,
	);

const refused = (status: number) => new Error(`The file could not be fetched (HTTP ${status})`);

/** Without URLs: those of files are signed, so who has one has the file. */
function reasonOf(error: unknown): string {
	const reason = error instanceof Error ? error.message : String(error);
	return redact(reason.replace(/\bhttps?:\/\/\S+/gi, '(URL)'));
}
