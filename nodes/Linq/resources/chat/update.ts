import { readFileUrl } from '../../../shared/input/urls';
import { chatField } from '../../fields/chat';
import { refuseEmptyBody, updateFieldsField } from '../../fields/collection';
import { binaryFieldNamed } from '../../fields/fileSource';
import { inBody } from '../../fields/routing';
import { fileInto, inOrder } from '../../files/fileInto';
import { PHOTO } from '../../files/fileUse';
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
				displayName: 'Name',
				name: 'displayName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Moving day',
				description: 'New name of the group',
				...inBody('display_name'),
			},
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
				...binaryFieldNamed('iconBinaryField'),
				displayName: 'Icon From Input Data Field',
				description: 'Name of the binary field of the previous node that holds the image',
			},
		]),
	],
	buildBody: inOrder(
		fileInto('group_chat_icon', 'updateFields.iconBinaryField', 'Group Icon', PHOTO),
		refuseEmptyBody('Update Fields'),
	),
	output: answerAs(),
};
