import type { INodeProperties } from 'n8n-workflow';

import { simplifyField } from '../../shared/simplify/field';

/** The fields of simplified items, by what the item is; as in `__schema__`. */
const MESSAGE = [
	'message_id',
	'chat_id',
	'direction',
	'from',
	'text',
	'links',
	'media',
	'mentions',
	'service',
	'status',
	'effect',
	'reply_to_message_id',
	'created_at',
	'sent_at',
	'delivered_at',
	'read_at',
];

const CHAT = [
	'chat_id',
	'name',
	'title',
	'is_group',
	'line',
	'participants',
	'service',
	'health_status',
	'health_score',
	'created_at',
	'updated_at',
];

const SENT_MESSAGE = [
	...MESSAGE,
	'line',
	'is_group',
	'participants',
	'created_new_chat',
	'line_selection',
	'previous_chat_id',
];

const CREATED_CHAT = [
	...MESSAGE,
	'title',
	'is_group',
	'line',
	'participants',
	'health_status',
	'health_score',
];

const PAYMENT_REQUEST = [
	'payment_request_id',
	'status',
	'mode',
	'amount',
	'currency',
	'checkout_url',
	'description',
	'metadata',
	'created_at',
	'paid_at',
];

/** Every field that can be selected. */
export const SELECTABLE = [
	...new Set([...SENT_MESSAGE, ...CREATED_CHAT, ...CHAT, ...PAYMENT_REQUEST]),
];

const inWorkflows = { hide: { '@tool': [true] } };
const asTool = { show: { '@tool': [true] } };

const simplifyInWorkflows: INodeProperties = { ...simplifyField, displayOptions: inWorkflows };

const outputModeField: INodeProperties = {
	displayName: 'Output',
	name: 'outputMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The fields that matter, without nesting',
		},
		{ name: 'Raw', value: 'raw', description: 'The response as Linq gives it' },
		{
			name: 'Selected Fields',
			value: 'selected',
			description: 'Only what the model needs, which costs fewer tokens',
		},
	],
	default: 'simplified',
	displayOptions: asTool,
	description: 'What the model gets to see of the response',
};

const LABELS: Record<string, string> = { message_id: 'Message ID', chat_id: 'Chat ID' };

const titleCase = (name: string) =>
	name.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const outputFieldsField = (names: string[]): INodeProperties => ({
	displayName: 'Fields',
	name: 'outputFields',
	type: 'multiOptions',
	options: names.map((value) => ({ name: LABELS[value] ?? titleCase(value), value })),
	default: [],
	required: true,
	displayOptions: { show: { ...asTool.show, outputMode: ['selected'] } },
	description: 'The fields that the model gets to see',
});

/**
 * How an operation shows its response: Simplify in workflows, Output and Fields for tools, as n8n's
 * guidelines for verified nodes ask. output/view.ts reads them.
 */
const viewFields = (names: string[]): INodeProperties[] => [
	simplifyInWorkflows,
	outputModeField,
	outputFieldsField(names),
];

export const messageViewFields = viewFields(MESSAGE);
export const sentMessageViewFields = viewFields(SENT_MESSAGE);
export const createdChatViewFields = viewFields(CREATED_CHAT);
export const chatViewFields = viewFields(CHAT);
export const paymentRequestViewFields = viewFields(PAYMENT_REQUEST);
