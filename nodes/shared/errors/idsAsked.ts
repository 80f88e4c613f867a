import { isId } from '../input/ids';
import { isObject } from '../object';

/** Something that a request names by its ID. */
export interface Asked {
	/** In words, e.g. `chat`, `payment request`. */
	kind: string;
	id: string;
}

/**
 * The resources that a request names by ID, in its path and body.
 *
 * @param url e.g. `/v3/chats/550e…/messages`
 */
export function idsAsked(url: string, body?: unknown): Asked[] {
	const segments = url.split('?', 1)[0]?.split('/') ?? [];
	const inPath = segments.flatMap((id, at) =>
		isId(id) ? [{ kind: inWords(segments[at - 1] ?? '').replace(/s$/, ''), id }] : [],
	);
	return [...inPath, ...idsIn(body)];
}

function idsIn(value: unknown): Asked[] {
	if (Array.isArray(value)) return value.flatMap(idsIn);
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		name.endsWith('_id') && typeof inner === 'string' && isId(inner)
			? [{ kind: inWords(name.slice(0, -'_id'.length)), id: inner }]
			: idsIn(inner),
	);
}

/** `phone_numbers` → `phone numbers` */
const inWords = (name: string) => name.replace(/[-_]/g, ' ');

/**
 * Which of them an error is about: those whose kind it names, else any.
 *
 * @param message in plain words, e.g. `Attachment not found`
 * @returns e.g. `550e…`, `chat 550e… or attachment 9f3c…`; empty where there is none
 */
export function whichOf(message: string, asked: Asked[]): string {
	const named = asked.filter(({ kind }) => message.toLowerCase().includes(kind));
	const texts =
		named.length > 0 ? named.map(({ id }) => id) : asked.map(({ kind, id }) => `${kind} ${id}`);
	return [...new Set(texts)].join(' or ');
}
