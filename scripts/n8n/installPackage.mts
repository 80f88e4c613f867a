import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../npm.mts';
import { packageName } from '../project.mts';
import { run } from '../run.mts';

type Manifest = Record<string, unknown> & { dependencies?: Record<string, string> };

async function readManifest(file: string): Promise<Manifest | undefined> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Manifest;
	} catch {
		return undefined;
	}
}

async function writeManifest(file: string, manifest: Manifest): Promise<void> {
	await writeFile(file, JSON.stringify(manifest, null, 2));
}

/**
 * Puts a packed tarball into an n8n's folder the way n8n 2.x does when a user installs a community
 * package (community-packages.service.js, downloadPackage): unpack, drop the dependencies that are
 * not for run time, npm install what is left, note the version.
 * @param userFolder what n8n gets as N8N_USER_FOLDER
 */
export async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const folder = join(nodes, 'node_modules', packageName);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { cwd: nodes });
	const manifest = await readManifest(join(folder, 'package.json'));
	if (manifest === undefined) throw new Error(`${tarball} holds no package.json.`);
	for (const field of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete manifest[field];
	}
	await writeManifest(join(folder, 'package.json'), manifest);
	await npm(
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: folder },
	);
	const list = join(nodes, 'package.json');
	const installed = (await readManifest(list)) ?? { name: 'installed-nodes', private: true };
	await writeManifest(list, {
		...installed,
		dependencies: { ...installed.dependencies, [packageName]: String(manifest.version) },
	});
}
