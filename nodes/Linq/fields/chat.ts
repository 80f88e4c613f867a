import type { INodeProperties } from 'n8n-workflow';

/** The chat to act on: from the list, or by its id. Fills `{chatId}` of the path. */
export const chatField: INodeProperties = {
	displayName: 'Chat',
	name: 'chatId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
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
