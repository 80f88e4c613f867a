import { readFile, writeFile } from 'node:fs/promises';
import {
	exampleCredential,
	exampleFiles,
	modelCredential,
	readExample,
	withoutStandIns,
} from './examples.mts';
import type { N8nApi } from '../n8n/api.mts';
import { packageName } from '../project.mts';
import type { Report } from '../progress.mts';

const TRIGGER = `${packageName}.linqTrigger`;

/** The one example that answers from the start; the others would answer the same texts. */
const ANSWERS = 'auto-reply.json';

/** The sandbox that the credentials are to lead to. */
export interface Target {
	apiUrl: string;
	token: string;
	modelUrl: string;
}

/** A credential for the sandbox, and which of its fields says where that is. */
interface Access {
	name: string;
	type: string;
	data: Record<string, string>;
	address: string;
}

const accessTo = ({ apiUrl, token, modelUrl }: Target): { linq: Access; model: Access } => ({
	linq: {
		...exampleCredential,
		data: { apiToken: token, baseUrl: apiUrl },
		address: 'baseUrl',
	},
	// The stub of a model takes any key.
	model: { ...modelCredential, data: { apiKey: 'sandbox', url: modelUrl }, address: 'url' },
});

/** True for an address that an earlier start put in; false for one that the user did. */
const isSandbox = (address: unknown): boolean =>
	typeof address === 'string' &&
	/^http:\/\/127\.0\.0\.1:\d+\/(api\/partner|model\/v1)$/.test(address);

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

/**
 * Creates a credential, or leads it to where the sandbox is now, unless the user changed it.
 *
 * @returns whether what was there leads elsewhere now
 */
async function putCredential(api: N8nApi, access: Access, report: Report): Promise<boolean> {
	const { name, type, data, address } = access;
	const found = await api.findCredential(name, type);
	if (found === undefined) {
		await api.createCredential(name, type, data);
		return false;
	}
	const stored = (await api.getCredential(found.id)).data[address];
	if (stored === data[address]) return false;
	if (!isSandbox(stored)) {
		report.step(`The credential "${name}" leads to ${String(stored)}, as you set it.`);
		return false;
	}
	await api.updateCredential(found, data);
	return true;
}

/** Which examples this n8n has got, so that one the user deleted or switched off stays so. */
async function readDone(file: string): Promise<string[]> {
	const text = await readFile(file, 'utf8').catch(() => '[]');
	return JSON.parse(text) as string[];
}

async function addExample(api: N8nApi, file: string, report: Report): Promise<void> {
	const example = await readExample(file);
	if ((await api.findWorkflow(example.name)) !== undefined) return;
	const { id } = await api.createWorkflow(withoutStandIns(example));
	if (file !== ANSWERS) return;
	try {
		await api.activate(id);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		report.step(`The example "${example.name}" could not be switched on: ${message}`);
	}
}

/**
 * Gives a local n8n the credentials for the sandbox and, the first time, the example workflows.
 * @param doneFile notes which examples have been created
 */
export async function furnish(
	api: N8nApi,
	target: Target,
	doneFile: string,
	report: Report,
): Promise<void> {
	const { linq, model } = accessTo(target);
	await putCredential(api, model, report);
	if (await putCredential(api, linq, report)) await reactivate(api);
	const done = await readDone(doneFile);
	for (const file of await exampleFiles()) {
		if (done.includes(file)) continue;
		await addExample(api, file, report);
		done.push(file);
		await writeFile(doneFile, JSON.stringify(done));
	}
}
