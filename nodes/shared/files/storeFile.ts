import type { IBinaryData } from 'n8n-workflow';

import { reasonOfSilence } from '../errors/explain';
import { FileProblem } from '../errors/fileProblem';
import { redact } from '../errors/redact';
import { safeFileName, safeMimeType } from '../input/fileName';
import { parseUrl } from '../input/hosts';
import type { FileContext, Network } from './fetchFile';
import { fetchFile } from './fetchFile';

export const MEGABYTE = 1024 * 1024;

/** The most that a file may have, and what to do about one that has more. */
export interface Limit {
	maxBytes: number;
	/** Who says so. */
	by: string;
	advice: string;
}

/** A file in n8n's storage. */
export interface StoredFile {
	binary: IBinaryData;
	/** Bytes. */
	size: number;
}

/** Declared name and type of the file; if missing, its server and its address tell. */
export interface Label {
	filename?: string | null;
	mime_type?: string | null;
}

/**
 * Fetches a file into n8n's storage without ever holding the whole of it. How much of it n8n holds is
 * up to its storage: with files none, with a database, S3 or in memory all (docs/architecture.md,
 * Files).
 *
 * A file that is too large, breaks off or takes too long leaves nothing behind: n8n writes to a
 * temporary file and removes it when the stream fails, or collects everything before it stores it
 * (n8n, fs-byte-store.js; binary-buffer.js).
 *
 * @param signal ends it
 * @returns the status that the server gave in place of the file
 * @throws FileProblem
 */
export async function storeFile(
	context: FileContext,
	url: string,
	label: Label,
	{ network, limit, signal }: { network: Network; limit: Limit; signal: AbortSignal },
): Promise<StoredFile | number> {
	const ending = new AbortController();
	try {
		const either = AbortSignal.any([signal, ending.signal]);
		const { status, body, mimeType } = await fetchFile(context, url, network, either);
		if (!body) return status;
		let size = 0;
		// The declared size is somebody else's claim, so bytes are counted as they arrive.
		const bounded = body.map((chunk: Buffer) => {
			size += chunk.length;
			if (size > limit.maxBytes) throw tooLarge(limit);
			return chunk;
		});
		const binary = await context.helpers.prepareBinaryData(
			bounded,
			safeFileName(label.filename ?? undefined) ?? safeFileName(nameIn(url)),
			safeMimeType(label.mime_type ?? undefined) ?? safeMimeType(mimeType),
		);
		return { binary, size };
	} catch (error) {
		throw error instanceof FileProblem ? error : failed(error);
	} finally {
		// Closes the connection where the file was given up; after the last byte it does nothing.
		ending.abort();
	}
}

export const tooLarge = ({ maxBytes, by, advice }: Limit) =>
	new FileProblem(`The file is larger than ${maxBytes / MEGABYTE} MB, ${by}`, advice);

/** The option of fields.ts. */
export const BY_OPTION = 'the option Maximum File Size';

const failed = (error: unknown) =>
	new FileProblem(`The file could not be downloaded: ${reasonOf(error)}`, 'Try again later.');

/** Without URLs: those of files are signed, so who has one has the file. */
const reasonOf = (error: unknown) =>
	redact(reasonOfSilence(error).replace(/\bhttps?:\/\/\S+/gi, '(URL)'));

/** The last part of an address, e.g. `photo.jpg`. */
function nameIn(url: string): string | undefined {
	const name = parseUrl(url)?.pathname.split('/').at(-1);
	try {
		return name && decodeURIComponent(name);
	} catch {
		return name;
	}
}
