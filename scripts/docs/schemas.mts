import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { collectEvidence } from '../../tests/support/drift/evidence.mts';
import {
	outputSchemas,
	TRIGGER_SCHEMA,
	triggerSchema,
} from '../../tests/support/drift/outputSchema.mts';
import { Stage } from '../../tests/support/drift/stage.mts';
import { projectFolder } from '../project.mts';

const stage = await Stage.open();
const ofOperations = outputSchemas(await collectEvidence(stage));
await stage.close();
await write('Linq', ofOperations);
await write('LinqTrigger', new Map([[TRIGGER_SCHEMA, triggerSchema()]]));

/** Replaces the schemas of a node. */
async function write(node: string, schemas: Map<string, string>): Promise<void> {
	const folder = join(projectFolder, 'nodes', node, '__schema__');
	await rm(folder, { recursive: true, force: true });
	for (const [path, text] of schemas) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}
