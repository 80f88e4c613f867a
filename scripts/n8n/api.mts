import { randomUUID } from 'node:crypto';
import { parse } from 'flatted';
import type { INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';
import { owner } from './owner.mts';
import { N8nRest } from './rest.mts';
import {
	Credential,
	CredentialTest,
	ExecutionData,
	ExecutionSummary,
	FullCredential,
	PublicationStatus,
	Workflow,
	WorkflowSummary,
	type BinaryData,
	type Execution,
	type WorkflowFile,
	type WorkflowNode,
} from './shapes.mts';
import { waitFor, type WaitOptions } from '../waitFor.mts';

const UNDER_WAY = ['new', 'running', 'waiting'];
/** Types of nodes that take webhooks. */
const TAKES_WEBHOOKS = /trigger$|\.(webhook|wait|linq)$/i;

const OVER = ['canceled', 'crashed', 'error', 'success', 'unknown'];

/** A person's actions in n8n's editor, as calls. All throw N8nApiError if n8n refuses. */
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

	/** Tests a credential, as its Save button does, with what it holds or with something else. */
	async testCredential(
		{ id, name, type }: Credential,
		data?: Record<string, unknown>,
	): Promise<CredentialTest> {
		const held = data ?? (await this.getCredential(id)).data;
		const credentials = { id, name, type, data: held };
		return await this.rest.call('POST', '/credentials/test', CredentialTest, { credentials });
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
	 * Imports a workflow as the editor does. n8n 1.x leaves to its editor to find credentials by their
	 * name and to give nodes that take webhooks an ID for them; n8n 2 does so itself.
	 */
	async createWorkflow(file: WorkflowFile): Promise<Workflow> {
		const { name, connections, settings = {}, pinData = {} } = file;
		const credentials = await this.rest.call('GET', '/credentials', z.array(Credential));
		const nodes = file.nodes.map((node) => imported(node, credentials));
		// n8n 1.x wants to be told that it is not active.
		const body = { name, nodes, connections, settings, pinData, active: false };
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
			{ deadline: 90_000 },
		);
	}

	/** n8n 1.x runs the workflow that comes with the request, later ones run the stored one. */
	private async start<Data>(id: string, trigger: string, shape: z.ZodType<Data>): Promise<Data> {
		return await this.rest.call('POST', `/workflows/${id}/run`, shape, {
			workflowData: await this.getWorkflowAsStored(id),
			triggerToStartFrom: { name: trigger },
		});
	}

	/** Runs a workflow as the editor's button does, from the trigger of that name; returns the execution's id. */
	async run(id: string, trigger: string): Promise<string> {
		const shape = z.object({ executionId: z.string() });
		return (await this.start(id, trigger, shape)).executionId;
	}

	/**
	 * Tests a trigger that has a webhook, as Execute step does: n8n registers it and waits for a call.
	 *
	 * @throws N8nApiError when it cannot be registered
	 */
	async listen(id: string, trigger: string): Promise<void> {
		await this.start(id, trigger, z.object({ waitingForWebhook: z.literal(true) }));
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
		return { ...summary, ...ExecutionData.parse(parse(data)) };
	}

	/**
	 * The rows of a Data Table, in the order in which they were added.
	 *
	 * @throws Error where there is no table of that name
	 */
	async rows(table: string): Promise<Array<Record<string, unknown>>> {
		const shape = z.object({ data: z.array(z.record(z.unknown())) });
		const path = await this.pathOfTable(table);
		return (await this.rest.call('GET', `${path}/rows?take=250&sortBy=id:asc`, shape)).data;
	}

	/** Adds rows to a Data Table. */
	async addRows(table: string, rows: Array<Record<string, unknown>>): Promise<void> {
		const path = await this.pathOfTable(table);
		const body = { data: rows, returnType: 'count' };
		await this.rest.call('POST', `${path}/insert`, z.unknown(), body);
	}

	/** Changes the rows of a Data Table that have the value in that column. */
	async changeRows(
		table: string,
		[columnName, value]: [column: string, value: unknown],
		data: Record<string, unknown>,
	): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName, condition: 'eq', value }] };
		const path = await this.pathOfTable(table);
		await this.rest.call('PATCH', `${path}/rows`, z.unknown(), { filter, data });
	}

	/** Names of the Data Tables. */
	async tables(): Promise<string[]> {
		return (await this.allTables()).map(({ name }) => name);
	}

	private async allTables() {
		const table = z.object({ id: z.string(), name: z.string(), projectId: z.string() });
		const shape = z.object({ data: z.array(table) });
		return (await this.rest.call('GET', '/data-tables-global?take=100', shape)).data;
	}

	private async pathOfTable(table: string): Promise<string> {
		const found = (await this.allTables()).find(({ name }) => name === table);
		if (found) return `/projects/${found.projectId}/data-tables/${found.id}`;
		throw new Error(`There is no Data Table "${table}"`);
	}

	/** The bytes of a file of an item, wherever n8n has them. */
	async bytesOf({ id, data }: BinaryData): Promise<Buffer> {
		if (id === undefined) return Buffer.from(data, 'base64');
		return await this.rest.bytes(`/binary-data?action=download&id=${encodeURIComponent(id)}`);
	}

	/**
	 * Runs an execution that failed again from where it stopped, as n8n's Retry does, and waits for
	 * its end.
	 *
	 * @returns the new execution
	 * @throws N8nApiError when it cannot be retried
	 */
	async retry(id: string): Promise<ExecutionSummary> {
		return await this.rest.call('POST', `/executions/${id}/retry`, ExecutionSummary, {
			loadWorkflow: false,
		});
	}

	/** Ends an execution that is under way, as n8n's Stop does. */
	async cancel(id: string): Promise<void> {
		await this.rest.call('POST', `/executions/${id}/stop`, z.unknown(), {});
	}

	/** Deletes an execution with its data. */
	async deleteExecution(id: string): Promise<void> {
		await this.rest.call('POST', '/executions/delete', z.unknown(), { ids: [id] });
	}

	/** Descriptions of all kinds of nodes, as the editor reads them. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return JSON.parse(
			(await this.rest.page('/types/nodes.json')).toString('utf8'),
		) as INodeTypeDescription[];
	}

	/** Waits until n8n has stored that the execution waits. @throws Error if it ends instead */
	async waitForWait(id: string): Promise<void> {
		const shape = z.object({ status: z.string() });
		const { status } = await waitFor(
			`execution ${id} to wait`,
			async () => {
				const found = await this.rest.call('GET', `/executions/${id}`, shape);
				return (isOver(found) || found.status === 'waiting') && found;
			},
			{ deadline: 30_000 },
		);
		if (status !== 'waiting') throw new Error(`Execution ${id} ended: ${status}`);
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

/** A node of a file, with its webhook ID and the IDs of its credentials. */
function imported(node: WorkflowFile['nodes'][number], known: Credential[]): WorkflowNode {
	const { credentials = {}, ...rest } = node as unknown as WorkflowNode;
	const found = Object.entries(credentials).map(([type, one]) => {
		const same = known.find((other) => other.name === one.name && other.type === type);
		return [type, { ...one, id: one.id ?? same?.id ?? null }];
	});
	return {
		...(TAKES_WEBHOOKS.test(node.type) && { webhookId: randomUUID() }),
		...rest,
		credentials: Object.fromEntries(found) as WorkflowNode['credentials'],
	};
}
