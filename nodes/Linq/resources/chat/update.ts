import { readFileUrl } from '../../../shared/input/urls';
import { chatField } from '../../fields/chat';
import { refuseEmptyBody, updateFieldsField } from '../../fields/collection';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update chat',
	description: 'Change the name or icon of a group chat; it takes a moment to apply',
	method: 'PUT',
	path: '/v3/chats/{chatId}',
	fields: [
		chatField,
		updateFieldsField([
			{
				displayName: 'Group Icon URL',
				name: 'groupChatIcon',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/icon.png',
				description: 'Public https URL of an image',
				...inBody('group_chat_icon'),
				read: readFileUrl,
			},
			{
				displayName: 'Name',
				name: 'displayName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Moving day',
				description: 'New name of the group',
				...inBody('display_name'),
			},
		]),
	],
	buildBody: refuseEmptyBody('Update Fields'),
	output: answerAs(),
};
