import type { Operation } from '../../define';
import { lineField } from '../../fields/line';
import { anyMessageOptions, messageFields } from '../../fields/message';
import { inBody } from '../../fields/send';
import { toField } from '../../fields/to';
import { buildFirstMessage } from '../../message/build';
import { readPhoneNumber } from '../../message/handles';
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
	toPeople: true,
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
		toField,
		...messageFields,
	],
	options: anyMessageOptions,
	preSend: [buildFirstMessage],
	output: [answerAs(unwrap('chat'), simplifyChat)],
};
