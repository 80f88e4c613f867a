import type { IDataObject } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { Field } from '../operation';
import { startedList } from './collection';
import { inBody } from './routing';

const key: Field = {
	displayName: 'Key',
	name: 'key',
	type: 'string',
	default: '',
	placeholder: 'e.g. order',
};

const value: Field = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	default: '',
	placeholder: 'e.g. 42',
};

/** Key/value pairs of the user's own that come back with every answer and event. */
export const metadataField: Field = {
	...startedList(
		{
			displayName: 'Metadata',
			name: 'metadata',
			description: 'Your own values, which Linq stores and returns',
		},
		{ displayName: 'Entry', plural: 'Entries', list: 'entries', entry: 'entry' },
		[key, value],
	),
	...inBody('metadata'),
	read: readMetadata,
};

interface MetadataInput {
	entries?: { entry?: Array<{ key?: string; value?: unknown }> };
}

/** Most keys of one request (contract/behaviour.md, section 12). */
const MAX_KEYS = 49;

function readMetadata(input: unknown, field: string): IDataObject {
	const { entries } = (input ?? {}) as MetadataInput;
	const { entry = [] } = entries ?? {};
	const reserved = entry.find(({ key: name = '' }) => name === '' || name.startsWith('linq_'));
	if (reserved || entry.length > MAX_KEYS) {
		throw new InvalidInput(
			reserved
				? `${field}: "${reserved.key ?? ''}" cannot be a key`
				: `${field} has ${entry.length} entries, but Linq allows at most ${MAX_KEYS}`,
			`Use up to ${MAX_KEYS} keys that are not empty and do not begin with linq_.`,
		);
	}
	return Object.fromEntries(entry.map((pair) => [pair.key, String(pair.value ?? '')]));
}
