import { readPhoneNumbers } from '../../../shared/input/handles';
import { messageFields, messageOptions } from '../../fields/message';
import { inBody } from '../../fields/routing';
import { toField } from '../../fields/to';
import { buildMessage } from '../../message/build';
import type { Field, Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { simplifySentToPerson } from '../../output/sentToPerson';
import { sentToPerson } from '../../output/shapes';

const moreOptions: Field[] = [
	{
		displayName: 'Continuation Message',
		name: 'continuationMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. We write from a new number today: your order is ready.',
		description: 'Text to send instead if Linq has to move the chat to another line',
		...inBody('continuation_message.text'),
	},
	{
		displayName: 'Lines to Avoid',
		name: 'excludeFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Lines that Linq must not choose for a new chat, separated by commas. An existing chat keeps its line; for a new one Linq refuses the message if no line is left.',
		...inBody('exclude_from'),
		read: readPhoneNumbers,
	},
];

export const sendToPerson: Operation = {
	name: 'Send to Person',
	value: 'sendToPerson',
	action: 'Send message to person',
	description:
		'Send a message to a phone number or email address; Linq chooses the chat and the line',
	method: 'POST',
	path: '/v3/messages',
	toPeople: true,
	fields: [toField, ...messageFields],
	options: [...messageOptions, ...moreOptions],
	buildBody: buildMessage,
	output: answerAs(sentToPerson, simplifySentToPerson),
};
