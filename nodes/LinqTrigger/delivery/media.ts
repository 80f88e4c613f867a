import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from '../../shared/api/client';

/** How long one server may take to begin to answer. */
const TIMEOUT_MS = 30_000;

const MEGABYTE = 1024 * 1024;

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
	const binary: IBinaryKeyData = {};
	const described: IDataObject[] = [];
	for (const entry of media) {
		const field = `${prefix}${described.length}`;
		try {
			const wanted = file.parse(entry);
			const content = await download(context, wanted, maxBytes);
			binary[field] = await context.helpers.prepareBinaryData(
				content,
				wanted.filename ?? wanted.attachment_id,
				wanted.mime_type,
			);
			described.push({ ...entry, binary_field: field });
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			context.logger.warn(`Linq Trigger could not download a file: ${withoutUrls(reason)}`);
			described.push({ ...entry, error: withoutUrls(reason) });
		}
	}
	return { json: { ...json, media: described }, ...(described.length > 0 && { binary }) };
}

/** The content of a file; by a new URL when the one in the event has expired. */
async function download(
	context: IWebhookFunctions,
	{ attachment_id: id, url, size_bytes: size }: File,
	maxBytes: number,
): Promise<Buffer> {
	if (size !== undefined && size > maxBytes) throw tooLarge(maxBytes);
	if (url !== undefined) {
		const first = await fetchFile(context, url, maxBytes);
		if (first.content) return first.content;
		if (![401, 403, 404, 410].includes(first.status)) throw refused(first.status);
	}
	if (id === undefined) throw new Error('The event has no usable URL for the file');
	const { download_url: fresh } = await callLinq(
		context,
		{ method: 'GET', path: `/v3/attachments/${encodeURIComponent(id)}` },
		z.object({ download_url: z.string() }),
	);
	const second = await fetchFile(context, fresh, maxBytes);
	if (second.content) return second.content;
	throw refused(second.status);
}

/** What is used of a stream; its own type would have to be imported from Node.js. */
type Body = AsyncIterable<Buffer> & { destroy(): void };

const answer = z.object({ statusCode: z.number(), body: z.custom<Body>() });

/** Fetches without the API token: files lie at another host (contract/behaviour.md, section 9). */
async function fetchFile(
	context: IWebhookFunctions,
	url: string,
	maxBytes: number,
): Promise<{ status: number; content?: Buffer }> {
	const { statusCode: status, body } = answer.parse(
		await context.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: TIMEOUT_MS,
		}),
	);
	if (status !== 200) {
		body.destroy();
		return { status };
	}
	return { status, content: await readUpTo(body, maxBytes) };
}

/** The size in the event is only what somebody said, so bytes are counted as they come. */
async function readUpTo(stream: Body, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const tooLarge = (maxBytes: number) =>
	new Error(
		`The file is larger than ${maxBytes / MEGABYTE} MB, the option Maximum File Size. Raise it, or download the file with the Linq node`,
	);

const refused = (status: number) => new Error(`The file could not be fetched (HTTP ${status})`);

/** URLs of files are signed: who has one has the file. */
const withoutUrls = (reason: string) => reason.replace(/https?:\/\/\S+/g, '(URL)');
