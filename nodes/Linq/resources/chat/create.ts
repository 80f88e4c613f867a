import type { Operation } from '../../define';
import { lineField } from '../../fields/line';
import { messageFields } from '../../fields/message';
import { inBody } from '../../fields/send';
import { buildFirstMessage } from '../../message/build';
import { readHandles, readPhoneNumber } from '../../message/handles';
import { answerAs } from '../../request/answer';
import { unwrap } from '../../request/shape';
import { simplifyChat } from '../../simplify/chat';

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
			...inBody('from', readPhoneNumber, 'From'),
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
			...inBody('to', readHandles, 'To'),
		},
		...messageFields('firstMessage'),
	],
	preSend: [buildFirstMessage],
	output: [answerAs(unwrap('chat'), simplifyChat)],
};
