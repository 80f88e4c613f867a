import { simplifyMessage } from '../../../shared/simplify/message';
import { chatField, chatOfSendTo } from '../../fields/chat';
import { choicesField, FEWEST_CHOICES } from '../../fields/choiceList';
import { countryOption } from '../../fields/country';
import { shownWith } from '../../fields/fileSource';
import { formattingField } from '../../fields/formatting';
import { replyToOptions, serviceOptions } from '../../fields/message';
import { goesToChat, sendToField } from '../../fields/sendTo';
import { toField } from '../../fields/to';
import type { Field, Operation, Output } from '../../operation';
import { readObject } from '../../output/answers';
import { simplifySentToPerson } from '../../output/sentToPerson';
import { sentMessage, sentToPerson } from '../../output/shapes';
import { askAndWait } from '../../wait/begin';
import { buildQuestion } from '../../wait/question';
import { MAX_PAUSE, NO, PAUSE, YES } from '../../wait/settings';

/** n8n puts its own text for human review in the place of a field of this name. */
const messageField: Field = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Can we deliver tomorrow at noon?',
	description: 'What to ask; at most 10,000 characters. Nothing is added to it.',
};

/** n8n fixes a field of this name to `approval` for human review. */
const responseTypeField: Field = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	options: [
		{
			name: 'Approval',
			value: 'approval',
			description: 'A yes or a no, as a text or a tapback',
		},
		{
			name: 'Choice',
			value: 'choice',
			description: 'One of several answers, in a poll; iMessage only',
		},
		{ name: 'Free Text', value: 'freeText', description: 'Whatever is answered' },
	],
	default: 'approval',
	description: 'What kind of answer to wait for',
};

const questionChoicesField = choicesField(
	{
		name: 'choices',
		description:
			'The answers to choose from. A text that is one of them, or its number, counts too.',
	},
	FEWEST_CHOICES,
);

const waitAmountField: Field = {
	displayName: 'Limit Wait Time',
	name: 'waitAmount',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 1,
	required: true,
	description:
		'How long to wait for an answer. Then the workflow goes on with timed_out, which is never an approval. n8n looks once a minute.',
};

const waitUnitField: Field = {
	displayName: 'Unit',
	name: 'waitUnit',
	type: 'options',
	options: [
		{ name: 'Minutes', value: 'minutes' },
		{ name: 'Hours', value: 'hours' },
		{ name: 'Days', value: 'days' },
	],
	default: 'days',
};

const approvalOptions: Field[] = [
	{
		displayName: 'Any Other Text',
		name: 'otherText',
		type: 'options',
		options: [
			{
				name: 'Keep Waiting',
				value: 'keepWaiting',
				description: 'Such as a question about the question',
			},
			{ name: 'Refuse', value: 'refuse', description: 'Its words are the reason' },
		],
		default: 'refuse',
		description:
			'What a text means that is neither a yes nor a no. Without this option, keep waiting.',
	},
	{
		displayName: 'Approval Words',
		name: 'approvalWords',
		type: 'string',
		default: '',
		placeholder: 'e.g. ship it, yes, 👍',
		description:
			'The texts that approve, separated by commas, in place of the usual ones such as yes, ok, sure and go ahead. A yes with more behind it does not count.',
	},
	{
		displayName: 'Ask With',
		name: 'askWith',
		type: 'options',
		options: [
			{ name: 'Text', value: 'text' },
			{
				name: 'Text and Hint',
				value: 'hint',
				description: 'Below the text stands: Reply yes or no, or react with 👍 or 👎',
			},
			{
				name: 'Poll',
				value: 'poll',
				description: 'The text, then a poll with two choices; iMessage only',
			},
		],
		default: 'hint',
		description: 'How to ask. Without this option, only the text is sent.',
	},
	{
		displayName: 'Label for No',
		name: 'refuseLabel',
		type: 'string',
		default: NO,
		description: 'The choice of the poll that refuses; as a text, it counts too',
	},
	{
		displayName: 'Label for Yes',
		name: 'approveLabel',
		type: 'string',
		default: YES,
		description: 'The choice of the poll that approves; as a text, it counts too',
	},
	{
		displayName: 'Refusal Words',
		name: 'refusalWords',
		type: 'string',
		default: '',
		placeholder: 'e.g. hold it, no, 👎',
		description:
			'How texts begin that refuse, separated by commas, in place of the usual ones such as no, nope, don’t and cancel',
	},
];

const pauseOption: Field = {
	displayName: 'Pause After Text (Seconds)',
	name: 'pause',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MAX_PAUSE },
	default: PAUSE,
	description: 'Texts that follow each other faster are one answer. 0 takes the first text alone.',
};

const onlyFromOption: Field = {
	displayName: 'Only Answers From',
	name: 'onlyFrom',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550123, boss@example.com',
	description:
		'Phone numbers or email addresses of those who may answer, separated by commas. Without this option everybody in the chat may.',
};

const shared: Operation = {
	name: 'Send and Wait for Response',
	value: 'sendAndWait',
	action: 'Send message and wait for response',
	description: 'Ask a person or a chat, and go on with the workflow when it is answered',
	method: 'POST',
	path: '/v3/messages',
	fields: [
		sendToField('Whether to ask a person, or in a chat that is there already'),
		toField,
		chatField,
		messageField,
		responseTypeField,
		...shownWith([questionChoicesField], { responseType: ['choice'] }),
		waitAmountField,
		waitUnitField,
	],
	options: [
		countryOption,
		formattingField,
		onlyFromOption,
		...replyToOptions,
		...serviceOptions,
		...shownWith(approvalOptions, { '/responseType': ['approval'] }),
		...shownWith([pauseOption], { '/responseType': ['freeText'] }),
	],
	buildBody: buildQuestion,
	around: askAndWait,
};

const outputOfChat: Output = ({ body, statusCode }) =>
	simplifyMessage(sentMessage(readObject(body, statusCode)));

const outputOfPerson: Output = ({ body, statusCode }) =>
	simplifySentToPerson(sentToPerson(readObject(body, statusCode)));

const toChat: Operation = {
	...shared,
	path: '/v3/chats/{chatId}/messages',
	fields: [chatOfSendTo],
	output: outputOfChat,
};

const toPeople: Operation = { ...shared, toPeople: true, output: outputOfPerson };

/** Its value is that of n8n's own nodes: n8n looks for it, for signed addresses and for human review. */
export const sendAndWait: Operation = {
	...shared,
	choose: (context) => (goesToChat(context) ? toChat : toPeople),
};
