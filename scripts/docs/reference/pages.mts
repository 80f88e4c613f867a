import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../../nodes/Linq/resources/index.ts';
import { projectFolder } from '../../project.mts';
import { eventsPage } from './eventsPage.mts';
import { FieldWords } from './fieldWords.mts';
import type { Documented } from './operations.mts';
import { operations } from './operations.mts';
import type { OutputSchema } from './output.mts';
import { fileOf, MADE } from './file.mts';
import { operationsTable, resourcePage } from './resourcePage.mts';
import { sharedPage } from './sharedPage.mts';
import { credentialPage, triggerPage } from './triggerPage.mts';

/**
 * The pages of docs/reference/, by their file.
 *
 * @throws Error for an output field that nobody has described, and for a description of none
 */
export function referencePages(): Map<string, string> {
	const words = new FieldWords();
	const pages = new Map([
		['README.md', indexPage()],
		...resources.map((resource): [string, string] => [
			fileOf(resource),
			resourcePage(resource, schemaOf, words),
		]),
		['fields.md', sharedPage()],
		['events.md', eventsPage(words)],
		['linq-trigger.md', triggerPage()],
		['credential.md', credentialPage()],
	]);
	const unused = words.unused();
	if (unused.length > 0) {
		throw new Error(`No output has these fields of fieldWords.mts: ${unused.join(', ')}`);
	}
	return pages;
}

function schemaOf({ name }: Documented): OutputSchema {
	const path = `nodes/Linq/__schema__/v1.0.0/${name.replace('.', '/')}.json`;
	return JSON.parse(readFileSync(join(projectFolder, path), 'utf8')) as OutputSchema;
}

const indexPage = (): string =>
	[
		'# Reference',
		MADE,
		'Every operation of the **Linq** node: what it does, its fields and options, what it outputs, and an example. Options that several operations share are on [a page of their own](fields.md); so are the [fields](linq-trigger.md) and the [events](events.md) of **Linq Trigger**, and the [credential](credential.md).',
		...resources.flatMap((resource) => [
			`## [${resource.name}](${fileOf(resource)})`,
			operationsTable(
				operations.filter((one) => one.resource === resource),
				fileOf(resource),
			),
		]),
		'',
	].join('\n\n');
