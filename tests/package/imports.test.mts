import { join } from 'node:path';

import { projectFolder } from '../../scripts/project.mts';
import { run } from '../../scripts/run.mts';

test('no file is reached from itself, and each folder imports only what it may', async () => {
	const cruiser = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
	const args = [cruiser, '--config', '.dependency-cruiser.cjs', 'nodes', 'credentials'];
	const output = await run(process.execPath, args, { cwd: projectFolder });
	expect(output).toMatch(/no dependency violations found \(\d{3} modules/);
}, 60_000);
