import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../../scripts/pack.mts';

/** How the tarball's path gets from jest's own process to those that run the tests. */
const VARIABLE = 'LINQ_TEST_TARBALL';

/** Builds and packs the package, once in a run of jest, however many projects ask for it. */
export async function packOnce(): Promise<void> {
	if (process.env[VARIABLE] !== undefined) return;
	const folder = await mkdtemp(join(tmpdir(), 'linq-tarball-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	process.env[VARIABLE] = await packPackage(folder);
}

/** The tarball that {@link packOnce} made, for a test. */
export function packedTarball(): string {
	const path = process.env[VARIABLE];
	if (path === undefined) throw new Error('Only the projects "package" and "e2e" have a tarball.');
	return path;
}
