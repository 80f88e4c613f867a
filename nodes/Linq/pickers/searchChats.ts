import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from '../../shared/api/client';

const chatsPage = z.object({
	chats: z.array(
		z.object({
			id: z.string(),
			display_name: z.string().nullish(),
			is_group: z.boolean().optional(),
			service: z.string().nullish(),
			handles: z.array(z.object({ handle: z.string(), is_me: z.boolean().nullish() })).optional(),
		}),
	),
	next_cursor: z.string().nullish(),
});

type Chat = z.infer<typeof chatsPage>['chats'][number];

/**
 * The chats to choose from, a page of 100 at a time.
 *
 * @param filter text that name or a participant must contain; Linq cannot search, so it narrows
 *   down the page at hand
 * @param paginationToken Linq's cursor of the next page
 */
export async function searchChats(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const page = await callLinq(
		this,
		{ method: 'GET', path: '/v3/chats', qs: { limit: 100, cursor: paginationToken } },
		chatsPage,
	);
	const wanted = filter.toLowerCase();
	return {
		results: page.chats
			.map((chat) => ({ name: nameOf(chat), value: chat.id }))
			.filter(({ name, value }) => name.toLowerCase().includes(wanted) || value === filter),
		paginationToken: page.next_cursor ?? undefined,
	};
}

/** The other participants, after the name of a group that has one of its own. */
function nameOf(chat: Chat): string {
	const others = (chat.handles ?? []).filter(({ is_me: me }) => !me).map(({ handle }) => handle);
	const people = others.join(', ');
	const name = chat.display_name ?? '';
	const ownName = chat.is_group && name !== '' && !others.every((handle) => name.includes(handle));
	const label = ownName ? `${name} (${people})` : people || name || chat.id;
	return chat.service ? `${label} · ${chat.service}` : label;
}
