import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { fetchLines } from '../../shared/api/lines';

/** The account's lines, for a field in which several can be chosen. */
export async function loadLines(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const lines = await fetchLines(this);
	return lines.map(({ phone_number: number }) => ({ name: number, value: number }));
}
