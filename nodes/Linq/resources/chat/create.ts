import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { simplifyChat } from '../../../shared/simplify/chat';
import { lineField } from '../../fields/line';
import { messageOptions } from '../../fields/message';
import { messageTypeFields } from '../../fields/messageTypes';
import { createdChatViewFields } from '../../fields/output';
import { inBody } from '../../fields/routing';
import { toField } from '../../fields/to';
import { buildFirstMessage } from '../../message/build';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { unwrap } from '../../output/shapes';
import { sendNext } from '../message/sendNext';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create chat',
	description:
		'Create a chat or a group with its first message, or send to the one that already exists; to output the chat instead of the message',
	method: 'POST',
	path: '/v3/chats',
	toPeople: true,
	fields: [
		{
			...lineField({
				displayName: 'From',
				name: 'fromLine',
				description: 'Your line that sends the message',
			}),
			required: true,
			...inBody('from'),
			read: readPhoneNumber,
		},
		toField,
		...messageTypeFields,
		...createdChatViewFields,
	],
	options: messageOptions,
	buildBody: buildFirstMessage,
	next: sendNext,
	output: answerAs(unwrap('chat'), simplifyChat),
};
