import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installPackage } from '../../scripts/n8n/installPackage.mts';
import { packPackage } from '../../scripts/n8n/pack.mts';

/** How the tarball's path gets from jest's own process to those that run the tests. */
const VARIABLE = 'LINQ_TEST_TARBALL';

/** Builds, packs and installs the package, once in a run of jest, however many projects ask for it. */
export async function packOnce(): Promise<void> {
	if (process.env[VARIABLE] !== undefined) return;
	const folder = await mkdtemp(join(tmpdir(), 'linq-tarball-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const tarball = await packPackage(folder);
	await installPackage(installed(tarball), tarball);
	process.env[VARIABLE] = tarball;
}

/** An n8n's folder beside the tarball that holds nothing but the installed package. */
const installed = (tarball: string): string => join(dirname(tarball), 'installed');

/** The tarball that {@link packOnce} made, for a test. */
export function packedTarball(): string {
	const path = process.env[VARIABLE];
	if (path === undefined) throw new Error('Only the projects "package" and "e2e" have a tarball.');
	return path;
}

/** Gives an n8n that has not been started yet the package, as installing it would. */
export async function layPackage(userFolder: string): Promise<void> {
	await cp(installed(packedTarball()), userFolder, { recursive: true });
}
