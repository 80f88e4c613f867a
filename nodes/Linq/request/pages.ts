import type { IDataObject, IExecutePaginationFunctions, INodeExecutionData } from 'n8n-workflow';

import { readObject } from './answer';
import type { PreparedRequest } from './deliver';
import { explained } from './deliver';
import { ForeignAnswer } from './errors';

/** The largest page that Linq gives (contract/behaviour.md, section 6). */
const MAX_PAGE = 100;

/**
 * The envelope of a paged list: follows Linq's cursor until the end, or until the user's limit.
 *
 * Needs the fields of fields/list.ts. The operation must not have `output` hooks, since this reads
 * `next_cursor` from the plain answer.
 *
 * @param list name of the list in the answer, e.g. `chats`
 * @returns an envelope that gives one item per entry, each paired with the item that asked for it
 */
export function listAll(list: string) {
	return async function (
		this: IExecutePaginationFunctions,
		request: PreparedRequest,
	): Promise<INodeExecutionData[]> {
		const pairedItem = { item: this.getItemIndex() };
		const limit = this.getNodeParameter('returnAll', false)
			? Infinity
			: Number(this.getNodeParameter('limit', 50));
		const found: INodeExecutionData[] = [];
		let cursor: string | undefined;
		let previous: string | undefined;
		do {
			const missing = limit - found.length;
			const qs = { ...request.options.qs, limit: Math.min(MAX_PAGE, missing), cursor };
			const page = await explained(this, request, async () =>
				readPage(
					await this.makeRoutingRequest({ ...request, options: { ...request.options, qs } }),
					list,
				),
			);
			found.push(...page.entries.slice(0, missing).map((json) => ({ json, pairedItem })));
			previous = cursor;
			cursor = page.next;
			// A cursor that does not move would ask for the same page for ever.
		} while (cursor !== undefined && cursor !== previous && found.length < limit);
		return found;
	};
}

function readPage(outputs: INodeExecutionData[], list: string) {
	const answer = readObject(outputs[0]?.json, 200);
	const entries = answer[list];
	if (!Array.isArray(entries)) throw new ForeignAnswer(200);
	return {
		entries: entries as IDataObject[],
		next: typeof answer.next_cursor === 'string' ? answer.next_cursor : undefined,
	};
}
