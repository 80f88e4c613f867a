// The features of an n8n depend on its version; its files tell.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runtime } from '../runtime/runtime.mts';

type Installed = Pick<Runtime, 'folder'>;

/** mcp-registry asks n8n's server for its list at each start; the others only cost time here. */
const IDLE = [
	'mcp-registry',
	'instance-ai',
	'agents',
	'agent-evals',
	'chat-hub',
	'workflow-builder',
	'quick-connect',
];

/** The modules that can be switched off here. n8n does not start with the name of one it lacks. */
export async function idleModules({ folder }: Installed): Promise<string[]> {
	const modules = await readdir(join(folder, 'node_modules', 'n8n', 'dist', 'modules'));
	return IDLE.filter((name) => modules.includes(name));
}

/** The setting that switches the publication service on and off. */
export const PUBLICATION_SERVICE = 'N8N_USE_WORKFLOW_PUBLICATION_SERVICE';

/** Features of n8n 2.x that 1.x lacks. */
export interface Features {
	/** It activates workflows in the background, by its publication service. */
	publicationService: boolean;
	/** It has people review what an agent's tool is about to do (Human in the Loop). */
	humanReview: boolean;
}

export async function featuresOf({ folder }: Installed): Promise<Features> {
	const modules = join(folder, 'node_modules');
	const settings = join(modules, '@n8n', 'config', 'dist', 'configs', 'workflows.config.js');
	return {
		publicationService: (await readFile(settings, 'utf8')).includes(PUBLICATION_SERVICE),
		humanReview: existsSync(join(modules, 'n8n', 'dist', 'tool-generation', 'hitl-tools.js')),
	};
}
