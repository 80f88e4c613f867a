import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../scripts/project.mts';
import { exampleOf, NAMES } from '../../scripts/docs/reference/example.mts';
import { referencePages } from '../../scripts/docs/reference/pages.mts';
import { withOperations } from '../../scripts/docs/reference/readmeTable.mts';
import { readingFirst } from '../support/drift/evidence.mts';
import type { Furniture } from '../support/drift/furniture.mts';
import { Stage } from '../support/drift/stage.mts';

const folder = join(projectFolder, 'docs', 'reference');
const pages = referencePages();

test('docs/reference has a page for each resource, and no other (npm run reference)', () => {
	expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
});

test.each([...pages])('docs/reference/%s is up to date (npm run reference)', (name, text) => {
	expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test('the table of operations in README.md is up to date (npm run reference)', () => {
	const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
	expect(withOperations(readme)).toBe(readme);
});

describe('the examples', () => {
	let stage: Stage;
	let there: Furniture;

	beforeAll(async () => {
		stage = await Stage.open();
		there = await stage.furnish();
	});
	afterAll(() => stage.close());

	test.each(readingFirst().map((one) => [one.label, one] as const))('%s', async (_label, one) => {
		const { parameters, item } = exampleOf(one, there);
		// The page has the same parameters, made without a sandbox.
		expect(exampleOf(one, NAMES).parameters).toEqual(parameters);
		const { resource, operation } = one;
		const { error, requests } = await stage.perform(resource.value, operation.value, parameters, [
			item,
		]);
		if (operation.method !== 'GET') there = await stage.furnish();
		expect(error).toBeUndefined();
		expect(requests).not.toEqual([]);
	});
});
