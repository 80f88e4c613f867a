import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

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
	/** Files with attachment_id, url, filename, mime_type and size_bytes. */
	media: IDataObject[];
	/** Who is mentioned: handle, is_me and range, half-open, in UTF-16 code units of `text`. */
	mentions: IDataObject[];
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
		mentions: mentionsOf(list),
	};
}

/** The mentions of all texts; each text stands on a line of its own. */
function mentionsOf(list: z.infer<typeof parts>): IDataObject[] {
	let lineStart = 0;
	return list.flatMap(({ type, value, mentions }) => {
		if (type !== 'text' || !value) return [];
		const start = lineStart;
		lineStart += value.length + 1;
		return (mentions ?? []).map(({ handle: who, is_me, range }) => ({
			handle: who,
			is_me: is_me ?? false,
			range: range?.map((at) => start + at) ?? null,
		}));
	});
}
