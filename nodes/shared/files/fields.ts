import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { MEGABYTE } from './storeFile';

const shownWithDownloads = { show: { downloadMedia: [true] } };

/** The options that go with downloads, in both nodes; readDownloadOptions() reads them. */
export const maxFileSizeField: INodeProperties = {
	displayName: 'Maximum File Size (MB)',
	name: 'maxFileSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 25,
	description: 'Larger files are not downloaded',
	displayOptions: shownWithDownloads,
};

export const mediaFieldPrefixField: INodeProperties = {
	displayName: 'Media Field Prefix',
	name: 'mediaFieldPrefix',
	type: 'string',
	default: 'media_',
	placeholder: 'e.g. media_',
	description: 'Start of the names of the binary fields, e.g. media_ for media_0, media_1 …',
	displayOptions: shownWithDownloads,
};

/** The node's options for downloads. */
export interface DownloadOptions {
	/** Binary fields are called so, with 0, 1 … behind it. */
	prefix: string;
	maxBytes: number;
}

const options = z
	.object({
		downloadMedia: z.boolean().catch(false),
		mediaFieldPrefix: z.string().min(1).catch('media_'),
		maxFileSize: z.coerce.number().positive().catch(25),
	})
	.catch({ downloadMedia: false, mediaFieldPrefix: 'media_', maxFileSize: 25 });

/**
 * Reads the collection Options of either node.
 *
 * @returns undefined when files are not to be downloaded
 */
export function readDownloadOptions(collection: unknown): DownloadOptions | undefined {
	const { downloadMedia, mediaFieldPrefix, maxFileSize } = options.parse(collection);
	if (!downloadMedia) return undefined;
	return { prefix: mediaFieldPrefix, maxBytes: maxFileSize * MEGABYTE };
}
