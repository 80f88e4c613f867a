import type { Field, Route } from '../operation';
import { MAX_CONCURRENT_REQUESTS, MAX_WAIT } from '../send/attempt';
import { keyPlaceOf, sendsMessage } from '../send/route';

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

/** Read by send/key.ts; the first one that is given counts. */
const keyOptions: Field[] = [
	{
		displayName: 'Deduplication',
		name: 'deduplication',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'An item is sent once per execution, however often n8n retries the node',
			},
			{
				name: 'None',
				value: 'none',
				description: 'A retried item is sent again',
			},
		],
		default: 'automatic',
		description: 'Whether Linq recognizes an item that n8n sends again',
	},
	{
		displayName: 'Deduplication Key',
		name: 'deduplicationKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-sale {{ $json.contactId }}',
		description:
			'Items with the same key are sent only once by this node, also in later executions, e.g. the name of the campaign and the contact. Can be of any length. Other nodes and copies of the workflow keep track separately.',
	},
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-sale-+14155550123',
		description:
			'The exact key to give to Linq instead of one made by the node. It is valid for your whole Linq account. At most 255 characters.',
	},
];

const outcomeOption: Field = {
	displayName: 'If the Recipient Cannot Be Messaged',
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

/** The options of the send path that an operation has a use for. */
export const sendOptions = (route: Route): Field[] => [
	...paceOptions,
	...(keyPlaceOf(route) ? keyOptions : []),
	...(sendsMessage(route) ? [outcomeOption] : []),
];
