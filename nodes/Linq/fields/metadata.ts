import type { IDataObject } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { Field } from '../operation';
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
	displayName: 'Metadata',
	name: 'metadata',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Entry' },
	placeholder: 'Add Entry',
	default: {},
	description: 'Your own values, which Linq stores and returns',
	options: [{ displayName: 'Entry', name: 'entry', values: [key, value] }],
	...inBody('metadata'),
	read: readMetadata,
};

/** Most keys of one request (contract/behaviour.md, section 12). */
const MAX_KEYS = 49;

function readMetadata(input: unknown, field: string): IDataObject {
	const { entry = [] } = (input ?? {}) as { entry?: Array<{ key?: string; value?: unknown }> };
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
