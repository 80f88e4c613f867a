import { z } from 'zod';

/** The parts of n8n's answers that this project reads; n8n gives more. */
export const Credential = z.object({ id: z.string(), name: z.string(), type: z.string() });
export type Credential = z.infer<typeof Credential>;

/** A credential with what it holds; n8n puts a placeholder in the place of secrets. */
export const FullCredential = Credential.extend({ data: z.record(z.unknown()) });
export type FullCredential = z.infer<typeof FullCredential>;

/** The result of testing a credential. */
export const CredentialTest = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });
export type CredentialTest = z.infer<typeof CredentialTest>;

/** A node as n8n stores it. */
export const WorkflowNode = z
	.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		webhookId: z.string().optional(),
		parameters: z.record(z.unknown()),
		credentials: z.record(z.object({ id: z.string().nullable(), name: z.string() })).optional(),
	})
	.passthrough();
export type WorkflowNode = z.infer<typeof WorkflowNode>;

/** A workflow as n8n stores it. */
export const Workflow = z.object({
	id: z.string(),
	name: z.string(),
	active: z.boolean(),
	versionId: z.string(),
	nodes: z.array(WorkflowNode),
});
export type Workflow = z.infer<typeof Workflow>;

/** A line of the list of workflows, which does not say what they consist of. */
export const WorkflowSummary = Workflow.omit({ nodes: true, versionId: true });
export type WorkflowSummary = z.infer<typeof WorkflowSummary>;

/** A file of examples/, or another export of n8n. */
export const WorkflowFile = z
	.object({
		name: z.string(),
		nodes: z.array(z.object({ name: z.string(), type: z.string() }).passthrough()),
		connections: z.record(z.unknown()),
		settings: z.record(z.unknown()).optional(),
		/** By the name of a node, the items it has in place of its result when it is executed by hand. */
		pinData: z.record(z.array(z.unknown())).optional(),
	})
	.passthrough();
export type WorkflowFile = z.infer<typeof WorkflowFile>;

/** How far n8n 2.41's publication service has come with a workflow's triggers. */
export const PublicationStatus = z.object({
	status: z.enum(['in_progress', 'published', 'partial', 'failed', 'not_published']),
	triggers: z.array(
		z.object({
			nodeId: z.string(),
			status: z.string(),
			errorMessage: z.string().nullish(),
		}),
	),
});
export type PublicationStatus = z.infer<typeof PublicationStatus>;

/** A file of an item: `id` where n8n stores it, else `data` is its Base64. */
export const BinaryData = z
	.object({ id: z.string().optional(), data: z.string(), fileName: z.string().optional() })
	.passthrough();
export type BinaryData = z.infer<typeof BinaryData>;

const Item = z
	.object({ json: z.record(z.unknown()), binary: z.record(BinaryData).optional() })
	.passthrough();

/** An error as it is stored with an execution; what it carries depends on its class. */
export const ExecutionError = z
	.object({
		message: z.string(),
		description: z.string().nullish(),
		node: z.object({ name: z.string() }).passthrough().optional(),
	})
	.passthrough();
export type ExecutionError = z.infer<typeof ExecutionError>;

const Outputs = z.array(z.array(Item).nullable());

const NodeRun = z.object({
	executionStatus: z.string().optional(),
	/** Tools of an agent have their output elsewhere. */
	data: z.object({ main: Outputs.default([]), ai_tool: Outputs.optional() }).optional(),
	error: ExecutionError.optional(),
});

/** A line of the list of executions. */
export const ExecutionSummary = z.object({
	id: z.string(),
	workflowId: z.string(),
	mode: z.string(),
	status: z.string(),
});
export type ExecutionSummary = z.infer<typeof ExecutionSummary>;

/** The part of an execution's data that says what came of it. */
export const ExecutionData = z.object({
	resultData: z.object({
		lastNodeExecuted: z.string().optional(),
		error: ExecutionError.optional(),
		runData: z.record(z.array(NodeRun)),
	}),
});

/** An execution with its data. */
export interface Execution extends ExecutionSummary, z.infer<typeof ExecutionData> {}
