import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from '../../shared/api/client';

const lines = z.object({
	phone_numbers: z.array(z.object({ id: z.string(), phone_number: z.string() })),
});

/** The account's lines to choose from, by number; `filter` is a part of the number. */
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
	value: 'id' | 'phone_number',
	filter: string,
): Promise<INodeListSearchResult> {
	const answer = await callLinq(context, { method: 'GET', path: '/v3/phone_numbers' }, lines);
	return {
		results: answer.phone_numbers
			.map((line) => ({ name: line.phone_number, value: line[value] }))
			.filter(({ name }) => name.includes(filter.trim())),
	};
}
