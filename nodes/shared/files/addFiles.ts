import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { FileProblem } from '../errors/fileProblem';
import type { Means } from './download';
import { download, DOWNLOAD_MS } from './download';
import type { FileContext } from './fetchFile';
import type { DownloadOptions } from './fields';
import { BY_OPTION } from './storeFile';

const text = z.string().nullish().catch(undefined);

/** A file as `media` in the flat form of messages has it (simplify/parts.ts). */
const file = z
	.object({
		attachment_id: text,
		url: text,
		filename: text,
		mime_type: text,
		size_bytes: z.number().nullish().catch(undefined),
	})
	.catch({});

/** The node's options for downloads, and the means to make them. */
export type Plan = DownloadOptions & Pick<Means, 'network' | 'getAttachment' | 'stopping'>;

/**
 * Downloads the files of a message into binary fields of its item, one after the other.
 *
 * @param json the item
 * @param media the files of the message
 * @param plan its `getAttachment` throws errors that can be shown
 * @returns the item with `media`, which says for each file the name of its field as `binary_field`, or
 *   an `error`: a file that cannot be had must not keep the message from the workflow
 * @throws what it throws when `stopping` fires
 */
export async function addFiles(
	context: FileContext,
	json: IDataObject,
	media: IDataObject[],
	{ prefix, maxBytes, stopping, network, getAttachment }: Plan,
): Promise<Pick<INodeExecutionData, 'json' | 'binary'>> {
	const means: Means = {
		network,
		getAttachment,
		stopping,
		limit: { maxBytes, by: BY_OPTION, advice: `Raise it, or ${ELSEWHERE}` },
		time: { over: AbortSignal.timeout(DOWNLOAD_MS), advice: `Instead, ${ELSEWHERE}` },
	};
	const binary: IBinaryKeyData = {};
	const described: IDataObject[] = [];
	for (const entry of media) {
		const field = `${prefix}${described.length}`;
		const [one] = await Promise.allSettled([download(context, file.parse(entry), means)]);
		if (one.status === 'fulfilled') {
			binary[field] = one.value.binary;
			described.push({ ...entry, binary_field: field });
		} else {
			if (stopping?.aborted) throw one.reason;
			const reason = inWords(one.reason);
			context.logger.warn(`“${context.getNode().name}” could not download a file: ${reason}`);
			described.push({ ...entry, error: reason });
		}
	}
	return {
		json: { ...json, media: described },
		...(Object.keys(binary).length > 0 && { binary }),
	};
}

/** Advice for files that are too large here. */
const ELSEWHERE = 'download the file with the Linq node: Attachment > Download';

const inWords = (error: unknown) =>
	error instanceof FileProblem ? `${error.message}. ${error.hint}` : (error as Error).message;
