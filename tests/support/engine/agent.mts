import './environment.mts';

import { WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';

import type { Setup } from './workflow.mts';
import { buildWorkflow, NODE, nodeTypes, START } from './workflow.mts';

const AGENT = 'Agent';

/** A tool as n8n hands it to an agent. */
interface Tool {
	invoke(args: IDataObject): Promise<string>;
}

/** What came of one call of the tool. */
export interface ToolCall {
	/** What the model is told. */
	answer?: string;
	error?: Error;
}

export interface AgentRun {
	/** By item of the agent, then by call. */
	calls: ToolCall[][];
	run: IRun;
}

/**
 * Runs an agent that has the node as its tool, the way n8n's agents before version 3 and its MCP
 * server call tools (n8n-core, get-input-connection-data.ts, makeHandleToolInvocation).
 *
 * @param calls the arguments of each call, by item of the agent: items at the same time, the calls
 *   of one item one after the other
 */
export async function runAgent(setup: Setup, calls: IDataObject[][]): Promise<AgentRun> {
	const results: ToolCall[][] = calls.map(() => []);
	const agent: INodeType = {
		description: {
			displayName: AGENT,
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: AGENT },
			inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			await Promise.all(
				calls.map(async (ofItem, item) => {
					const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, item)) as [
						Tool,
					];
					for (const args of ofItem) {
						const [call] = await Promise.allSettled([tool.invoke(args)]);
						results[item]?.push(
							call.status === 'fulfilled'
								? { answer: call.value }
								: { error: call.reason as Error },
						);
					}
				}),
			);
			return [calls.map((_, item) => ({ json: { item } }))];
		},
	};
	const { workflow, startNode, additionalData } = asTool(setup, agent);
	const execution = new WorkflowExecute(additionalData, setup.mode ?? 'manual');
	const run = await execution.run({
		workflow,
		startNode,
		pinData: { [START]: calls.map((_, item) => ({ json: { item } })) },
	});
	return { calls: results, run };
}

/** The workflow of a setup, with an agent in the node's place and the node as the agent's tool. */
function asTool(setup: Setup, agent: INodeType) {
	const tool = Object.assign(Object.create(setup.node) as INodeType, {
		description: {
			...setup.node.description,
			name: `${setup.node.description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
		},
	});
	const { workflow, startNode, node, additionalData } = buildWorkflow({ ...setup, node: tool });
	const agentNode: INode = {
		id: 'agent',
		name: AGENT,
		type: 'test.agent',
		typeVersion: 1,
		position: [200, 200],
		parameters: {},
	};
	const to = (name: string, type: 'main' | 'ai_tool') => [[{ node: name, type, index: 0 }]];
	return {
		startNode,
		additionalData,
		workflow: new Workflow({
			id: workflow.id,
			name: 'Test',
			active: false,
			nodes: [startNode, agentNode, node],
			connections: {
				[START]: { main: to(AGENT, NodeConnectionTypes.Main) },
				[NODE]: { ai_tool: to(AGENT, NodeConnectionTypes.AiTool) },
			},
			nodeTypes: nodeTypes({
				[node.type]: tool,
				'test.agent': agent,
				'test.start': start(workflow),
			}),
			settings: { executionOrder: 'v1' },
		}),
	};
}

const start = (workflow: Workflow) => workflow.nodeTypes.getByNameAndVersion('test.start');
