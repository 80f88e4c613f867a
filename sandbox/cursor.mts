import { ApiError } from './contract/errors.mts';

/** A page of a list, and where the next one starts. */
export interface Page<T> {
	items: T[];
	nextCursor: string | null;
}

/**
 * Cuts one page out of a list (contract/behaviour.md section 6). A cursor names the last item seen,
 * not a count, so items that arrive meanwhile neither repeat nor hide others.
 *
 * @param items in the order of the list; each has a unique `seq`, rising or falling
 * @param cursor as given out before, or a number of items to leave out, which is what the documents'
 *   own sample looks like (section 6); anything else is refused with 400/1005
 * @param limit most items of a page
 */
export function pageOf<T extends { seq: number }>(
	items: Iterable<T>,
	order: 'asc' | 'desc',
	cursor: string | undefined,
	limit: number,
): Page<T> {
	const { after, skip = 0 } = cursor === undefined ? {} : decode(cursor);
	const page: T[] = [];
	let index = 0;
	for (const item of items) {
		if (index++ < skip) continue;
		if (after !== undefined && (order === 'asc' ? item.seq <= after : item.seq >= after)) continue;
		if (page.length === limit) {
			return { items: page, nextCursor: encode(page.at(-1)?.seq ?? 0) };
		}
		page.push(item);
	}
	return { items: page, nextCursor: null };
}

/** Goes through an array from its end, without copying it. */
export function* newestFirst<T>(items: readonly T[]): Generator<T> {
	for (let index = items.length - 1; index >= 0; index--) {
		const item = items[index];
		if (item !== undefined) yield item;
	}
}

function encode(seq: number): string {
	return Buffer.from(`after:${seq}`).toString('base64url');
}

function decode(cursor: string): { after?: number; skip?: number } {
	if (/^\d{1,9}$/.test(cursor)) return { skip: Number(cursor) };
	const match = /^after:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
	if (!match) throw new ApiError('1005', 'cursor is not one that a page gave');
	return { after: Number(match[1]) };
}
