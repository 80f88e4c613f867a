import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runN8nCommand } from '../../scripts/n8n/process.mts';
import { START_TIMEOUT } from '../support/n8n.mts';
import { features, installedRuntime } from '../support/runtime.mts';
import { packedTarball } from '../support/tarball.mts';

interface NodeType {
	name: string;
	displayName: string;
	credentials?: Array<{ name: string }>;
	iconUrl?: unknown;
	codex?: { categories?: string[] };
	properties: Array<{ name: string; default: unknown }>;
}

describe('a real n8n with the packed tarball installed', () => {
	let types: NodeType[];
	let userFolder: string;

	beforeAll(async () => {
		userFolder = await mkdtemp(join(tmpdir(), 'linq-load-'));
		const output = join(userFolder, 'types.json');
		await runN8nCommand(
			{ runtime: await installedRuntime(), userFolder, tarball: packedTarball() },
			['export:nodes', `--output=${output}`],
		);
		const all = JSON.parse(await readFile(output, 'utf8')) as NodeType[];
		types = all.filter(({ name }) => name.startsWith('n8n-nodes-linqapp.'));
	}, START_TIMEOUT);

	afterAll(() => rm(userFolder, { recursive: true, force: true }));

	it('loads both nodes under the name of the package, and the AI tools made of one', () => {
		expect(types.map(({ name }) => name).sort()).toEqual([
			'n8n-nodes-linqapp.linq',
			// For human review.
			...(features().humanReview ? ['n8n-nodes-linqapp.linqHitlTool'] : []),
			'n8n-nodes-linqapp.linqTool',
			'n8n-nodes-linqapp.linqTrigger',
		]);
	});

	it('has them ask for the Linq credential', () => {
		for (const { credentials } of types) {
			expect(credentials).toEqual([expect.objectContaining({ name: 'linqApi' })]);
		}
	});

	it('keeps the default of the Request Options, without which long lists block n8n', () => {
		for (const name of ['n8n-nodes-linqapp.linq', 'n8n-nodes-linqapp.linqTool']) {
			const properties = types.find((type) => type.name === name)?.properties ?? [];
			expect(properties.filter((property) => property.name === 'requestOptions')).toEqual([
				expect.objectContaining({
					default: { batching: { batch: { batchSize: 5, batchInterval: 1 } } },
				}),
			]);
		}
	});

	it('finds their icons and their metadata', () => {
		for (const type of types) {
			const category = type.name.endsWith('Tool') ? 'AI' : 'Communication'; // n8n's own for tools
			expect(type.iconUrl).toBeDefined();
			expect(type.codex?.categories).toContain(category);
		}
	});
});
