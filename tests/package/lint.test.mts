import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../scripts/npm.mts';
import { projectFolder } from '../../scripts/project.mts';
import { run } from '../../scripts/run.mts';
import { unpackTarball } from '../support/unpacked.mts';

const MINUTES = 60_000;

describe('lint', () => {
	it(
		"finds nothing, not even a warning, with n8n's rules in strict mode and our own",
		async () => {
			const output = await npm(['run', 'lint'], { cwd: projectFolder });
			expect(output).not.toMatch(/\b(warning|error)s?\b/i);
		},
		4 * MINUTES,
	);

	it('is switched off nowhere in what is published', async () => {
		for (const folder of ['nodes', 'credentials']) {
			const entries = await readdir(join(projectFolder, folder), {
				recursive: true,
				withFileTypes: true,
			});
			for (const entry of entries.filter((one) => one.isFile())) {
				const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
				expect(text).not.toMatch(/eslint-disable|@ts-(ignore|nocheck|expect-error)/);
			}
		}
	});

	it(
		"passes the rules of n8n's scan of published packages, in the sources and in the tarball",
		async () => {
			const unpacked = await unpackTarball();
			try {
				const args = ['--import', 'tsx', 'scripts/package/scan.mts', unpacked.folder];
				await expect(run(process.execPath, args, { cwd: projectFolder })).resolves.toBeDefined();
			} finally {
				await unpacked.remove();
			}
		},
		4 * MINUTES,
	);
});
