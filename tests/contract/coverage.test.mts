import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodePropertyOptions } from 'n8n-workflow';

import { collectEvidence, type Evidence } from '../support/drift/evidence.mts';
import { fieldsOf, filledBy, nodeOperations } from '../support/drift/fields.mts';
import { NOT_THERE } from '../support/drift/furniture.mts';
import { LEFT_OUT_PROPERTIES, UNSENT_FIELDS } from '../support/drift/leftOut.mts';
import { outputSchemas, TRIGGER_SCHEMA, triggerSchema } from '../support/drift/outputSchema.mts';
import { LinqTrigger } from '../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { bodyPlaces, parameterPlaces } from '../support/drift/places.mts';
import { report } from '../support/drift/report.mts';
import { samples } from '../support/drift/samples/index.mts';
import { Stage } from '../support/drift/stage.mts';
import { controlWays } from '../support/drift/ways.mts';
import { contractOperation } from '../support/contract.mts';

/** Everything that the node does is done once, in a sandbox that checks it against the contract. */
let stage: Stage;
let evidence: Map<string, Evidence>;

beforeAll(async () => {
	stage = await Stage.open();
	evidence = await collectEvidence(stage);
}, 120_000);

afterAll(() => stage.close());

function seen(name: string): Evidence {
	const found = evidence.get(name);
	if (!found) throw new Error(`${name} was not run`);
	return found;
}

test('samples are of operations that the node has', () => {
	expect(Object.keys(samples).sort()).toEqual(nodeOperations.map(({ name }) => name).sort());
});

describe.each(nodeOperations.map((one) => [one.label, one] as const))('%s', (_label, one) => {
	const { name, route } = one;

	test('has samples that fill every field', () => {
		const filled = new Set(samples[name]?.(NOT_THERE).flatMap((set) => filledBy(set)));
		const empty = fieldsOf(one)
			.map(({ path }) => path)
			.filter((path) => !filled.has(path) && !UNSENT_FIELDS.includes(path));
		expect(empty).toEqual([]);
	});

	test('calls its own operation of the contract', () => {
		expect([...seen(name).operationIds]).toEqual([contractOperation(route).operationId]);
	});

	test('sends only what the contract has', () => {
		const unknown = (sent: Set<string>, known: Map<string, unknown>) =>
			[...sent].filter((path) => !known.has(path));
		expect(unknown(seen(name).body, bodyPlaces(route))).toEqual([]);
		expect(unknown(seen(name).query, parameterPlaces(route, 'query'))).toEqual([]);
	});
});

test.each([...new Set(nodeOperations.map(({ route }) => route))])(
	'%s: every property and parameter is sent by a field, or left out with a reason',
	(route) => {
		const all = nodeOperations.filter((one) => one.route === route).map(({ name }) => seen(name));
		const sent = (part: 'body' | 'query' | 'headers', name: string) =>
			all.some((one) => one[part].has(name));
		const query = [...parameterPlaces(route, 'query').keys()];
		const missing = [
			...[...bodyPlaces(route).keys()].filter((name) => !sent('body', name)),
			// Whatever asks for pages of a size follows their cursor (request/pages.ts).
			...query.filter((name) => !sent('query', name === 'cursor' ? 'limit' : name)),
			...[...parameterPlaces(route, 'header').keys()]
				.filter((name) => !sent('headers', name.toLowerCase()))
				.map((name) => `${name} (header)`),
		];
		const leftOut = Object.keys(LEFT_OUT_PROPERTIES[route] ?? {});
		const belongsTo = (name: string, reason: string) =>
			name === reason || name.startsWith(`${reason}.`);
		expect(missing.filter((name) => !leftOut.some((reason) => belongsTo(name, reason)))).toEqual(
			[],
		);
		expect(leftOut.filter((reason) => !missing.includes(reason))).toEqual([]);
	},
);

test('docs/coverage.md is up to date (npm run coverage)', async () => {
	const written = readFileSync(join(import.meta.dirname, '../../docs/coverage.md'), 'utf8');
	expect(written).toBe(report(evidence, await controlWays(stage)));
}, 60_000);

describe('nodes/Linq/__schema__ (npm run schemas)', () => {
	const folder = join(import.meta.dirname, '../../nodes/Linq/__schema__');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.json'),
	);

	test('has a schema for every operation, and no other', () => {
		expect(files.sort()).toEqual([...outputSchemas(evidence).keys()].sort());
	});

	test.each(files)('%s is what comes out', (path) => {
		expect(readFileSync(join(folder, path), 'utf8')).toBe(outputSchemas(evidence).get(path));
	});
});

describe('the fields that a tool can select are those of the output', () => {
	/** They stay, whatever is selected. */
	const ALWAYS = ['idempotency_key', 'messages', 'stopped', 'unsent'];

	const withFields = nodeOperations.flatMap(({ resource, operation }) => {
		const field = operation.fields?.find(({ name }) => name === 'outputFields');
		const path = `v1.0.0/${resource.value}/${operation.value}.json`;
		return field ? [[path, (field.options as INodePropertyOptions[]) ?? []] as const] : [];
	});

	test.each(withFields)('%s', (path, options) => {
		const { properties } = JSON.parse(outputSchemas(evidence).get(path) ?? '') as {
			properties: object;
		};
		const names = Object.keys(properties).filter((name) => !ALWAYS.includes(name));
		expect(options.map(({ value }) => value).sort()).toEqual(names.sort());
	});
});

test('the schema of Linq Trigger is what comes out (npm run schemas)', () => {
	const folder = join(import.meta.dirname, '../../nodes/LinqTrigger/__schema__');
	expect(readdirSync(folder)).toEqual([TRIGGER_SCHEMA]);
	expect(readFileSync(join(folder, TRIGGER_SCHEMA), 'utf8')).toBe(triggerSchema());
	expect(TRIGGER_SCHEMA).toBe(`v${new LinqTrigger().description.version as number}.0.json`);
});
