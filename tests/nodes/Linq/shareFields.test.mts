import { NodeHelpers, type INodeProperties } from 'n8n-workflow';

import { shareFields, type Form } from '../../../nodes/Linq/description/shareFields.ts';

const field = (name: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
});

const form = (resource: string, operation: string, ...fields: INodeProperties[]): Form => ({
	resource,
	operation,
	fields,
});

/** The names that n8n shows for an operation, in their order. */
const shown = (properties: INodeProperties[], { resource, operation }: Form) =>
	properties
		.filter((property) =>
			NodeHelpers.displayParameter({ resource, operation }, property, null, null),
		)
		.map(({ name }) => name);

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(field) as [
	INodeProperties,
	INodeProperties,
	INodeProperties,
	INodeProperties,
];

test('makes one property of a field that several operations have', () => {
	const forms = [form('chat', 'get', a, b), form('chat', 'update', a, c), form('poll', 'vote', a)];
	const properties = shareFields(forms);
	expect(properties.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
	expect(forms.map((one) => shown(properties, one))).toEqual([['a', 'b'], ['a', 'c'], ['a']]);
});

test('shows a field nowhere else, though operations of two resources have the same name', () => {
	const forms = [
		form('chat', 'get', a),
		form('chat', 'list'),
		form('message', 'get', b),
		form('message', 'list', a),
	];
	const properties = shareFields(forms);
	expect(forms.map((one) => shown(properties, one))).toEqual([['a'], [], ['b'], ['a']]);
});

test('keeps the order of each operation, even where a later one first shows it', () => {
	const forms = [form('chat', 'one', a, d), form('chat', 'two', c), form('chat', 'three', b, c, d)];
	const properties = shareFields(forms);
	expect(properties).toHaveLength(4);
	expect(forms.map((one) => shown(properties, one))).toEqual([['a', 'd'], ['c'], ['b', 'c', 'd']]);
});

test('refuses two orders of the same fields', () => {
	const forms = [form('chat', 'one', a, b), form('chat', 'two', b, a)];
	expect(() => shareFields(forms)).toThrow(
		'Operations have the same fields in different orders: a, b',
	);
});

test('needs no condition for a field of all operations, and keeps a field’s own', () => {
	const conditional = { ...b, displayOptions: { show: { a: ['yes'] } } };
	const forms = [form('chat', 'one', a, conditional), form('poll', 'two', a)];
	expect(shareFields(forms)).toEqual([
		a,
		{ ...b, displayOptions: { show: { resource: ['chat'], operation: ['one'], a: ['yes'] } } },
	]);
});

test('looks for the selectors at the root, from within a collection', () => {
	const forms = [form('chat', 'one', a), form('chat', 'two')];
	expect(shareFields(forms, '/')[0]?.displayOptions).toEqual({
		show: { '/resource': ['chat'], '/operation': ['one'] },
	});
});
