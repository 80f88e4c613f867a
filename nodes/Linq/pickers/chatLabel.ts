import { z } from 'zod';

import { spacedNumber } from '../../shared/input/dialing';
import { ownNameOf } from '../../shared/simplify/chatName';

/** A chat, as far as one wants to know it to choose it (contract/openapi.yaml, Chat). */
export const listedChat = z.object({
	id: z.string(),
	display_name: z.string().nullish(),
	is_group: z.boolean().optional(),
	service: z.string().nullish(),
	handles: z
		.array(
			z.object({
				handle: z.string(),
				is_me: z.boolean().nullish(),
				status: z.string().nullish(),
			}),
		)
		.optional(),
});

export type ListedChat = z.infer<typeof listedChat>;

/** Members of a group that are named; the rest are counted. */
const NAMED = 3;

/**
 * A chat in a line: who is in it, how it is sent, and over which line, e.g.
 * `+1 202 555 0111 · iMessage · your line …0100`.
 */
export function labelOf(chat: ListedChat): string {
	const line = chat.handles?.find(({ is_me: me }) => me)?.handle;
	return [peopleIn(chat), chat.service, line && `your line …${line.slice(-4)}`]
		.filter(Boolean)
		.join(' · ');
}

/** The others in a chat who have not left it. */
export const othersIn = ({ handles = [] }: ListedChat): string[] =>
	handles
		.filter(({ is_me: me, status }) => !me && status !== 'left' && status !== 'removed')
		.map(({ handle }) => handle);

function peopleIn(chat: ListedChat): string {
	const others = othersIn(chat);
	const name = ownNameOf(chat);
	const people = others.slice(0, NAMED).map(spacedNumber).join(', ');
	const more = others.length - NAMED;
	const members = more > 0 ? `${people} and ${more} more` : people;
	if (!chat.is_group) return name ? [name, members].filter(Boolean).join(' ') : members || chat.id;
	return `${name || `Group of ${others.length + 1}`}: ${members}`;
}
