import type { INodePropertyOptions } from 'n8n-workflow';

import { ERROR_CODES } from '../../nodes/shared/errors/codes.ts';
import { EVENTS } from '../../nodes/shared/events.ts';
import { operations as handlers } from '../../sandbox/api/index.mts';
import { eventTypes } from '../../sandbox/api/webhooks.mts';
import { contract, contractOperations, schema } from '../support/contract.mts';
import { OWN_CHOICES, placeOf, valuesFor } from '../support/drift/composed.mts';
import { fieldsOf, nodeOperations, type Field } from '../support/drift/fields.mts';
import { LEFT_OUT_ROUTES, LEFT_OUT_VALUES } from '../support/drift/leftOut.mts';

const labelled = nodeOperations.map((one) => [one.label, one] as const);

test('every route of the contract is an operation of the node, or left out with a reason', () => {
	const routes = [...nodeOperations.map(({ route }) => route), ...Object.keys(LEFT_OUT_ROUTES)];
	expect([...new Set(routes)].sort()).toEqual([...contractOperations.keys()].sort());
});

test('no route stands twice', () => {
	const routes = nodeOperations.map(
		({ route, operation: { body } }) => `${route} ${JSON.stringify(body)}`,
	);
	expect(new Set(routes).size).toBe(routes.length);
});

test('the sandbox answers every route of the contract, and no other', () => {
	const ids = [...contractOperations.values()].map(({ operationId }) => operationId);
	expect(Object.keys(handlers).sort()).toEqual(ids.sort());
});

test('the trigger, the sandbox and the contract have the same events', () => {
	const events = Object.keys(contract.webhooks).sort();
	expect(EVENTS.map(({ value }) => value).sort()).toEqual(events);
	expect([...eventTypes()].sort()).toEqual(events);
	expect([...(schema('WebhookEventType').enum ?? [])].sort()).toEqual(events);
});

test('every error code of the API is explained', () => {
	const webhookOnly = [4006, 4007, 4008];
	const known = (schema('ErrorCode')['x-known-values'] as number[]).filter(
		(code) => !webhookOnly.includes(code),
	);
	expect(Object.keys(ERROR_CODES).map(Number).sort()).toEqual(known.sort());
});

describe.each(labelled)('%s', (_label, one) => {
	const fields = fieldsOf(one);

	test('offers the values that the contract has', () => {
		const offered = valuesByPlace(fields.filter(isChoice));
		const leftOut = Object.keys(LEFT_OUT_VALUES[one.name] ?? {});
		for (const [field, values] of offered) {
			const known = valuesFor(one, field)?.filter((value) => !leftOut.includes(String(value)));
			expect({ field: field.path, values: values.sort() }).toEqual({
				field: field.path,
				values: known?.sort(),
			});
		}
	});

	test('has the limits of the contract', () => {
		for (const field of fields.filter(({ path }) => !FREE_LIMITS.has(lastOf(path)))) {
			const { minValue, maxValue } = field.property.typeOptions ?? {};
			const known = placeOf(one, field)?.schema;
			if (minValue === undefined && maxValue === undefined && known?.type !== 'integer') continue;
			expect({ field: field.path, minValue, maxValue }).toEqual({
				field: field.path,
				minValue: known?.minimum,
				maxValue: known?.maximum,
			});
		}
	});

	test('says how long texts may be', () => {
		for (const field of fields) {
			const { description = '' } = field.property;
			const said = /at most ([\d,]+) characters/i.exec(description)?.[1]?.replace(',', '');
			if (field.path.startsWith('parts.') || (!said && !field.routed)) continue;
			const most = placeOf(one, field)?.schema.maxLength;
			expect({ field: field.path, most: said && Number(said) }).toEqual({
				field: field.path,
				most,
			});
		}
	});

	test('requires what the contract requires', () => {
		for (const field of fields) {
			const place = placeOf(one, field);
			const { required = false, type } = field.property;
			const inContract = place?.required ?? 'never';
			if (required && place) {
				// A field that is shown only sometimes may be required where the contract says "if".
				const allowed = field.always ? ['always'] : ['always', 'sometimes'];
				expect([field.path, allowed.includes(inContract)]).toEqual([field.path, true]);
			}
			if (inContract !== 'always' || !isOfBody(field)) continue;
			const takesNothing = [place?.schema.type].flat().includes('null');
			const isFilled = required || takesNothing || !NEEDS_INPUT.includes(type);
			expect([field.path, field.always && isFilled]).toEqual([field.path, true]);
		}
	});

	test('needs every value of its path', () => {
		const names = [...one.route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		for (const name of names) {
			expect(fields.find(({ path }) => path === name)?.property.required).toBe(true);
		}
	});
});

/** Types of fields that can stay empty; others always have a value. */
const NEEDS_INPUT = ['string', 'resourceLocator', 'json', 'dateTime', 'fixedCollection'];

/** Limits of our own: n8n's lists and pace, places in a text, what Linq clamps or leaves open. */
const FREE_LIMITS = new Set([
	'limit',
	'maxConcurrentRequests',
	'maxWait',
	'start',
	'end',
	'scale',
	'rotation',
	'appStoreId',
]);

/** Whether its value stands at the top of the body or in the query. */
const isOfBody = ({ routed }: Field) => routed !== undefined && !/[.[]/.test(routed.place);

const lastOf = (path: string) => path.split('.').at(-1) ?? '';

/** Fields with a list of values, also those within parts of messages. */
const isChoice = ({ path, property: { type } }: Field) =>
	['options', 'multiOptions'].includes(type) && !OWN_CHOICES.test(path);

/** What fields offer for the same place, together: the variants of a background, say. */
function valuesByPlace(fields: Field[]): Array<[Field, unknown[]]> {
	const byPlace = new Map<string, [Field, unknown[]]>();
	for (const field of fields) {
		const entry = byPlace.get(field.routed?.place ?? field.path) ?? [field, []];
		entry[1].push(
			...(field.property.options as INodePropertyOptions[]).map(({ value }) => value),
		);
		byPlace.set(field.routed?.place ?? field.path, entry);
	}
	return [...byPlace.values()];
}
