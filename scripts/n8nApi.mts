import { z } from 'zod';
import { unflatten } from './flatted.mts';
import { owner } from './n8nEnvironment.mts';
import { N8nRest } from './n8nRest.mts';
import {
	Credential,
	ExecutionData,
	ExecutionSummary,
	FullCredential,
	PublicationStatus,
	Workflow,
	WorkflowSummary,
	type Execution,
	type WorkflowFile,
} from './n8nShapes.mts';
import { waitFor, type WaitOptions } from './waitFor.mts';

const UNDER_WAY = ['new', 'running', 'waiting'];
const OVER = ['canceled', 'crashed', 'error', 'success', 'unknown'];

/** What a person does in n8n's editor, as calls. Everything throws N8nApiError where n8n refuses. */
export class N8nApi {
	private constructor(private readonly rest: N8nRest) {}

	/** Logs in as the owner of a local n8n. */
	static async login(url: string): Promise<N8nApi> {
		return new N8nApi(await N8nRest.login(url, owner.email, owner.password));
	}

	async findCredential(name: string, type: string): Promise<Credential | undefined> {
		const all = await this.rest.call('GET', '/credentials', z.array(Credential));
		return all.find((credential) => credential.name === name && credential.type === type);
	}

	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<Credential> {
		return await this.rest.call('POST', '/credentials', Credential, { name, type, data });
	}

	/** Replaces all that the credential holds. */
	async updateCredential(
		{ id, name, type }: Credential,
		data: Record<string, unknown>,
	): Promise<Credential> {
		return await this.rest.call('PATCH', `/credentials/${id}`, Credential, { name, type, data });
	}

	async getCredential(id: string): Promise<FullCredential> {
		return await this.rest.call('GET', `/credentials/${id}?includeData=true`, FullCredential);
	}

	async activeWorkflows(): Promise<WorkflowSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ active: true }));
		return await this.rest.call('GET', `/workflows?filter=${filter}`, z.array(WorkflowSummary));
	}

	async findWorkflow(name: string): Promise<WorkflowSummary | undefined> {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const all = await this.rest.call(
			'GET',
			`/workflows?filter=${filter}`,
			z.array(WorkflowSummary),
		);
		return all.find((workflow) => workflow.name === name);
	}

	async getWorkflow(id: string): Promise<Workflow> {
		return await this.rest.call('GET', `/workflows/${id}`, Workflow);
	}

	/** All that n8n gives of a workflow, static data included. */
	async getWorkflowAsStored(id: string): Promise<unknown> {
		return await this.rest.call('GET', `/workflows/${id}`, z.unknown());
	}

	/**
	 * Imports a workflow. Credentials are found by their name where n8n does not know their id, and
	 * triggers get a webhook id of their own, as with an import in the editor.
	 */
	async createWorkflow({ name, nodes, connections, settings }: WorkflowFile): Promise<Workflow> {
		const body = { name, nodes, connections, settings: settings ?? {} };
		return await this.rest.call('POST', '/workflows', Workflow, body);
	}

	/** Saves other nodes; what is active stays as it is until it is activated again. */
	async updateNodes(id: string, nodes: WorkflowFile['nodes']): Promise<Workflow> {
		const { versionId } = await this.getWorkflow(id);
		return await this.rest.call('PATCH', `/workflows/${id}`, Workflow, { nodes, versionId });
	}

	/** Returns at once with n8n's publication service, or when the triggers have registered without it. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.getWorkflow(id);
		await this.rest.call('POST', `/workflows/${id}/activate`, z.unknown(), { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.rest.call('POST', `/workflows/${id}/deactivate`, z.unknown(), {});
	}

	/** @throws N8nApiError 404 if n8n runs without its publication service */
	async publicationStatus(id: string): Promise<PublicationStatus> {
		return await this.rest.call('GET', `/workflows/${id}/publication-status`, PublicationStatus);
	}

	/**
	 * Waits until the publication service has settled on one of the given states. It tries a trigger
	 * that fails several times and needs about 16 seconds to call it failed.
	 */
	async waitForPublication(
		id: string,
		...states: Array<PublicationStatus['status']>
	): Promise<PublicationStatus> {
		return await waitFor(
			`workflow ${id} to be ${states.join(' or ')}`,
			async () => {
				const publication = await this.publicationStatus(id);
				return states.includes(publication.status) && publication;
			},
			{ deadline: 45_000 },
		);
	}

	/** Runs a workflow as the editor's button does, from the trigger of that name; returns the execution's id. */
	async run(id: string, trigger: string): Promise<string> {
		const { executionId } = await this.rest.call(
			'POST',
			`/workflows/${id}/run`,
			z.object({ executionId: z.string() }),
			{ triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/**
	 * Tests a trigger that has a webhook, as Execute step does: n8n registers it and waits for a call.
	 *
	 * @throws N8nApiError when it cannot be registered
	 */
	async listen(id: string, trigger: string): Promise<void> {
		await this.rest.call(
			'POST',
			`/workflows/${id}/run`,
			z.object({ waitingForWebhook: z.literal(true) }),
			{ triggerToStartFrom: { name: trigger } },
		);
	}

	/** Ends what listen() began, as Stop Listening does. */
	async stopListening(id: string): Promise<void> {
		await this.rest.call('DELETE', `/test-webhook/${id}`, z.unknown());
	}

	/**
	 * A workflow's executions, the newest first. Without a status n8n would ask its database twice, for
	 * those under way and for the others: one that ends meanwhile comes in both, or in neither.
	 */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const status = [...UNDER_WAY, ...OVER];
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		const { results } = await this.rest.call(
			'GET',
			`/executions?filter=${filter}&limit=100`,
			z.object({ results: z.array(ExecutionSummary) }),
		);
		return results;
	}

	async execution(id: string): Promise<Execution> {
		const shape = ExecutionSummary.extend({ data: z.string() });
		const { data, ...summary } = await this.rest.call('GET', `/executions/${id}`, shape);
		return { ...summary, ...ExecutionData.parse(unflatten(data)) };
	}

	/** Waits until the execution is over, well or not. */
	async waitForExecution(id: string, options?: WaitOptions): Promise<Execution> {
		const shape = z.object({ status: z.string() });
		await waitFor(
			`execution ${id} to end`,
			async () => isOver(await this.rest.call('GET', `/executions/${id}`, shape)),
			{ deadline: 30_000, ...options },
		);
		return await this.execution(id);
	}
}

/** Whether an execution has ended, well or not. */
export const isOver = ({ status }: { status: string }) => !UNDER_WAY.includes(status);
