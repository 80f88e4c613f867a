import { simplifyMessage } from '../../../shared/simplify/message';
import { chatField } from '../../fields/chat';
import { messageFields, messageOptions } from '../../fields/message';
import { buildMessage } from '../../message/build';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { sentMessage } from '../../output/shapes';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send message to chat',
	description: 'Send a message to an existing chat',
	method: 'POST',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField, ...messageFields],
	options: messageOptions,
	buildBody: buildMessage,
	output: answerAs(sentMessage, simplifyMessage),
};
