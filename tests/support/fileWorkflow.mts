import { exampleCredential } from '../../scripts/start/examples.mts';
import { isOver } from '../../scripts/n8n/api.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import type { Stage } from './n8n.mts';

const START = 'Start';

/**
 * A workflow that fetches a file, makes an item of it for each contact, and hands them to a Linq node.
 *
 * @param parameters of the Linq node; the file is in the field `data`, the number in `numbers`
 */
export function sendingFile(
	name: string,
	url: string,
	parameters: object,
	contacts = 1,
): WorkflowFile {
	const to = (node: string, index = 0) => ({ main: [[{ node, type: 'main', index }]] });
	const numbers = Array.from({ length: contacts }, (_, index) => `+1202${6_000_000 + index}`);
	return {
		name,
		nodes: [
			{ name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'Contacts',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ numbers }), options: {} },
			},
			{
				name: 'Each',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				parameters: { fieldToSplitOut: 'numbers', options: {} },
			},
			{
				name: 'File',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				executeOnce: true,
				parameters: {
					url,
					options: { response: { response: { responseFormat: 'file' } } },
				},
			},
			{
				name: 'Both',
				type: 'n8n-nodes-base.merge',
				typeVersion: 3.2,
				// HTTP Request gives the first contact back beside the file.
				parameters: {
					mode: 'combine',
					combineBy: 'combineAll',
					options: { clashHandling: { values: { resolveClash: 'preferInput1' } } },
				},
			},
			{
				name: 'Linq',
				type: 'n8n-nodes-linqapp.linq',
				typeVersion: 1,
				parameters,
				credentials: { [exampleCredential.type]: { id: null, name: exampleCredential.name } },
			},
		].map((node, place) => ({ id: `${name}-${place}`, position: [200 * place, 0], ...node })),
		connections: {
			[START]: to('Contacts'),
			Contacts: to('Each'),
			Each: {
				main: [
					[
						{ node: 'File', type: 'main', index: 0 },
						{ node: 'Both', type: 'main', index: 0 },
					],
				],
			},
			File: to('Both', 1),
			Both: to('Linq'),
		},
	};
}

/** Runs such a workflow by hand. @returns how it ended */
export async function runFileWorkflow(
	{ api }: Pick<Stage, 'api'>,
	workflow: WorkflowFile,
): Promise<string> {
	const { id } = await api.createWorkflow(workflow);
	await api.run(id, START);
	return await waitFor(
		'the end',
		async () => {
			const [execution] = await api.executions(id);
			return execution && isOver(execution) ? execution.status : undefined;
		},
		{ deadline: 120_000 },
	);
}
