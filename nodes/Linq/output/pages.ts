import type { IDataObject, IExecutePaginationFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Shape } from './answers';
import { asItIs, readObject } from './answers';
import type { PreparedRequest } from '../send/envelope';
import { explained } from '../send/envelope';
import { ForeignAnswer } from '../../shared/errors/explain';

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
const PAGINGS = {
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
} satisfies Record<string, Paging>;

/**
 * The envelope of a list: goes on from page to page until the end, or until the user's limit.
 *
 * Needs the fields of fields/list.ts. The operation must not have `output` hooks, since this reads
 * the plain answer.
 *
 * @param list name of the list in the answer, e.g. `chats`
 * @param simplify the flat form, for operations with the field of fields/simplify.ts
 * @returns an envelope that gives one item per entry, each paired with the item that asked for it
 */
export function listAll(
	list: string,
	paging: keyof typeof PAGINGS = 'cursor',
	simplify: Shape = asItIs,
) {
	return async function (
		this: IExecutePaginationFunctions,
		request: PreparedRequest,
	): Promise<INodeExecutionData[]> {
		const pairedItem = { item: this.getItemIndex() };
		const limit = this.getNodeParameter('returnAll', false)
			? Infinity
			: Number(this.getNodeParameter('limit', 50));
		const shape = this.getNodeParameter('simplify', false) ? simplify : asItIs;
		const way: Paging = PAGINGS[paging];
		const found: INodeExecutionData[] = [];
		let query: IDataObject | undefined = way.first;
		while (query !== undefined && found.length < limit) {
			const missing = limit - found.length;
			const qs: IDataObject = { ...request.options.qs, ...query };
			if (paging !== 'none') qs.limit = Math.min(MAX_PAGE, missing);
			const page = await explained(this, request, async () =>
				readPage(
					await this.makeRoutingRequest({ ...request, options: { ...request.options, qs } }),
					list,
				),
			);
			for (const entry of page.entries.slice(0, missing)) {
				found.push({ json: shape(entry), pairedItem });
			}
			const next = way.next(page.answer, found.length);
			// A query that does not move on would ask for the same page for ever.
			query = JSON.stringify(next) === JSON.stringify(query) ? undefined : next;
		}
		return found;
	};
}

function readPage(outputs: INodeExecutionData[], list: string) {
	const answer = readObject(outputs[0]?.json, 200);
	const entries = answer[list];
	if (!Array.isArray(entries)) throw new ForeignAnswer(200);
	return { answer, entries: entries as IDataObject[] };
}
