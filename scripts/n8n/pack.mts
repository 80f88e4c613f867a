import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { npm } from '../npm.mts';
import { projectFolder } from '../project.mts';

const Packed = z.array(z.object({ filename: z.string() })).nonempty();

/**
 * Builds the package and packs it as it would be published.
 * @param folder where the tarball goes; made if absent
 * @returns the tarball's path
 * @throws CommandError if the build or npm pack fails
 */
export async function packPackage(folder: string, signal?: AbortSignal): Promise<string> {
	await mkdir(folder, { recursive: true });
	await npm(['run', 'build'], { cwd: projectFolder, signal });
	const answer = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
		cwd: projectFolder,
		signal,
	});
	return join(folder, Packed.parse(JSON.parse(answer))[0].filename);
}
