import type { Field, Route } from '../operation';
import { MAX_CONCURRENT_REQUESTS, MAX_WAIT } from '../send/attempt';
import { keyPlaceOf, sendsMessage } from '../send/route';
import { sendOnceOption } from './sendOnce';
import { optionUnlessToChat } from './sendTo';
import { sendWindowOption } from './sendWindow';

const paceOptions: Field[] = [
	{
		displayName: 'Max Concurrent Requests',
		name: 'maxConcurrentRequests',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: MAX_CONCURRENT_REQUESTS,
		description:
			'How many requests can be in progress at the same time. Items for the same chat or recipient are always sent one after the other, in order.',
	},
	{
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: MAX_WAIT,
		description:
			'How long an item can wait when Linq asks to slow down or is briefly unavailable. Only items for the same chat or recipient wait with it.',
	},
];

const refusalOption: Field = {
	displayName: 'If They Cannot Be Messaged',
	name: 'ifCannotBeMessaged',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'The item becomes an error' },
		{
			name: 'Output an Item',
			value: 'output',
			description:
				'The field outcome of the item is sent, opted_out, blocked, must_text_first or line_not_eligible',
		},
	],
	default: 'fail',
	description: 'What to do when the recipient has opted out, is blocked or must text first',
};

/** Read by send/chat/health.ts. */
const atRiskOption: Field = {
	displayName: 'If the Chat Is at Risk',
	name: 'ifAtRisk',
	type: 'options',
	options: [
		{ name: 'Send', value: 'send' },
		{
			name: 'Output an Item if Critical',
			value: 'outputCritical',
			description: 'Critical chats: nothing is sent; chats that are at risk are written to',
		},
		{
			name: 'Output an Item',
			value: 'output',
			description: 'Chats that are at risk or critical: nothing is sent',
		},
	],
	default: 'send',
	description:
		'Linq tells from how people react how healthy a chat is. An item for which nothing is sent has the outcome at_risk or critical. Linq is asked once per chat, unless the item comes from a Linq node and has health_status.',
};

/** Read by send/chat; for messages that can open a chat. */
const newChatOptions: Field[] = [
	{
		displayName: 'First Message',
		name: 'firstMessage',
		type: 'options',
		displayOptions: optionUnlessToChat,
		options: [
			{ name: 'Send As It Is', value: 'asIs' },
			{
				name: 'Send Links and Media Afterwards',
				value: 'split',
				description:
					'The words first, and what is from the first link or file on as a second message',
			},
			{
				name: 'Refuse Links and Media',
				value: 'refuse',
				description: 'An error in place of a first message that has more in it than words',
			},
		],
		default: 'asIs',
		description:
			'What the message that opens a chat may have in it. Linq advises to begin with words alone. With a From, Linq itself takes no links there.',
	},
	{
		displayName: 'New Chats at Most',
		name: 'newChatsAtMost',
		type: 'number',
		displayOptions: optionUnlessToChat,
		typeOptions: { minValue: 0 },
		default: 40,
		description:
			'How many new chats one run may open, for each line in From, or in all where Linq chooses the line. The other items have the outcome postponed. Linq advises to open fewer than 50 a day with each line. Linq is asked for each recipient whether there is a chat.',
	},
];

/** Read by send/after/contactCard.ts. */
const contactCardOption: Field = {
	displayName: 'Share Contact Card',
	name: 'shareContactCard',
	type: 'boolean',
	default: true,
	description:
		'Whether to share the name and photo of the line behind the message, at most once a day in each chat. It needs an active contact card. If that fails, the message is sent all the same, and contact_card_reason says why.',
};

/** Read by send/secondOutput.ts. */
const secondOutputOption: Field = {
	displayName: 'Outcomes on a Second Output',
	name: 'secondOutput',
	type: 'boolean',
	default: true,
	description:
		'Whether items that are not sent come out on an output of their own, with the data of their input and the field outcome. Set On Error to Continue (using error output) in the settings of the node: that output is the second one.',
};

/** The options of the send path that an operation has a use for. */
export const sendOptions = (route: Route): Field[] => [
	...paceOptions,
	...(keyPlaceOf(route) ? [sendOnceOption] : []),
	...(route.toPeople ? newChatOptions : []),
	...(sendsMessage(route)
		? [atRiskOption, contactCardOption, refusalOption, secondOutputOption, sendWindowOption]
		: []),
];
