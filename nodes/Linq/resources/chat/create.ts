import type { Operation } from '../../description/define';
import { lineField } from '../../fields/line';
import { anyMessageOptions, messageFields } from '../../fields/message';
import { inBody } from '../../fields/routing';
import { toField } from '../../fields/to';
import { buildFirstMessage } from '../../message/build';
import { readPhoneNumber } from '../../../shared/input/handles';
import { answerAs } from '../../output/answers';
import { unwrap } from '../../output/shapes';
import { simplifyChat } from '../../../shared/simplify/chat';

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
