import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { get } from 'lodash';
import { z } from 'zod';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import { LinqTrigger } from '../../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { projectFolder } from '../../../scripts/project.mts';
import { seeded, useSandbox } from '../../support/linq.mts';

const { run, sandbox, client } = useSandbox();

const codex = z.object({
	node: z.string(),
	nodeVersion: z.string(),
	categories: z.array(z.string()),
	subcategories: z.record(z.array(z.string())),
	alias: z.array(z.string()),
});

const nodes = [new Linq(), new LinqTrigger()].map(({ description }) => ({ description }));

/** Those under which n8n's own nodes stand. */
const CATEGORIES = ['Communication', 'Marketing', 'HITL'];

describe.each(nodes)('what n8n finds $description.displayName by', ({ description }) => {
	const read = async () => {
		const name = description.displayName.replace(' ', '');
		const path = join(projectFolder, 'nodes', name, `${name}.node.json`);
		return codex.parse(JSON.parse(await readFile(path, 'utf8')));
	};

	test('is of this node, in its version', async () => {
		const { node, nodeVersion } = await read();
		expect(node).toBe(`n8n-nodes-linqapp.${description.name}`);
		expect(Number(nodeVersion)).toBe(description.version);
	});

	test('are the words that people use', async () => {
		const { alias, categories } = await read();
		expect(alias).toEqual(
			expect.arrayContaining(['iMessage', 'texting', 'tapback', 'blue bubble', 'group chat']),
		);
		expect(new Set(alias).size).toBe(alias.length);
		expect(categories.filter((category) => !CATEGORIES.includes(category))).toEqual([]);
	});
});

test('n8n shows one description for both nodes', () => {
	expect(new Set(nodes.map(({ description }) => description.description)).size).toBe(1);
});

describe('what n8n hides in executions', () => {
	const paths = new Linq().description.sensitiveOutputFields ?? [];

	test('is all of an output that is secret', async () => {
		await run('agentPayment', 'verifyHandle', {
			handle: seeded.ava,
			code: '123456',
			connectId: (await run('agentPayment', 'connectHandle', { handle: seeded.ava })).json[0]
				?.connect_id as string,
		});
		const payment = await run('agentPayment', 'create', { handle: seeded.ava, amount: 20 });
		const paymentId = payment.json[0]?.id as string;
		await sandbox().settled();
		await client().act('/payments', { payment_id: paymentId, status: 'ready' });
		const credentials = await run('agentPayment', 'getCredentials', { paymentId });
		// No event of it may come in the meantime: its address answers nobody.
		const subscription = await run('webhookSubscription', 'create', {
			targetUrl: 'https://example.com/linq',
			events: ['message.received'],
		});
		const outputs = [subscription, credentials].map(({ json }) => json[0] ?? {});
		const secret = outputs.flatMap((output) => leaves(output)).filter(isSecret);
		expect(secret.map(([path]) => path).sort()).toEqual([...paths].sort());
		for (const path of paths) {
			expect(outputs.filter((output) => get(output, path) !== undefined)).toHaveLength(1);
		}
	});
});

/** Every value of an output with its path. */
function leaves(value: unknown, path: string[] = []): Array<[string, unknown]> {
	if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
	return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

const isSecret = ([path, value]: [string, unknown]) =>
	/secret|token|card/.test(path) || /^whsec_|\/cards\//.test(String(value));
