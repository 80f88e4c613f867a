import type { Operation } from '../../define';
import { chatField } from '../../fields/chat';
import { messageFields, messageOptions } from '../../fields/message';
import { buildMessage } from '../../message/build';
import { answerAs } from '../../request/answer';
import { sentMessage } from '../../request/shape';
import { simplifyMessage } from '../../simplify/message';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send message to chat',
	description: 'Send a message to an existing chat',
	method: 'POST',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField, ...messageFields],
	options: messageOptions,
	preSend: [buildMessage],
	output: [answerAs(sentMessage, simplifyMessage)],
};
