import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** Participants come as handles with details; outputs give the plain number or address. */
export const handle = z.object({ handle: z.string(), is_me: z.boolean().nullish() }).passthrough();

/** A part of a message in an answer or a webhook, as far as outputs read it. */
const part = z
	.object({
		type: z.string(),
		value: z.string().optional(),
		id: z.string().optional(),
		url: z.string().optional(),
		filename: z.string().optional(),
		mime_type: z.string().optional(),
		size_bytes: z.number().optional(),
	})
	.passthrough();

export const parts = z.array(part);

/** Content of a message in flat fields. */
export interface Content extends IDataObject {
	/** All texts, each on a line of its own; empty when there are none. */
	text: string;
	/** Links that were sent as such. */
	links: string[];
	/** Files with attachment_id, url, filename, mime_type and size_bytes. */
	media: IDataObject[];
}

/** What a message says, out of its parts. */
export function contentOf(list: z.infer<typeof parts>): Content {
	const valuesOf = (type: string) =>
		list.flatMap((entry) => (entry.type === type && entry.value ? [entry.value] : []));
	return {
		text: valuesOf('text').join('\n'),
		links: valuesOf('link'),
		media: list
			.filter(({ type }) => type === 'media')
			.map(({ id, url, filename, mime_type, size_bytes }) => ({
				attachment_id: id,
				url,
				filename,
				mime_type,
				size_bytes,
			})),
	};
}
