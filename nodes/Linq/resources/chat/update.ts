import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { Operation } from '../../define';
import { chatField } from '../../fields/chat';
import { checkFileUrl } from '../../message/rules';
import { answerAs } from '../../request/answer';
import { InvalidInput } from '../../request/invalidInput';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update chat',
	description: 'Change the name or icon of a group chat; Linq applies it a moment later',
	method: 'PUT',
	path: '/v3/chats/{chatId}',
	fields: [
		chatField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Group Icon URL',
					name: 'groupChatIcon',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/icon.png',
					description: 'Public https URL of an image',
				},
				{
					displayName: 'Name',
					name: 'displayName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Moving day',
					description: 'New name of the group',
				},
			],
		},
	],
	preSend: [readChanges],
	output: [answerAs()],
};

async function readChanges(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const { displayName, groupChatIcon } = this.getNodeParameter('updateFields', {}) as {
		displayName?: string;
		groupChatIcon?: string;
	};
	if (displayName === undefined && groupChatIcon === undefined) {
		throw new InvalidInput('Update Fields is empty', 'Add the field that you want to change.');
	}
	if (groupChatIcon !== undefined) checkFileUrl(groupChatIcon, 'Group Icon URL');
	request.body = { display_name: displayName, group_chat_icon: groupChatIcon };
	return request;
}
