import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { collectEvidence } from '../../tests/support/drift/evidence.mts';
import { report } from '../../tests/support/drift/report.mts';
import { Stage } from '../../tests/support/drift/stage.mts';
import { controlWays } from '../../tests/support/drift/ways.mts';
import { projectFolder } from '../project.mts';

const stage = await Stage.open();
const evidence = await collectEvidence(stage);
await writeFile(
	join(projectFolder, 'docs', 'coverage.md'),
	report(evidence, await controlWays(stage)),
);
await stage.close();
