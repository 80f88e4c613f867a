import type { Operation } from '../../operation';
import { chatField } from '../../fields/chat';
import { refuseEmptyBody, updateFieldsField } from '../../fields/collection';
import { inBody } from '../../fields/routing';
import { answerAs } from '../../output/answers';
import { readFileUrl } from '../../../shared/input/urls';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update chat',
	description: 'Change the name or icon of a group chat; Linq applies it a moment later',
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
