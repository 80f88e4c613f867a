import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Runtime } from '../runtime/runtime.mts';

/**
 * Loads a package that n8n itself uses, e.g. its database driver, so that this project needs none of
 * its own and has the very version that this n8n works with.
 *
 * @typeParam Module the part of it that the caller uses
 * @throws Error if n8n does not have it
 */
export function requireFromN8n<Module>(runtime: Pick<Runtime, 'folder'>, name: string): Module {
	const require = createRequire(join(runtime.folder, 'node_modules', 'n8n', 'package.json'));
	return require(name) as Module;
}
