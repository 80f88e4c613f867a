import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { messageFields } from '../../nodes/Linq/fields/message.ts';
import { ANIMATIONS, STYLES } from '../../nodes/Linq/message/decorations.ts';
import { ERROR_CODES } from '../../nodes/Linq/request/errorCodes.ts';
import { resources } from '../../nodes/Linq/resources/index.ts';
import { EVENTS } from '../../nodes/LinqTrigger/events.ts';
import { contract, contractOperations, schema } from '../support/contract.mts';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

test.each(operations.map(({ resource, operation }) => [resource.name, operation.name, operation]))(
	'%s > %s has a route of the contract',
	(_resource, _name, { method, path }) => {
		expect([...contractOperations.keys()]).toContain(`${method} ${path}`);
	},
);

test('no route stands twice', () => {
	const routes = operations.map(
		({ operation: { method, path, body } }) => `${method} ${path} ${JSON.stringify(body)}`,
	);
	expect(new Set(routes).size).toBe(routes.length);
});

test('the trigger offers every event of the contract, and no other', () => {
	expect(EVENTS.map(({ value }) => value).sort()).toEqual(Object.keys(contract.webhooks).sort());
	expect(EVENTS.map(({ value }) => value).sort()).toEqual(
		[...(schema('WebhookEventType').enum ?? [])].sort(),
	);
});

test('every error code of the API is explained', () => {
	const webhookOnly = [4006, 4007, 4008];
	const known = (schema('ErrorCode')['x-known-values'] as number[]).filter(
		(code) => !webhookOnly.includes(code),
	);
	expect(Object.keys(ERROR_CODES).map(Number).sort()).toEqual(known.sort());
});

test('decorations are those of the contract', () => {
	const { properties } = schema('TextDecoration');
	expect(STYLES).toEqual(properties?.style?.enum);
	expect(ANIMATIONS).toEqual(properties?.animation?.enum);
});

test('effects and services are those of the contract', () => {
	const { screen, bubble } = schema('MessageEffect').properties?.name?.['x-known-values'] as {
		screen: string[];
		bubble: string[];
	};
	expect(option('effect').sort()).toEqual(
		[...screen.map((name) => `screen:${name}`), ...bubble.map((name) => `bubble:${name}`)].sort(),
	);
	expect(option('preferredService').sort()).toEqual([...(schema('ServiceType').enum ?? [])].sort());
});

/** Values that an option of a message can take. */
function option(name: string): unknown[] {
	const options = messageFields('message').find((field) => field.name === 'options');
	const field = (options?.options as INodeProperties[]).find((entry) => entry.name === name);
	return (field?.options as INodePropertyOptions[]).map(({ value }) => value);
}
