import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { collectEvidence } from '../tests/support/drift/evidence.mts';
import { outputSchemas } from '../tests/support/drift/outputSchema.mts';
import { Stage } from '../tests/support/drift/stage.mts';
import { projectFolder } from './project.mts';

const folder = join(projectFolder, 'nodes', 'Linq', '__schema__');
const stage = await Stage.open();
const schemas = outputSchemas(await collectEvidence(stage));
await stage.close();
await rm(folder, { recursive: true, force: true });
for (const [path, text] of schemas) {
	const file = join(folder, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, text);
}
