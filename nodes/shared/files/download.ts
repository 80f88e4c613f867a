import { z } from 'zod';

import { FileProblem } from '../errors/fileProblem';
import { attachmentIdIn } from '../input/attachmentId';
import type { FileContext, Network } from './fetchFile';
import type { FileFacts } from './kind';
import type { Limit, StoredFile } from './storeFile';
import { storeFile, tooLarge } from './storeFile';

/** A file as its message describes it; every field is optional. */
export interface RemoteFile extends FileFacts {
	attachment_id?: string | null;
	/** Bytes, as somebody said. */
	size_bytes?: number | null;
}

/** Linq's answer about an attachment (contract/openapi.yaml, Attachment). */
export const attachmentShape = z.object({
	id: z.string(),
	filename: z.string().nullish(),
	content_type: z.string().nullish(),
	size_bytes: z.number().nullish(),
	download_url: z.string().nullish(),
});

export type Attachment = z.infer<typeof attachmentShape>;

/** Settings for a download. */
export interface Means {
	network: () => Promise<Network>;
	limit: Limit;
	/** Fires when it takes too long, and what to do then. */
	time: { over: AbortSignal; advice: string };
	/** Fires when nobody wants it any more: the node stops, or the execution was cancelled. */
	stopping?: AbortSignal;
	/** Asks Linq for an attachment (GET /v3/attachments/{id}). */
	getAttachment: (id: string) => Promise<Attachment>;
}

/** Where a file was found at last: what it is, and where n8n has it. */
export interface DownloadedFile extends StoredFile {
	file: RemoteFile;
}

/** Answers for URLs whose time is over, or that Linq has taken back (contract/behaviour.md, section 9). */
const EXPIRED = [401, 403, 404, 410];

/** How long a download may take, and all files of a message together; milliseconds. */
export const DOWNLOAD_MS = 5 * 60_000;

/**
 * Downloads a file into n8n's storage: from its URL, and where that has expired or there is none, from
 * a new one that Linq gives for its attachment.
 *
 * @throws FileProblem, or what `getAttachment` throws
 */
export async function download(
	context: FileContext,
	file: RemoteFile,
	means: Means,
): Promise<DownloadedFile> {
	const { over, advice } = means.time;
	const { stopping } = means;
	const signal = stopping ? AbortSignal.any([over, stopping]) : over;
	try {
		return await downloadUntil(signal, context, file, means);
	} catch (error) {
		throw over.aborted ? tooSlow(advice) : error;
	}
}

const tooSlow = (advice: string) =>
	new FileProblem(`The download took longer than ${DOWNLOAD_MS / 60_000} minutes`, advice);

async function downloadUntil(
	signal: AbortSignal,
	context: FileContext,
	file: RemoteFile,
	means: Means,
): Promise<DownloadedFile> {
	const { getAttachment, limit } = means;
	assertSize(file, limit);
	const network = await means.network();
	if (file.url) {
		const stored = await storeFile(context, file.url, file, { network, limit, signal });
		if (typeof stored !== 'number') return { ...stored, file };
		if (!EXPIRED.includes(stored)) throw refused(stored, TRY_LATER);
		if (!idOf(file)) throw refused(stored, NO_ID);
	}
	const id = idOf(file);
	if (!id) throw new FileProblem('The file has neither a URL nor an attachment ID', NO_ID);
	const found = merged(file, await getAttachment(id));
	if (!found.url) {
		throw new FileProblem(
			'Linq has no content of the file yet',
			'An attachment can be downloaded when its upload is complete.',
		);
	}
	assertSize(found, limit);
	const stored = await storeFile(context, found.url, found, { network, limit, signal });
	if (typeof stored !== 'number') return { ...stored, file: found };
	throw refused(stored, EXPIRED.includes(stored) ? GONE : TRY_LATER);
}

/** The attachment's id, from its field or from its URL. */
const idOf = ({ attachment_id: id, url }: RemoteFile) => id ?? attachmentIdIn(url ?? '');

/** A message's description of a file, completed from Linq's attachment; the URL is the new one. */
const merged = (file: RemoteFile, attachment: Attachment): RemoteFile => ({
	...file,
	attachment_id: attachment.id,
	url: attachment.download_url,
	filename: file.filename ?? attachment.filename,
	mime_type: file.mime_type ?? attachment.content_type,
	size_bytes: file.size_bytes ?? attachment.size_bytes,
});

/** A file that claims to be too large is not requested. */
function assertSize({ size_bytes: size }: RemoteFile, limit: Limit): void {
	if (typeof size === 'number' && size > limit.maxBytes) throw tooLarge(limit);
}

const refused = (status: number, hint: string) =>
	new FileProblem(`The file could not be fetched (HTTP ${status})`, hint);

const TRY_LATER = 'Try again later.';

const GONE =
	'Linq gave a new URL for it, which does not lead to the file either: Linq may have deleted it.';

const NO_ID =
	'URLs of files expire after a while. With its attachment ID, the node gets a new URL by itself.';
