import type { INodeProperties } from 'n8n-workflow';

import { inOrderOfUse, ORDER } from '../../../nodes/Linq/description/optionOrder.ts';
import { sendOptions } from '../../../nodes/Linq/fields/sendOptions.ts';
import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import { LinqTrigger } from '../../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { nodeOperations } from '../../support/drift/fields.mts';

/*
 * n8n lists the actions and triggers of a community node in the order of the description, and has no
 * search box for them. So the order is part of the product: most wanted first.
 */

const offered = (properties: INodeProperties[], name: string, resource?: string) => {
	const property = properties.find(
		(one) =>
			one.name === name && (!resource || one.displayOptions?.show?.resource?.includes(resource)),
	);
	return ((property?.options ?? []) as INodeProperties[]).map((one) => one.name);
};

const { properties } = new Linq().description;

test('messages come first among the resources, payments and webhooks last', () => {
	const names = offered(properties, 'resource');
	expect(names.slice(0, 5)).toEqual(['Message', 'Chat', 'Voice Memo', 'Poll', 'Typing']);
	expect(names.slice(-4)).toEqual([
		'Payment Request',
		'Agent Payment',
		'Webhook Subscription',
		'Webhook Event',
	]);
});

test('the node starts out with Message > Send, the first of its actions', () => {
	const [resource, operation] = ['resource', 'operation'].map((name) =>
		properties.find((one) => one.name === name),
	);
	expect(resource?.default).toBe('message');
	expect(operation?.displayOptions?.show?.resource).toEqual(['message']);
	expect(operation?.default).toBe('send');
	expect(offered(properties, 'operation', 'message')[0]).toBe('Send');
});

test('no resource begins with an operation that cannot be undone', () => {
	for (const { resource } of nodeOperations) {
		expect(resource.operations[0].value).not.toMatch(/delete|remove|cancel|revoke|leave/i);
	}
});

test('events begin with those that most workflows wait for, and end with all of them', () => {
	const names = offered(new LinqTrigger().description.properties, 'events');
	expect(names.slice(0, 4)).toEqual([
		'Message Received',
		'Reaction Added',
		'Message Read',
		'Message Delivered',
	]);
	expect(names.at(-1)).toBe('All Events');
	expect(new Set(names).size).toBe(names.length);
});

test('events about the same thing stand together', () => {
	// Reactions are at the top too, as what is asked for next after messages.
	const families = offered(new LinqTrigger().description.properties, 'events')
		.filter((name) => !name.startsWith('Reaction '))
		.map((name) => name.split(' ')[0]);
	const runs = families.filter((family, index) => family !== families[index - 1]);
	expect(runs).toEqual([...new Set(families)]);
});

describe('options', () => {
	const optionsOf = ({ operation }: (typeof nodeOperations)[number]) => [
		...(operation.options ?? []),
		...sendOptions(operation),
	];

	test('each has a place, and each place an option', () => {
		const names = new Set(nodeOperations.flatMap(optionsOf).map(({ name }) => name));
		expect([...ORDER].sort()).toEqual([...names].sort());
	});

	test('of sending a message: its content, then how often and when, then the pace', () => {
		const send = nodeOperations.find(({ name }) => name === 'message.send');
		const names = inOrderOfUse(send ? optionsOf(send) : []).map(({ displayName }) => displayName);
		const some = ['Effect', 'Send Window', 'Default Country', 'Max Wait (Seconds)'];
		expect(names.filter((name) => some.includes(name))).toEqual(some);
	});

	test('one without a place is refused', () => {
		const stray: INodeProperties = {
			displayName: 'Stray',
			name: 'stray',
			type: 'string',
			default: '',
		};
		expect(() => inOrderOfUse([stray])).toThrow('The option "stray" has no place');
	});
});
