import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Line } from '../../shared/api/lines';
import { fetchLines } from '../../shared/api/lines';
import { partOfNumber } from '../../shared/input/dialedText';

/** The account's lines to choose from, by number; `filter` is a part of the number, as people write it. */
export async function searchLines(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await linesBy(this, 'phone_number', filter);
}

/** The same for operations that want the id of a line. */
export async function searchLineIds(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await linesBy(this, 'id', filter);
}

async function linesBy(
	context: ILoadOptionsFunctions,
	value: keyof Line,
	filter: string,
): Promise<INodeListSearchResult> {
	const lines = await fetchLines(context);
	const wanted = partOfNumber(filter) ?? filter.trim();
	return {
		results: lines
			.map((line) => ({ name: line.phone_number, value: line[value] }))
			.filter(({ name }) => name.includes(wanted)),
	};
}
