import type { INodePropertyOptions } from 'n8n-workflow';

import { ERROR_CODES } from '../../nodes/shared/errors/codes.ts';
import { EVENTS } from '../../nodes/shared/events.ts';
import { operations as handlers } from '../../sandbox/api/index.mts';
import { eventTypes } from '../../sandbox/api/webhooks.mts';
import { contract, contractOperations, schema } from '../support/contract.mts';
import { OWN_CHOICES, placeOf, valuesFor } from '../support/drift/composed.mts';
import { fieldsOf, nodeOperations, type Field, type NodeOperation } from '../support/drift/fields.mts';
import { LEFT_OUT_ROUTES, LEFT_OUT_VALUES } from '../support/drift/leftOut.mts';

const labelled = nodeOperations.map((one) => [one.label, one] as const);

test('every route of the contract is an operation of the node, or left out with a reason', () => {
	const routes = [...nodeOperations.map(({ route }) => route), ...Object.keys(LEFT_OUT_ROUTES)];
	expect([...new Set(routes)].sort()).toEqual([...contractOperations.keys()].sort());
});

test('no route stands twice', () => {
	const routes = nodeOperations
		// Chat > Create gives the chat in place of the message.
		.filter(({ name }) => name !== 'message.send@from')
		// Operations with several requests do more than their route.
		.filter(({ operation }) => !operation.perform && !operation.around)
		.map(({ route, operation: { body } }) => `${route} ${JSON.stringify(body)}`);
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

/** Whether a field has limits, or the contract has some for it that it should have. */
function isLimited(one: NodeOperation, field: Field): boolean {
	if (FREE_LIMITS.has(lastOf(field.path)) || FREE_LIMITS.has(`${one.name} ${field.path}`)) return false;
	const { minValue, maxValue } = field.property.typeOptions ?? {};
	const isNumber = placeOf(one, field)?.schema.type === 'integer';
	return minValue !== undefined || maxValue !== undefined || isNumber;
}

/** How many characters a field says that it takes. */
function saidLength({ property: { description = '' } }: Field): number | undefined {
	const said = /at most ([\d,]+) characters/i.exec(description)?.[1]?.replace(',', '');
	return said === undefined ? undefined : Number(said);
}

/** Types of fields that can stay empty; others always have a value. */
const NEEDS_INPUT = ['string', 'resourceLocator', 'json', 'dateTime', 'fixedCollection'];

/** Limits of our own: n8n's lists and pace, places in a text, what Linq clamps or leaves open. */
const FREE_LIMITS = new Set([
	// In units of the currency; tests/nodes/Linq/resources/extras.test.mts has the limit.
	'amount',
	'limit',
	'maxConcurrentRequests',
	'maxWait',
	'newChatsAtMost',
	'pause',
	'waitAmount',
	'start',
	'end',
	'scale',
	'rotation',
	'appStoreId',
	'maxDownloadSize',
	'maxFileSize',
	'maxUnanswered',
	'maxMessages',
	'messagePause',
	// Goes by another route, which has its limit.
	'voiceMemo.send options.replyToPart',
]);

/** Whether its value stands at the top of the body or in the query. */
const isOfBody = ({ routed }: Field) => routed !== undefined && !/[.[]/.test(routed.place);

const lastOf = (path: string) => path.split('.').at(-1) ?? '';

/** Fields with a list of values, also those within parts of messages. */
const isChoice = ({ path, property: { type } }: Field) =>
	['options', 'multiOptions'].includes(type) && !OWN_CHOICES.test(path);

/** All choices of fields for the same place, e.g. the variants of a background. */
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

/** A test for each operation that has any of these; the others have nothing to be tested. */
function testAll<Case>(name: string, cases: Case[], check: (one: Case) => void): void {
	if (cases.length > 0) test(name, () => cases.forEach(check));
}

describe.each(labelled)('%s', (_label, one) => {
	const fields = fieldsOf(one);

	const leftOut = Object.keys(LEFT_OUT_VALUES[one.name] ?? {});
	testAll(
		'offers the values that the contract has',
		valuesByPlace(fields.filter(isChoice)),
		([field, values]) => {
			const known = valuesFor(one, field)?.filter((value) => !leftOut.includes(String(value)));
			expect({ field: field.path, values: values.sort() }).toEqual({
				field: field.path,
				values: known?.sort(),
			});
		},
	);

	testAll(
		'has the limits of the contract',
		fields.filter((field) => isLimited(one, field)),
		(field) => {
			const { minValue, maxValue } = field.property.typeOptions ?? {};
			const { minimum, maximum } = placeOf(one, field)?.schema ?? {};
			expect({ field: field.path, minValue, maxValue }).toEqual({
				field: field.path,
				minValue: minimum,
				maxValue: maximum,
			});
		},
	);

	testAll(
		'says how long texts may be',
		fields.filter((field) => !field.path.startsWith('parts.') && (saidLength(field) || field.routed)),
		(field) => {
			const most = placeOf(one, field)?.schema.maxLength;
			expect({ field: field.path, most: saidLength(field) }).toEqual({ field: field.path, most });
		},
	);

	testAll(
		'requires what the contract requires',
		fields.filter((field) => field.property.required && placeOf(one, field)),
		(field) => {
			// A field that is shown only sometimes may be required where the contract says "if".
			const allowed = field.always ? ['always'] : ['always', 'sometimes'];
			const isAllowed = allowed.includes(placeOf(one, field)?.required ?? 'never');
			expect([field.path, isAllowed]).toEqual([field.path, true]);
		},
	);

	testAll(
		'fills what the contract requires',
		fields.filter((field) => isOfBody(field) && placeOf(one, field)?.required === 'always'),
		(field) => {
			const { required = false, type } = field.property;
			const takesNothing = [placeOf(one, field)?.schema.type].flat().includes('null');
			const isFilled = required || takesNothing || !NEEDS_INPUT.includes(type);
			expect([field.path, field.always && isFilled]).toEqual([field.path, true]);
		},
	);

	// Operations with several requests make them themselves.
	const path = one.operation.perform ? '' : one.route;
	testAll('needs every value of its path', [...path.matchAll(/\{(\w+)\}/g)], ([, name]) => {
		const filling = one.operation.fields?.find((field) => (field.fills ?? field.name) === name);
		expect(fields.find(({ path: of }) => of === filling?.name)?.property.required).toBe(true);
	});
});
