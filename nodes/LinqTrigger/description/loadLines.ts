import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { searchLines } from '../../Linq/pickers/searchLines';

/** The account's lines, for a field in which several can be chosen. */
export async function loadLines(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await searchLines.call(this);
	return results.map(({ name, value }) => ({ name, value }));
}
