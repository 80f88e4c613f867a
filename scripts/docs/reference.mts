// npm run reference: makes docs/reference/ anew, and the table of operations in README.md.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFolder } from '../project.mts';
import { referencePages } from './reference/pages.mts';
import { withOperations } from './reference/readmeTable.mts';

const folder = join(projectFolder, 'docs', 'reference');
const pages = referencePages();
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of pages) await writeFile(join(folder, name), text);

const readme = join(projectFolder, 'README.md');
await writeFile(readme, withOperations(await readFile(readme, 'utf8')));
