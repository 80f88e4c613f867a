import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../scripts/npm.mts';

/** A node that sends one message per item: `to` and `text` come from the item. */
export interface Contender {
	name: string;
	/** The node, but for name, id and position. */
	node: { type: string; typeVersion: number; parameters: Record<string, unknown> };
	credential: { name: string; type: string; data: Record<string, unknown> };
}

const LINE = '+12025550100';

/** Where the sandbox is, and its token. */
export interface Target {
	baseUrl: string;
	token: string;
}

const ours = ({ baseUrl, token }: Target): Contender['credential'] => ({
	name: 'Linq account',
	type: 'linqApi',
	data: { apiToken: token, baseUrl },
});

/** A user's settings under Batching. */
interface Batch {
	batchSize: number;
	/** Milliseconds. */
	batchInterval: number;
}

/**
 * @param setting what is set, in words for the table
 * @param options what a user sets under Options
 * @param parameters of the node besides
 */
export const linq = (
	target: Target,
	setting = '',
	options: Record<string, unknown> = {},
	parameters: Record<string, unknown> = {},
): Contender => ({
	name: `Linq (this package)${setting && `, ${setting}`}`,
	node: {
		type: 'n8n-nodes-linqapp.linq',
		typeVersion: 1,
		parameters: {
			resource: 'message',
			operation: 'send',
			from: { __rl: true, mode: 'phone', value: LINE },
			to: '={{ $json.to }}',
			messageType: 'text',
			text: '={{ $json.text }}',
			options,
			...parameters,
		},
	},
	credential: ours(target),
});

/** @param batch what a user sets under Options → Batching; none when not given */
export const httpRequest = (target: Target, batch?: Batch): Contender => ({
	name: 'HTTP Request',
	node: {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${target.baseUrl}/v3/chats`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'linqApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ from: "${LINE}", to: [$json.to], message: { parts: [{ type: "text", value: $json.text }] } }) }}`,
			options: batch ? { batching: { batch } } : {},
		},
	},
	credential: ours(target),
});

/** The credential type of n8n-nodes-linq, under a name that does not clash with ours. */
const OTHER = 'otherLinqApi';

export const otherPackage = ({ token }: Target): Contender => ({
	name: 'n8n-nodes-linq 4.1.0',
	node: {
		type: 'n8n-nodes-linq.linq',
		typeVersion: 1,
		parameters: {
			resource: 'chat',
			operation: 'create',
			sendFrom: LINE,
			phoneNumbers: '={{ $json.to }}',
			displayName: '',
			messageText: '={{ $json.text }}',
		},
	},
	credential: { name: 'Other account', type: OTHER, data: { integrationToken: token } },
});

/**
 * Brings n8n-nodes-linq from npm into an n8n's folder. Its address of Linq is fixed and its
 * credential type is called as ours is, so both are replaced in the installed copy.
 */
export async function installOther(userFolder: string, baseUrl: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	await npm(
		['install', 'n8n-nodes-linq@4.1.0', '--legacy-peer-deps', '--ignore-scripts', '--no-audit'],
		{ cwd: nodes },
	);
	const dist = join(nodes, 'node_modules', 'n8n-nodes-linq', 'dist');
	for (const file of ['nodes/Linq/Linq.node.js', 'credentials/LinqApi.credentials.js']) {
		const code = await readFile(join(dist, file), 'utf8');
		await writeFile(
			join(dist, file),
			code
				.replaceAll('https://api.linqapp.com/api/partner', baseUrl)
				.replaceAll("'linqApi'", `'${OTHER}'`),
		);
	}
}
