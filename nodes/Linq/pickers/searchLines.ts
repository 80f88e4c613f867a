import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from '../request/client';

const lines = z.object({ phone_numbers: z.array(z.object({ phone_number: z.string() })) });

/** The account's lines to choose from; `filter` is a part of the number. */
export async function searchLines(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const { phone_numbers: numbers } = await callLinq(
		this,
		{ method: 'GET', path: '/v3/phone_numbers' },
		lines,
	);
	return {
		results: numbers
			.map(({ phone_number: number }) => ({ name: number, value: number }))
			.filter(({ name }) => name.includes(filter.trim())),
	};
}
