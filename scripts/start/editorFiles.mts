import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets n8n keep the editor's files, which it writes to `.cache` in its user folder at each start, in
 * a folder called node_modules. ESLint would take the 700 scripts for ours otherwise, and the strict
 * mode of community packages allows no change to its configuration.
 * @param folder where the node_modules folder goes, above or beside the user folder
 */
export async function setEditorFilesAside(folder: string, userFolder: string): Promise<void> {
	const aside = join(folder, 'node_modules', '.cache');
	const cache = join(userFolder, '.cache');
	await mkdir(aside, { recursive: true });
	await mkdir(userFolder, { recursive: true });
	// A link of an earlier start goes too: it would lead nowhere once the repository has moved.
	await rm(cache, { recursive: true, force: true });
	await symlink(aside, cache, 'junction'); // the kind of link that Windows allows everybody
}
