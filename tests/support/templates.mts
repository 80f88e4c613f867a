import { exampleFiles, modelCredential, readExample } from '../../scripts/start/examples.mts';
import { isOver, type N8nApi } from '../../scripts/n8n/api.mts';
import type { Execution, ExecutionSummary, WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import type { Sandbox } from '../../sandbox/server.mts';
import type { Message } from '../../sandbox/state/messages.mts';
import type { Stage } from './n8n.mts';

/** Parameters by the name of their node, in place of those of the template. */
export type Changes = Record<string, Record<string, unknown>>;

/** All templates, in alphabetical order. */
export async function allTemplates(): Promise<Array<{ file: string; template: WorkflowFile }>> {
	const files = await exampleFiles();
	return await Promise.all(
		files.map(async (file) => ({ file, template: await readExample(file) })),
	);
}

/** Makes the credential of those templates that have a language model. */
export async function giveModel(api: N8nApi, sandbox: Sandbox): Promise<void> {
	const { name, type } = modelCredential;
	await api.createCredential(name, type, { apiKey: 'any', url: sandbox.modelUrl });
}

/** A template without any pinned data, published unless it is only ever started by hand. */
export class Published {
	private constructor(
		private readonly stage: Stage,
		private readonly id: string,
		private readonly isActive: boolean,
		private readonly webhooks: ReadonlyMap<string, string>,
	) {}

	static async of(stage: Stage, file: string, changes: Changes = {}): Promise<Published> {
		const template = await readExample(file);
		const unknown = Object.keys(changes).filter(
			(name) => !template.nodes.some((node) => node.name === name),
		);
		if (unknown.length > 0) throw new Error(`${file} has no ${unknown.join(', ')}`);
		const nodes = template.nodes.map((node) => ({
			...node,
			parameters: { ...(node.parameters as object), ...changes[node.name] },
		}));
		const made = await stage.api.createWorkflow({ ...template, nodes, pinData: {} });
		const byHand = nodes.some(({ type }) => type === 'n8n-nodes-base.manualTrigger');
		if (!byHand) await stage.api.activate(made.id);
		const webhooks = made.nodes.map(({ name, webhookId = '' }) => [name, webhookId] as const);
		return new Published(stage, made.id, !byHand, new Map(webhooks));
	}

	/** Executes it from one of its triggers, by hand, and waits for the end. */
	async run(trigger: string): Promise<Execution> {
		const id = await this.stage.api.run(this.id, trigger);
		return await this.stage.api.waitForExecution(id);
	}

	/** Fills in one of its forms. @param fields in the order of the form */
	async submit(trigger: string, fields: Array<string | string[]>): Promise<void> {
		const form = new FormData();
		fields.forEach((value, index) => {
			if (typeof value === 'string') form.append(`field-${index}`, value);
			else form.append(`field-${index}[]`, JSON.stringify(value));
		});
		const url = `${this.stage.n8n.url}/form/${this.webhooks.get(trigger)}`;
		const answer = await fetch(url, { method: 'POST', body: form });
		if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
	}

	/** Its executions so far, the newest first. */
	executions(): Promise<ExecutionSummary[]> {
		return this.stage.api.executions(this.id);
	}

	/** Waits until so many of its executions have ended, and nothing is under way any more. */
	async ended(count: number): Promise<ExecutionSummary[]> {
		const all = await waitFor(
			`${count} executions to end`,
			async () => {
				await this.stage.control.settle();
				const all = await this.executions();
				return all.length >= count && all.every(isOver) && all;
			},
			{ deadline: 60_000, interval: 200 },
		);
		if (all.length === count) return all;
		throw new Error(`${all.length} executions instead of ${count}`);
	}

	/** Waits until so many of its executions wait for something. */
	async waiting(count: number): Promise<void> {
		await waitFor(
			`${count} executions to wait`,
			async () => {
				const all = await this.executions();
				return all.filter(({ status }) => status === 'waiting').length === count;
			},
			{ deadline: 60_000, interval: 200 },
		);
	}

	async unpublish(): Promise<void> {
		if (this.isActive) await this.stage.api.deactivate(this.id);
	}
}

/** Our messages to a person, oldest first: texts and links verbatim, other parts by type. */
export function toldTo({ sandbox }: Stage, person: string): string[] {
	return messagesTo(sandbox, person).flatMap(({ parts, poll }) => [
		...parts.map((part) => ('value' in part ? part.value : part.type)),
		...(poll ? [`poll: ${poll.options.map(({ text }) => text).join(', ')}`] : []),
	]);
}

/** The last message that a person has got from us. */
export function lastTo({ sandbox }: Stage, person: string): Message {
	const last = messagesTo(sandbox, person).at(-1);
	if (!last) throw new Error(`${person} has got nothing`);
	return last;
}

function messagesTo({ world }: Sandbox, person: string): Message[] {
	const chats = world.state.chats
		.all()
		.filter(({ isGroup, handles }) => !isGroup && handles.some(({ handle }) => handle === person));
	return chats
		.flatMap(({ id }) => world.state.messages.ofChat(id))
		.filter(({ direction }) => direction === 'outbound')
		.sort((one, other) => one.seq - other.seq);
}
