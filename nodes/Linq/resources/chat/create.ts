import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { Operation } from '../../define';
import { lineField } from '../../fields/line';
import { messageFields } from '../../fields/message';
import { buildFirstMessage } from '../../message/build';
import { readHandles, readPhoneNumber } from '../../message/handles';
import { answerAs } from '../../request/answer';
import { unwrap } from '../../request/shape';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create chat',
	description: 'Create a chat with its first message, or send into the chat that already exists',
	method: 'POST',
	path: '/v3/chats',
	fields: [
		{
			...lineField({
				displayName: 'From',
				name: 'from',
				description: 'Your line that sends the message',
			}),
			required: true,
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +14155550123',
			description:
				'Phone number or email address of the recipient. Several, separated by commas, make a group chat.',
		},
		...messageFields('firstMessage'),
	],
	preSend: [readPeople, buildFirstMessage],
	output: [answerAs(unwrap('chat'))],
};

async function readPeople(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const from = this.getNodeParameter('from', '', { extractValue: true });
	const to = this.getNodeParameter('to', '');
	request.body = { from: readPhoneNumber(from, 'From'), to: readHandles(to, 'To') };
	return request;
}
