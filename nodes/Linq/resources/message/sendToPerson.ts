import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../description/define';
import { messageFields, messageOptions } from '../../fields/message';
import { inBody } from '../../fields/routing';
import { toField } from '../../fields/to';
import { buildMessage } from '../../message/build';
import { readPhoneNumbers } from '../../../shared/input/handles';
import { answerAs } from '../../output/answers';
import { sentToPerson } from '../../output/shapes';
import { simplifySentToPerson } from '../../output/sentToPerson';

const moreOptions: INodeProperties[] = [
	{
		displayName: 'Continuation Message',
		name: 'continuationMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. We write from a new number today: your order is ready.',
		description: 'Text to send instead when Linq has to move the chat to another of your lines',
		...inBody('continuation_message.text'),
	},
	{
		displayName: 'Lines to Avoid',
		name: 'excludeFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'Your lines that Linq must not choose for a new chat, separated by commas. A chat that exists is kept.',
		...inBody('exclude_from', readPhoneNumbers, 'Lines to Avoid'),
	},
];

export const sendToPerson: Operation = {
	name: 'Send to Person',
	value: 'sendToPerson',
	action: 'Send message to person',
	description: 'Send a message to a number or address; Linq chooses chat and line',
	method: 'POST',
	path: '/v3/messages',
	toPeople: true,
	fields: [toField, ...messageFields],
	options: [...messageOptions, ...moreOptions],
	preSend: [buildMessage],
	output: [answerAs(sentToPerson, simplifySentToPerson)],
};
