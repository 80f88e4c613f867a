import type { INodeProperties } from 'n8n-workflow';

import type { Route } from '../send/route';
import { keyPlaceOf, sendsMessage } from '../send/route';
import { REQUESTS_AT_ONCE, WAIT_AT_MOST } from '../send/run';

const paceOptions: INodeProperties[] = [
	{
		displayName: 'Requests at Once',
		name: 'requestsAtOnce',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: REQUESTS_AT_ONCE,
		description:
			'How many items may be under way at the same time. What goes to the same chat or recipient is always sent one after the other, in the order of the items.',
	},
	{
		displayName: 'Wait at Most',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: WAIT_AT_MOST,
		description:
			'Seconds that an item may wait when Linq asks for patience or is not available for a moment. Only items for the same chat or recipient wait with it.',
	},
];

/** Read by request/idempotency.ts; the first one that is given counts. */
const keyOptions: INodeProperties[] = [
	{
		displayName: 'Deduplication',
		name: 'deduplication',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'An item goes out once in an execution, however often n8n retries the node',
			},
			{
				name: 'None',
				value: 'none',
				description: 'What n8n or you repeat goes out again',
			},
		],
		default: 'automatic',
		description: 'Whether Linq recognises an item that n8n sends again',
	},
	{
		displayName: 'Deduplication Key',
		name: 'deduplicationKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-sale {{ $json.contactId }}',
		description:
			'What goes out only once with this node, also in later executions, e.g. the names of campaign and contact. Any length. Other nodes and copies of the workflow count for themselves.',
	},
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-sale-+14155550123',
		description:
			'The exact key for Linq, in place of one that the node makes. It counts for your whole Linq account. At most 255 characters.',
	},
];

const outcomeOption: INodeProperties = {
	displayName: 'If the Recipient Cannot Be Messaged',
	name: 'ifCannotBeMessaged',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'The item becomes an error' },
		{
			name: 'Output an Item',
			value: 'output',
			description:
				'The item says in its field outcome: sent, opted_out, blocked, must_text_first or line_not_eligible',
		},
	],
	default: 'fail',
	description: 'What to do when the recipient opted out, is blocked or must text first',
};

/** What every operation offers under Options, as far as it has a use for it. */
export const deliveryOptions = (route: Route): INodeProperties[] => [
	...paceOptions,
	...(keyPlaceOf(route) ? keyOptions : []),
	...(sendsMessage(route) ? [outcomeOption] : []),
];
