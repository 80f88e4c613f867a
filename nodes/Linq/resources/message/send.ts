import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { readPhoneNumbers } from '../../../shared/input/handles';
import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import type { InputSettings } from '../../../shared/input/phoneNumber';
import { simplifyMessage } from '../../../shared/simplify/message';
import { chatField, chatOfSendTo } from '../../fields/chat';
import { lineField } from '../../fields/line';
import { messageOptions } from '../../fields/message';
import { messageTypeFields } from '../../fields/messageTypes';
import { sentMessageViewFields } from '../../fields/output';
import { inBody } from '../../fields/routing';
import { goesToChat, sendToField } from '../../fields/sendTo';
import { toField } from '../../fields/to';
import { buildMessage } from '../../message/build';
import type { Field, Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { simplifySentToPerson } from '../../output/sentToPerson';
import { sentMessage, sentToPerson } from '../../output/shapes';
import { sentFromLine } from '../../output/startedChat';
import { sendNext } from './sendNext';

const onlyToPeople = { show: { sendTo: ['person'] } };
const optionOnlyToPeople = { show: { '/sendTo': ['person'] } };

const fromField: Field = {
	...lineField({
		displayName: 'From',
		name: 'from',
		description:
			'The line to send from. When empty, Linq chooses: the line that the person knows, or one that can send.',
	}),
	displayOptions: onlyToPeople,
	...inBody('from'),
	read: readLine,
};

/** Options that apply if Linq chooses the line. */
const choiceOptions: Field[] = [
	{
		displayName: 'Continuation Message',
		name: 'continuationMessage',
		type: 'string',
		displayOptions: optionOnlyToPeople,
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. We write from a new number today: your order is ready.',
		description:
			'Text to send instead if Linq has to move the chat to another line. With From, Linq never does.',
		...inBody('continuation_message.text'),
	},
	{
		displayName: 'Lines to Avoid',
		name: 'excludeFrom',
		type: 'string',
		displayOptions: optionOnlyToPeople,
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Lines that Linq must not choose for a new chat, separated by commas. An existing chat keeps its line; for a new one Linq refuses the message if no line is left. With From, Linq chooses none.',
		...inBody('exclude_from'),
		read: readPhoneNumbers,
	},
];

/** To people, by the chat and the line that Linq chooses. */
const toPeople: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a message to a phone number, an email address or a chat',
	method: 'POST',
	path: '/v3/messages',
	toPeople: true,
	fields: [
		sendToField('Whether to send to a person, or to a chat that is there already'),
		toField,
		fromField,
		chatField,
		...messageTypeFields,
		...sentMessageViewFields,
	],
	options: [...messageOptions, ...choiceOptions],
	buildBody: buildMessage,
	next: sendNext,
	output: answerAs(sentToPerson, simplifySentToPerson),
};

/** To people from a line of the user's choice: into its chat with them, which is made if need be. */
const fromLine: Operation = {
	...toPeople,
	path: '/v3/chats',
	buildBody: (context, body, settings) =>
		buildMessage(context, omit(body, 'continuation_message', 'exclude_from'), settings),
	output: answerAs(sentFromLine, simplifySentToPerson),
};

const toChat: Operation = {
	...toPeople,
	path: '/v3/chats/{chatId}/messages',
	toPeople: undefined,
	fields: [chatOfSendTo],
	output: answerAs(sentMessage, simplifyMessage),
};

export const send: Operation = {
	...toPeople,
	choose: (context, body) => {
		if (goesToChat(context)) return toChat;
		return isGiven(body.from) ? fromLine : toPeople;
	},
};

const isGiven = (line: IDataObject[string]): boolean => String(line ?? '').trim() !== '';

/** @returns undefined where Linq chooses */
function readLine(value: unknown, label: string, settings: InputSettings): string | undefined {
	return isGiven(value as IDataObject[string])
		? readPhoneNumber(value, label, settings)
		: undefined;
}
