import './environment.mts';

import { EventEmitter } from 'node:events';

import { HookContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import type {
	INodeExecutionData,
	INodeType,
	IRunExecutionData,
	IWebhookData,
	IWebhookDescription,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WebhookSetupMethodNames,
	WorkflowExecuteMode,
	Workflow,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import type { Setup } from './workflow.mts';
import { buildWorkflow, NODE } from './workflow.mts';

/** Calls checkExists, create or delete of a trigger; `setup.staticData` keeps what it stores. */
export async function callHook(
	setup: Setup,
	method: WebhookSetupMethodNames,
	mode: WorkflowExecuteMode = 'trigger',
): Promise<boolean> {
	const { workflow, node, additionalData } = buildWorkflow(setup);
	const context = new HookContext(
		workflow,
		node,
		additionalData,
		mode,
		mode === 'manual' ? 'manual' : 'activate',
		{
			...webhookData(workflow, additionalData, description(setup.node)),
			isTest: mode === 'manual' || setup.mode === 'manual',
		},
	);
	const hook = setup.node.webhookMethods?.default?.[method];
	if (!hook) throw new Error(`The node has no ${method}()`);
	return await hook.call(context);
}

/** Activates a workflow as n8n does (webhook.service.js, createWebhookIfNotExists). */
export async function activate(setup: Setup, mode?: WorkflowExecuteMode): Promise<void> {
	if (!(await callHook(setup, 'checkExists', mode))) await callHook(setup, 'create', mode);
}

/** A request as it comes in; header names in lower case. */
export interface Incoming {
	headers: Record<string, string>;
	rawBody: Buffer;
	/** Parameters after the `?` of its address. */
	query?: Record<string, string>;
	/** Whether n8n does not end the answer before the test does. */
	staysOpen?: boolean;
	/** In place of a body that n8n has read: the request as it comes in. */
	request?: object;
}

export interface WebhookResult {
	/** Status of n8n's answer: the node's own, else 200. */
	status: number;
	/** The node's own answer. */
	body?: unknown;
	/** Items that the workflow starts with; undefined when none starts. */
	items?: INodeExecutionData[];
	/** Ends the answer with a status of n8n's, e.g. when it could not start the execution. */
	end: (status?: number) => void;
	/** Has the sender hang up before the answer. */
	hangUp: () => void;
}

/**
 * Hands a request to the node's webhook(). The body is parsed as n8n's body parser does.
 *
 * @param waiting the data of the execution that waits for the request, where one does
 */
export async function callWebhook(
	setup: Setup,
	incoming: Incoming,
	waiting: IRunExecutionData | null = null,
): Promise<WebhookResult> {
	const { workflow, node, additionalData } = buildWorkflow({ mode: 'webhook', ...setup });
	const response = new RecordedResponse();
	Object.assign(additionalData, {
		httpRequest: Object.assign(incoming.request ?? read(incoming), {
			method: 'POST',
			query: incoming.query ?? {},
			params: {},
			headers: incoming.headers,
		}),
		httpResponse: response,
	});
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		setup.mode ?? 'webhook',
		webhookData(workflow, additionalData, description(setup.node)),
		[],
		waiting,
	);
	const result: IWebhookResponseData = (await setup.node.webhook?.call(context)) ?? {};
	const end = (status?: number) => {
		response.statusCode = status ?? response.statusCode;
		response.end();
	};
	if (!incoming.staysOpen) end();
	return {
		status: response.statusCode,
		body: response.body,
		items: result.workflowData?.[0] ?? undefined,
		end,
		hangUp: () => response.destroy(),
	};
}

/**
 * Starts the workflow as n8n does with what webhook() gave (n8n, webhook-helpers.js,
 * prepareExecutionData); `setup.signal` cancels it.
 *
 * @returns the items that the trigger puts out
 */
export async function startWorkflow(
	setup: Setup,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const mode = setup.mode ?? 'webhook';
	const { workflow, node, additionalData } = buildWorkflow({ mode, ...setup });
	const execution = new WorkflowExecute(
		additionalData,
		mode,
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main: [items] }, source: null }] },
		}),
	);
	const running = execution.processRunExecutionData(workflow);
	const cancel = () => running.cancel();
	setup.signal?.addEventListener('abort', cancel);
	const { data } = await running;
	setup.signal?.removeEventListener('abort', cancel);
	const [run] = data.resultData.runData[NODE] ?? [];
	if (run?.error && !setup.signal?.aborted) throw run.error;
	return run?.data?.main?.[0] ?? [];
}

/** A request whose body n8n has read, and parsed as far as it can. */
const read = ({ rawBody }: Incoming) => ({
	body: parse(rawBody),
	readRawBody: () => Promise.reject(new Error('stream is not readable')),
	// n8n has no bytes of an empty body.
	rawBody: rawBody.length > 0 ? rawBody : undefined,
	on: () => undefined,
});

/** The answer to a delivery: the node's own, or n8n's if the node gives none. */
export class RecordedResponse extends EventEmitter {
	statusCode = 200;
	body: unknown;
	writableEnded = false;
	destroyed = false;

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	json(body: unknown) {
		this.body = body;
		this.writableEnded = true;
		return this;
	}

	/** As Node.js does it: after the sender has hung up, nothing tells of the end (_http_outgoing.js). */
	end() {
		this.writableEnded = true;
		if (this.destroyed) return;
		this.emit('finish');
		this.destroy();
	}

	destroy() {
		this.destroyed = true;
		this.emit('close');
	}
}

function parse(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString());
	} catch {
		return {};
	}
}

function description(node: INodeType): IWebhookDescription {
	const [first] = node.description.webhooks ?? [];
	if (!first) throw new Error('The node has no webhook');
	return first;
}

function webhookData(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData,
	webhookDescription: IWebhookDescription,
): IWebhookData {
	return {
		httpMethod: 'POST',
		node: NODE,
		path: `${workflow.getNode(NODE)?.webhookId}/${webhookDescription.path}`,
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
		webhookId: workflow.getNode(NODE)?.webhookId,
	};
}
