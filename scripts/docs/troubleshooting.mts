// npm run troubleshooting: makes docs/troubleshooting.md anew.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFolder } from '../project.mts';
import { troubleshootingPage } from './troubleshootingPage.mts';

await writeFile(join(projectFolder, 'docs', 'troubleshooting.md'), troubleshootingPage());
