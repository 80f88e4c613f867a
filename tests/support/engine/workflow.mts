import './environment.mts';

import { ExecutionLifecycleHooks, RoutingNode } from 'n8n-core';
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers, Workflow } from 'n8n-workflow';

import { LinqCredentialsHelper } from './credentials.mts';

/** A node of ours in a small workflow, as a test describes it. */
export interface Setup {
	node: INodeType;
	parameters?: INodeParameters;
	/** API token and base URL. */
	credential: ICredentialDataDecryptedObject;
	/** Settings of the node beside its parameters, e.g. onError or retryOnFail. */
	settings?: Partial<INode>;
	/** Kept over calls, like n8n's database keeps it. */
	staticData?: IDataObject;
	/** Where this n8n is, for webhook addresses. */
	n8nUrl?: string;
	/** Default: another one each time, as n8n counts them. */
	executionId?: string;
	mode?: WorkflowExecuteMode;
	/** Files of the items that come in. */
	files?: IBinaryKeyData[];
	/** Cancels the execution, as the editor's Stop button does. */
	signal?: AbortSignal;
	/** Whether Linq Trigger starts the workflow; its items are the input. */
	startedByLinq?: boolean;
	/** How often the node runs, one time after the other as in a loop; default: once. */
	loops?: number;
}

let executions = 0;

export const NODE = 'Node under test';
export const START = 'Start';
const LOOP = 'Loop';
const LINQ_TRIGGER = 'n8n-nodes-linqapp.linqTrigger';

/** Of a trigger; its webhook path begins with it. */
export const WEBHOOK_ID = '00000000-0000-4000-8000-000000000001';

const start: INodeType = {
	description: {
		displayName: START,
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: START },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	trigger: () => Promise.resolve(undefined),
};

/** Hands its first input to the node anew in each run; items get the number of the run as `loop`. */
function loop(loops: number): INodeType {
	let [run, first]: [number, INodeExecutionData[]] = [0, []];
	return {
		description: {
			...start.description,
			displayName: LOOP,
			name: 'loop',
			defaults: { name: LOOP },
			inputs: [NodeConnectionTypes.Main],
		},
		execute(this: IExecuteFunctions) {
			if (run === 0) first = this.getInputData();
			if (run === loops) return Promise.resolve([[]]);
			const items = first.map(({ json }) => ({ json: { ...json, loop: run } }));
			run++;
			return Promise.resolve([items]);
		},
	};
}

/** The workflow of a setup, and what n8n hands to its engine beside it. */
export function buildWorkflow(setup: Setup) {
	const isTrigger = setup.node.description.group.includes('trigger');
	const type = `test.${setup.node.description.name}`;
	const node: INode = {
		id: 'node-under-test',
		name: NODE,
		type,
		typeVersion: 1,
		position: [200, 0],
		parameters: withDefaults(setup.node, setup.parameters ?? {}, type),
		credentials: { linqApi: { id: '1', name: 'Linq account' } },
		webhookId: WEBHOOK_ID,
		...setup.settings,
	};
	const startNode: INode = {
		id: 'start',
		name: START,
		type: setup.startedByLinq ? LINQ_TRIGGER : 'test.start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const loopNode: INode = { ...startNode, id: 'loop', name: LOOP, type: 'test.loop' };
	const to = (name: string) => ({
		main: [[{ node: name, type: NodeConnectionTypes.Main, index: 0 }]],
	});
	const workflow = new Workflow({
		id: 'workflow-1',
		name: 'Test',
		active: false,
		nodes: isTrigger ? [node] : [startNode, node, ...(setup.loops ? [loopNode] : [])],
		connections: isTrigger
			? {}
			: setup.loops
				? { [START]: to(LOOP), [LOOP]: to(NODE), [NODE]: to(LOOP) }
				: { [START]: to(NODE) },
		nodeTypes: nodeTypes({
			[type]: setup.node,
			'test.start': start,
			[LINQ_TRIGGER]: start,
			'test.loop': loop(setup.loops ?? 0),
		}),
		staticData: setup.staticData ?? {},
		settings: { executionOrder: 'v1' },
	});
	return { workflow, node, startNode, additionalData: additionalData(setup) };
}

/** n8n saves a node without the parameters that have their default; the engine adds them again. */
function withDefaults(nodeType: INodeType, parameters: INodeParameters, type: string) {
	const node = { id: '', name: '', type, typeVersion: 1, position: [0, 0], parameters } as INode;
	return (
		NodeHelpers.getNodeParameters(
			nodeType.description.properties,
			parameters,
			true,
			false,
			node,
			nodeType.description,
		) ?? {}
	);
}

export function nodeTypes(types: Record<string, INodeType>): INodeTypes {
	const find = (name: string) => {
		const found = types[name];
		if (!found) throw new Error(`Unknown node type ${name}`);
		return found;
	};
	return {
		getByName: find,
		getByNameAndVersion: (name) => executable(find(name)),
		getKnownTypes: () => ({}),
	};
}

/** n8n gives declarative nodes an execute() that runs the RoutingNode (n8n, node-types.ts). */
function executable(node: INodeType): INodeType {
	if (!node.description.requestDefaults) return node;
	return Object.assign(Object.create(node) as INodeType, {
		async execute(this: IExecuteFunctions) {
			return (await new RoutingNode(this as never, node).runNode()) ?? [];
		},
	});
}

function additionalData(setup: Setup): IWorkflowExecuteAdditionalData {
	const url = setup.n8nUrl ?? 'http://127.0.0.1:5678';
	const mode = setup.mode ?? 'manual';
	const executionId = setup.executionId ?? String(++executions);
	const unsupported = (what: string) => () => Promise.reject(new Error(`${what} is not in tests`));
	return {
		executionId,
		hooks: new ExecutionLifecycleHooks(mode, executionId, {
			id: 'workflow-1',
			name: 'Test',
			active: false,
			activeVersionId: null,
			isArchived: false,
			nodes: [],
			connections: {},
			createdAt: new Date(0),
			updatedAt: new Date(0),
		}),
		credentialsHelper: new LinqCredentialsHelper(setup.credential),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${url}/rest`,
		instanceBaseUrl: `${url}/`,
		webhookBaseUrl: `${url}/webhook`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		formBaseUrl: `${url}/form`,
		formTestBaseUrl: `${url}/form-test`,
		formWaitingBaseUrl: `${url}/form-waiting`,
		mcpBaseUrl: `${url}/mcp`,
		mcpTestBaseUrl: `${url}/mcp-test`,
		logAiEvent: () => undefined,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		executeWorkflow: unsupported('executeWorkflow'),
		getRunExecutionData: () => Promise.resolve(undefined),
		getRuntimeCredential: () => Promise.resolve(undefined),
		startRunnerTask: unsupported('startRunnerTask'),
	} as unknown as IWorkflowExecuteAdditionalData;
}
