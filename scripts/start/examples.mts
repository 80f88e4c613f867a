import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkflowFile } from '../n8n/shapes.mts';
import { projectFolder } from '../project.mts';

/** The name by which the examples ask for their credential. */
export const exampleCredential = { name: 'Linq account', type: 'linqApi' };

/** The name by which those with a language model ask for theirs. */
export const modelCredential = { name: 'OpenAI account', type: 'openAiApi' };

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

/** Nodes that have what Linq or a model answers as their result. */
const ASKS = /\.(linq|openAi|agent)$/;

/**
 * An example for a Linq that may be written to, such as the sandbox: executed by hand, it starts with
 * its sample, and nothing stands in for what Linq and the model answer.
 */
export function withoutStandIns(example: WorkflowFile): WorkflowFile {
	const asking = new Set(
		example.nodes.filter(({ type }) => ASKS.test(type)).map(({ name }) => name),
	);
	const kept = Object.entries(example.pinData ?? {}).filter(([name]) => !asking.has(name));
	return { ...example, pinData: Object.fromEntries(kept) };
}
