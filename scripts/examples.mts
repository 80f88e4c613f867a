import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkflowFile } from './n8nShapes.mts';
import { projectFolder } from './project.mts';

/** The name by which the examples ask for their credential. */
export const exampleCredential = { name: 'Linq account', type: 'linqApi' };

/** Reads a workflow of examples/. */
export async function readExample(file: string): Promise<WorkflowFile> {
	const text = await readFile(join(projectFolder, 'examples', file), 'utf8');
	return WorkflowFile.parse(JSON.parse(text));
}

/** The files of examples/, in alphabetical order. */
export async function exampleFiles(): Promise<string[]> {
	const files = await readdir(join(projectFolder, 'examples'));
	return files.filter((file) => file.endsWith('.json')).sort();
}
