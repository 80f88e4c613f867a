import { readId } from '../../shared/input/ids';
import type { Field } from '../operation';

/** The chat to act on: from the list, or by its id. Fills `{chatId}` of the path. */
export const chatField: Field = {
	displayName: 'Chat',
	name: 'chatId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	read: readId,
	description: 'The chat to act on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a chat…',
			typeOptions: { searchListMethod: 'searchChats', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 8f392755-6865-4b18-880a-227f9d8b458f',
		},
	],
};
