import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { UnexpectedAnswer } from '../../shared/errors/unexpectedAnswer';
import type { Answer, List } from '../operation';
import { asItIs, readObject } from './answers';
import { wantsSimplified } from './view';

/** The largest page that Linq gives (contract/behaviour.md, section 6). */
const MAX_PAGE = 100;

/** How a list goes on. */
interface Paging {
	/** Query of the first page. */
	first: IDataObject;
	/** Query of the page after this answer; undefined at the end of the list. */
	next(answer: IDataObject, found: number): IDataObject | undefined;
}

/** The ways of contract/behaviour.md, section 6. */
const PAGINGS: Record<List['paging'], Paging> = {
	cursor: {
		first: {},
		next: ({ next_cursor: cursor }) => (typeof cursor === 'string' ? { cursor } : undefined),
	},
	offset: {
		first: { offset: 0 },
		next: ({ has_more: more }, found) => (more === true ? { offset: found } : undefined),
	},
	/** The whole list at once, without a limit to ask for. */
	none: { first: {}, next: () => undefined },
};

/**
 * Goes from page to page of a list until its end, or until the user's limit (fields/list.ts).
 *
 * @param filters the query that the fields of the operation make
 * @param fetchPage gets one page
 * @returns the entries, in the flat form where the user wants it
 * @throws UnexpectedAnswer; what `fetchPage` throws
 */
export async function fetchList(
	list: List,
	context: IExecuteSingleFunctions,
	filters: IDataObject,
	fetchPage: (qs: IDataObject) => Promise<Answer>,
): Promise<IDataObject[]> {
	const limit = context.getNodeParameter('returnAll', false)
		? Infinity
		: Number(context.getNodeParameter('limit', Infinity));
	const simplify = wantsSimplified(context) ? list.simplify : undefined;
	const shape = list.shape ?? simplify ?? asItIs;
	const paging = PAGINGS[list.paging];
	const found: IDataObject[] = [];
	let query: IDataObject | undefined = paging.first;
	while (query !== undefined && found.length < limit) {
		const missing = limit - found.length;
		const qs: IDataObject = { ...filters, ...query };
		if (list.paging !== 'none') qs.limit = Math.min(MAX_PAGE, missing);
		const page = readPage(await fetchPage(qs), list.name);
		for (const entry of page.entries.slice(0, missing)) found.push(shape(entry as IDataObject));
		const next = paging.next(page.answer, found.length);
		// A query that does not move on would ask for the same page for ever.
		query = JSON.stringify(next) === JSON.stringify(query) ? undefined : next;
	}
	return found;
}

function readPage({ body, statusCode }: Answer, name: string) {
	const answer = readObject(body, statusCode);
	const entries = answer[name];
	if (!Array.isArray(entries)) throw new UnexpectedAnswer(statusCode);
	return { answer, entries: entries as unknown[] };
}
