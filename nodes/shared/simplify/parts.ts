import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { kindOf } from '../files/kind';
import { safeFileName, safeMimeType } from '../input/fileName';

/** Participants come as handles with details; outputs give the plain number or address. */
export const handle = z.object({ handle: z.string(), is_me: z.boolean().nullish() }).passthrough();

/** Somebody who is mentioned in a text, and the span of the text that says so. */
const mention = z.object({
	handle: z.string(),
	is_me: z.boolean().nullish(),
	range: z.array(z.number()).nullish(),
});

/** A part of a message in an answer or a webhook, as far as outputs read it. */
const part = z
	.object({
		type: z.string(),
		value: z.string().nullish(),
		mentions: z.array(mention).nullish().catch(undefined),
		/** In place of `mentions` where Linq names the first one alone. */
		mention: z.string().nullish().catch(undefined),
		mention_range: mention.shape.range.catch(undefined),
		id: z.string().nullish(),
		url: z.string().nullish(),
		filename: z.string().nullish(),
		mime_type: z.string().nullish(),
		size_bytes: z.number().nullish(),
	})
	.passthrough();

export const parts = z.array(part);

/** Content of a message in flat fields. */
export interface Content extends IDataObject {
	/** All texts, each on a line of its own; empty when there are none. */
	text: string;
	/** Links that were sent as such. */
	links: string[];
	/** Files with attachment_id, kind, url, filename, mime_type and size_bytes. */
	media: IDataObject[];
	/** Who is mentioned: handle, is_me and range, half-open, in UTF-16 code units of `text`. */
	mentions: IDataObject[];
}

/** The content of a message, collected from its parts. */
export function contentOf(list: z.infer<typeof parts>): Content {
	const valuesOf = (type: string) =>
		list.flatMap((entry) => (entry.type === type && entry.value ? [entry.value] : []));
	return {
		text: valuesOf('text').join('\n'),
		links: valuesOf('link'),
		media: mediaOf(list),
		mentions: mentionsOf(list),
	};
}

/** The files among the parts of a message; what kind each is, workflows branch on. */
export const mediaOf = (list: z.infer<typeof parts>): IDataObject[] =>
	list
		.filter(({ type }) => type === 'media')
		.map(({ id, url, filename, mime_type, size_bytes }) => ({
			attachment_id: id,
			kind: kindOf({ mime_type, filename, url }),
			url,
			// Somebody else chose it, and workflows write files under it.
			filename: filename && safeFileName(filename),
			mime_type: mime_type && safeMimeType(mime_type),
			size_bytes,
		}));

/** The mentions of all texts; each text stands on a line of its own. */
function mentionsOf(list: z.infer<typeof parts>): IDataObject[] {
	let lineStart = 0;
	return list.flatMap(({ type, value, mentions, mention: first, mention_range: range }) => {
		if (type !== 'text' || !value) return [];
		const start = lineStart;
		lineStart += value.length + 1;
		return (mentions ?? (first ? [{ handle: first, is_me: false, range }] : [])).map(
			({ handle: who, is_me, range }) => ({
				handle: who,
				is_me: is_me ?? false,
				range: range?.map((at) => start + at) ?? null,
			}),
		);
	});
}
