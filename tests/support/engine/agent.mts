import './environment.mts';

import { WorkflowExecute } from 'n8n-core';
import type {
	EngineRequest,
	EngineResponse,
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

type Result = INodeExecutionData[][] | EngineRequest;

/** @param execute gets the results of the tools that the agent asked for, once they have run */
const agentThat = (
	execute: (context: IExecuteFunctions, response?: EngineResponse) => Result | Promise<Result>,
): INodeType => ({
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
	async execute(this: IExecuteFunctions, response?: EngineResponse) {
		return await execute(this, response);
	},
});

/** A tool as n8n hands it to an agent. */
interface Tool {
	invoke(args: IDataObject): Promise<string>;
}

/** The result of one call of the tool. */
export interface ToolCall {
	/** The answer to the model. */
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
 * @param event what the item that the workflow starts with has besides
 */
export async function runAgent(
	setup: Setup,
	calls: IDataObject[][],
	event: IDataObject = {},
): Promise<AgentRun> {
	const results: ToolCall[][] = calls.map(() => []);
	const agent = agentThat(async (context) => {
		await Promise.all(
			calls.map(async (ofItem, item) => {
				const [tool] = (await context.getInputConnectionData(NodeConnectionTypes.AiTool, item)) as [
					Tool,
				];
				for (const args of ofItem) {
					const [call] = await Promise.allSettled([tool.invoke(args)]);
					results[item]?.push(
						call.status === 'fulfilled' ? { answer: call.value } : { error: call.reason as Error },
					);
				}
			}),
		);
		return [calls.map((_, item) => ({ json: { item } }))];
	});
	const { workflow, startNode, additionalData } = asTool(setup, agent);
	const execution = new WorkflowExecute(additionalData, setup.mode ?? 'manual');
	const run = await execution.run({
		workflow,
		startNode,
		pinData: { [START]: calls.map((_, item) => ({ json: { item, ...event } })) },
	});
	return { calls: results, run };
}

/**
 * Runs an agent that asks the engine to run the node as its tool, the way n8n's agents do from
 * version 3 on (n8n-core, requests-response.ts).
 *
 * @param args of the one call
 * @param event the item that the workflow starts with
 */
export async function runNewAgent(
	setup: Setup,
	args: IDataObject,
	event: IDataObject = {},
): Promise<IRun> {
	const agent = agentThat(function (_context, response) {
		if (response?.actionResponses.length) return [[{ json: {} }]];
		const type = NodeConnectionTypes.AiTool;
		const actionType = 'ExecutionNodeAction' as const;
		return {
			actions: [{ actionType, nodeName: NODE, input: args, type, id: '1', metadata: {} }],
			metadata: {},
		};
	});
	const { workflow, startNode, additionalData } = asTool(setup, agent);
	const execution = new WorkflowExecute(additionalData, setup.mode ?? 'manual');
	return await execution.run({ workflow, startNode, pinData: { [START]: [{ json: event }] } });
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
				[startNode.type]: start(workflow, startNode.type),
			}),
			settings: { executionOrder: 'v1' },
		}),
	};
}

const start = (workflow: Workflow, type: string) => workflow.nodeTypes.getByNameAndVersion(type);
