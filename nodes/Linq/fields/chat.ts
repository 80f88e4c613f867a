import { readChatId } from '../../shared/input/chatId';
import type { Field } from '../operation';
import { unlessToPeople } from './sendTo';

/** The chat to act on: from the list, or by its id. Fills `{chatId}` of the path. */
export const chatField: Field = {
	displayName: 'Chat',
	name: 'chatId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	displayOptions: unlessToPeople,
	read: readChatId(
		'Enter the ID of a chat. Chat > Get Many finds the chats of a person with its filter To.',
	),
	description: 'The chat to act on',
	hint: 'To answer a message of Linq Trigger, choose By ID and enter {{ $json.chat_id }}',
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

/** The same for reading it where Send To can be set to people. */
export const chatOfSendTo: Field = {
	...chatField,
	read: readChatId('Set Send To to Phone Number or Email.'),
};
