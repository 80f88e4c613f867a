import { readFile, writeFile } from 'node:fs/promises';
import { exampleCredential, exampleFiles, readExample } from './examples.mts';
import type { N8nApi } from './n8nApi.mts';
import { packageName } from './project.mts';
import type { Report } from './progress.mts';

const TRIGGER = `${packageName}.linqTrigger`;

/** The sandbox that the credential is to lead to. */
export interface Target {
	apiUrl: string;
	token: string;
}

/** True for an address that an earlier start put in; false for one that the user did. */
function isSandbox(baseUrl: unknown): boolean {
	return typeof baseUrl === 'string' && /^http:\/\/127\.0\.0\.1:\d+\/api\/partner$/.test(baseUrl);
}

/**
 * Registers the webhooks of active workflows again: n8n did it when it started, with the old
 * address in the credential, and would repeat what failed only after ever longer pauses.
 */
async function reactivate(api: N8nApi): Promise<void> {
	for (const { id } of await api.activeWorkflows()) {
		const { nodes } = await api.getWorkflow(id);
		if (!nodes.some(({ type }) => type === TRIGGER)) continue;
		await api.deactivate(id);
		await api.activate(id);
	}
}

/** Creates the credential, or leads it to where the sandbox is now, unless the user changed it. */
async function putCredential(api: N8nApi, { apiUrl, token }: Target, report: Report) {
	const { name, type } = exampleCredential;
	const found = await api.findCredential(name, type);
	const data = { apiToken: token, baseUrl: apiUrl };
	if (found === undefined) {
		await api.createCredential(name, type, data);
		return;
	}
	const { baseUrl } = (await api.getCredential(found.id)).data;
	if (baseUrl === apiUrl) return;
	if (!isSandbox(baseUrl)) {
		report.step(`The credential "${name}" leads to ${String(baseUrl)}, as you set it.`);
		return;
	}
	await api.updateCredential(found, data);
	await reactivate(api);
}

/** Which examples this n8n has got, so that one the user deleted or switched off stays so. */
async function readDone(file: string): Promise<string[]> {
	const text = await readFile(file, 'utf8').catch(() => '[]');
	return JSON.parse(text) as string[];
}

async function addExample(api: N8nApi, file: string, report: Report): Promise<void> {
	const example = await readExample(file);
	if ((await api.findWorkflow(example.name)) !== undefined) return;
	const { id } = await api.createWorkflow(example);
	if (!example.nodes.some(({ type }) => type === TRIGGER)) return;
	try {
		await api.activate(id);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		report.step(`The example "${example.name}" could not be switched on: ${message}`);
	}
}

/**
 * Gives a local n8n the credential for the sandbox and, the first time, the example workflows.
 * @param doneFile notes which examples have been created
 */
export async function furnish(
	api: N8nApi,
	target: Target,
	doneFile: string,
	report: Report,
): Promise<void> {
	await putCredential(api, target, report);
	const done = await readDone(doneFile);
	for (const file of await exampleFiles()) {
		if (done.includes(file)) continue;
		await addExample(api, file, report);
		done.push(file);
		await writeFile(doneFile, JSON.stringify(done));
	}
}
