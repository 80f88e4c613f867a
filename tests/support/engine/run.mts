import './environment.mts';

import { WorkflowExecute } from 'n8n-core';
import type { IDataObject, INodeExecutionData, IRun, IRunExecutionData } from 'n8n-workflow';

import type { Setup } from './workflow.mts';
import { buildWorkflow, NODE, START } from './workflow.mts';

export interface NodeRun {
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** JSON of those items. */
	json: IDataObject[];
	/** The error that stopped the node. */
	error?: Error & { description?: string | null; httpCode?: string; context?: IDataObject };
	run: IRun;
}

/**
 * Runs the node with the given input items as n8n does, retries and error settings included.
 *
 * @param input JSON of the items that come in; one empty item when not given
 */
export async function runNode(setup: Setup, input: IDataObject[] = [{}]): Promise<NodeRun> {
	const { workflow, startNode, additionalData } = buildWorkflow(setup);
	const execution = new WorkflowExecute(additionalData, setup.mode ?? 'manual');
	const running = execution.run({
		workflow,
		startNode,
		pinData: {
			[START]: input.map((json, index) => ({ json, binary: setup.files?.[index] })),
		},
	});
	const cancel = () => running.cancel();
	setup.signal?.addEventListener('abort', cancel);
	const run = await running;
	setup.signal?.removeEventListener('abort', cancel);
	return toldBy(run);
}

/** Retries a failed execution, as the Retry button of n8n does (n8n, execution.service.ts, retry). */
export async function retryRun(setup: Setup, failed: IRun): Promise<NodeRun> {
	// n8n stores it in its database in between.
	const data = JSON.parse(JSON.stringify(failed.data)) as IRunExecutionData;
	const { resultData } = data;
	delete resultData.error;
	const ofLastNode = resultData.runData[resultData.lastNodeExecuted ?? ''] ?? [];
	if (ofLastNode.at(-1)?.error) ofLastNode.pop();
	const { workflow, additionalData } = buildWorkflow(setup);
	const execution = new WorkflowExecute(additionalData, 'retry', data);
	return toldBy(await execution.processRunExecutionData(workflow));
}

function toldBy(run: IRun): NodeRun {
	const result = run.data.resultData.runData[NODE]?.at(-1);
	const items = result?.data?.main?.[0] ?? [];
	return {
		items,
		json: items.map((item) => item.json),
		error: (result?.error ?? run.data.resultData.error) as NodeRun['error'],
		run,
	};
}
