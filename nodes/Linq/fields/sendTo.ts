import type { IExecuteSingleFunctions } from 'n8n-workflow';

import type { Field } from '../operation';

/**
 * Whether a message goes to a chat or to people.
 *
 * The fields for the chat and for the people are those of all operations, hidden where this one asks
 * for the other. For that, n8n must drop its value where an operation does not have it, which n8n does
 * only for names that several properties have (n8n-workflow, node-helpers.ts, getNodeParameters): so
 * each operation has a property of its own. As it takes no expression, that costs nothing.
 *
 * @param description what it means for the operation; another one for each
 */
export const sendToField = (description: string): Field => ({
	displayName: 'Send To',
	name: 'sendTo',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Chat', value: 'chat', description: 'A chat that is there already, e.g. a group' },
		{
			name: 'Phone Number or Email',
			value: 'person',
			description: 'A person, or several as a group; the chat is found or made',
		},
	],
	default: 'person',
	description,
});

/** Shown unless the message goes to people. */
export const unlessToPeople = { hide: { sendTo: ['person'] } };

/** Shown unless the message goes to a chat. */
export const unlessToChat = { hide: { sendTo: ['chat'] } };

/** The same for options. */
export const optionUnlessToChat = { hide: { '/sendTo': ['chat'] } };

/** Whether Send To is Chat. */
export const goesToChat = (context: IExecuteSingleFunctions): boolean =>
	context.getNodeParameter('sendTo', 'person') === 'chat';
