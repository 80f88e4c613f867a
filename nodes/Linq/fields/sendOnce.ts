import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../operation';

const howOftenField: INodeProperties = {
	displayName: 'How Often',
	name: 'mode',
	type: 'options',
	options: [
		{
			name: 'Once per Execution',
			value: 'execution',
			description: 'A retry sends nothing twice; the next execution sends again',
		},
		{
			name: 'Once per Key',
			value: 'key',
			description: 'Also in later executions: this node sends each key once',
		},
		{
			name: 'Once per Exact Key',
			value: 'exactKey',
			description: 'The key goes to Linq as it is, and counts for your whole Linq account',
		},
		{ name: 'Every Time', value: 'always', description: 'A retry sends it again' },
	],
	default: 'execution',
};

const keyField: INodeProperties = {
	displayName: 'Key',
	name: 'key',
	type: 'string',
	displayOptions: { show: { mode: ['key', 'exactKey'] } },
	default: '',
	placeholder: 'e.g. spring-sale {{ $json.contactId }}',
	hint: 'Different for each message that is to be sent, e.g. the campaign and the contact',
	description:
		'Once per Key: of any length; other nodes and copies of the workflow keep track separately. Once per Exact Key: 255 characters or fewer.',
};

/** How often an item may be sent; send/sendOnce.ts reads it. */
export const sendOnceOption: Field = {
	displayName: 'Send Only Once',
	name: 'sendOnce',
	type: 'fixedCollection',
	placeholder: 'Add Rule',
	// n8n drops an empty collection when the next option is added.
	default: { rule: { mode: 'execution', key: '' } },
	description:
		'How Linq recognizes what it was sent before. Without this option, an item is sent once per execution, however often n8n retries the node.',
	options: [{ displayName: 'Rule', name: 'rule', values: [howOftenField, keyField] }],
};
