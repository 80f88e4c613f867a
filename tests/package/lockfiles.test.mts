import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/project.mts';

interface Lockfile {
	packages: Record<
		string,
		{ version?: string; integrity?: string; resolved?: string; link?: boolean }
	>;
}

// Addresses would tie everybody to the registry that the lockfile was made with.
describe.each(['package-lock.json', 'runtime/package-lock.json'])('%s', (file) => {
	let lockfile: Lockfile;

	beforeAll(async () => {
		lockfile = JSON.parse(await readFile(join(projectFolder, file), 'utf8')) as Lockfile;
	});

	it('holds no address of a registry', () => {
		expect(JSON.stringify(lockfile)).not.toMatch(/"resolved":/);
	});

	it('pins every package to its content', () => {
		const loose = Object.entries(lockfile.packages).filter(
			([path, { integrity }]) => path !== '' && integrity === undefined,
		);
		expect(loose.map(([path]) => path)).toEqual([]);
	});
});
