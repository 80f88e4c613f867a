import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq, settingsFor } from '../../shared/api/client';
import { partOfNumber } from '../../shared/input/dialedText';
import { isHandle, readHandle } from '../../shared/input/handles';
import { isId } from '../../shared/input/ids';
import type { ListedChat } from './chatLabel';
import { labelOf, listedChat, othersIn } from './chatLabel';

const chatsPage = z.object({ chats: z.array(listedChat), next_cursor: z.string().nullish() });

/** The most that Linq gives at once (contract/openapi.yaml, listChats). */
const PAGE_SIZE = 100;

/** Pages that one search looks through, so that it takes seconds. */
const MAX_PAGES = 10;

/** Chats that are more than n8n's list shows at a time, so that scrolling goes on with the search. */
const ENOUGH = 15;

/**
 * The chats to choose from, newest first.
 *
 * Linq can search for a participant and nothing else: that is how a whole number or address is found,
 * however old its chats are, and an ID by itself. For a part of a number or of a name, pages are
 * looked through, at most ten in a go. n8n goes on where its list is long enough to be scrolled; where
 * it is not, the last entry says how.
 *
 * @param filter what the user types
 * @param paginationToken Linq's cursor of the next page
 */
export async function searchChats(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim();
	if (wanted === '') return asResult(await getPage(this, { cursor: paginationToken }));
	if (paginationToken === undefined) {
		const found = isId(wanted) ? await chatBy(this, wanted) : await chatsWith(this, wanted);
		if (found.length > 0) return { results: found.map(entryOf) };
	}
	return await lookThrough(this, wanted, paginationToken);
}

const entryOf = (chat: ListedChat): INodeListSearchItems => ({
	name: labelOf(chat),
	value: chat.id,
});

type Page = z.infer<typeof chatsPage>;

const asResult = ({ chats, next_cursor: next }: Page): INodeListSearchResult => ({
	results: chats.map(entryOf),
	paginationToken: next ?? undefined,
});

const getPage = async (
	context: ILoadOptionsFunctions,
	filter: { cursor?: string; to?: string },
): Promise<Page> =>
	await callLinq(
		context,
		{ method: 'GET', path: '/v3/chats', qs: { limit: PAGE_SIZE, ...filter } },
		chatsPage,
	);

async function chatBy(context: ILoadOptionsFunctions, id: string): Promise<ListedChat[]> {
	const call = { method: 'GET', path: `/v3/chats/${id}` } as const;
	return await callLinq(context, call, listedChat).then(
		(chat) => [chat],
		(error: unknown) => {
			if (error instanceof NodeApiError && error.httpCode === '404') return [];
			throw error;
		},
	);
}

/** The newest chats with somebody; none where the text is no whole number or address. */
async function chatsWith(context: ILoadOptionsFunctions, text: string): Promise<ListedChat[]> {
	const settings = await settingsFor(context);
	if (!isHandle(text, settings)) return [];
	return (await getPage(context, { to: readHandle(text, 'Chat', settings) })).chats;
}

async function lookThrough(
	context: ILoadOptionsFunctions,
	wanted: string,
	from: string | undefined,
): Promise<INodeListSearchResult> {
	const isWanted = matcherFor(wanted);
	const results: INodeListSearchItems[] = [];
	let cursor = from;
	for (let pages = 0; pages < MAX_PAGES && results.length < ENOUGH; pages++) {
		const page = await getPage(context, { cursor });
		results.push(...page.chats.filter(isWanted).map(entryOf));
		cursor = page.next_cursor ?? undefined;
		if (cursor === undefined) return { results };
	}
	if (results.length < ENOUGH) results.push(HOW_TO_GO_ON);
	return { results, paginationToken: cursor };
}

/** n8n shows no other text in a list; choosing it chooses nothing. */
const HOW_TO_GO_ON: INodeListSearchItems = {
	name: `Only ${MAX_PAGES * PAGE_SIZE} chats were searched: enter a whole number to find older ones`,
	value: '',
};

/** Whether a chat has a text in what is shown of it, or a part of a number, signs aside. */
function matcherFor(wanted: string): (chat: ListedChat) => boolean {
	const text = wanted.toLowerCase();
	const digits = partOfNumber(wanted);
	return (chat) =>
		labelOf(chat).toLowerCase().includes(text) ||
		(chat.display_name ?? '').toLowerCase().includes(text) ||
		othersIn(chat).some(
			(handle) =>
				handle.toLowerCase().includes(text) || (digits !== undefined && handle.includes(digits)),
		);
}
