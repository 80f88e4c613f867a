import type { INodeProperties } from 'n8n-workflow';

import { inBody } from './routing';

/** The part of a message that is meant; most messages have only one. */
export const partIndexField: INodeProperties = {
	displayName: 'Part Index',
	name: 'partIndex',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'The part of the message, counted from 0',
	...inBody('part_index'),
};
