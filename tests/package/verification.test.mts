// n8n's guidelines for verified packages, as far as lint and scan do not check them:
// https://docs.n8n.io/connect/create-nodes/build-your-node/reference/verification-guidelines
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { Linq } from '../../nodes/Linq/Linq.node.ts';
import { LinqTrigger } from '../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { projectFolder } from '../../scripts/project.mts';
import { packedTarball } from '../support/tarball.mts';
import { unpackTarball, type Unpacked } from '../support/unpacked.mts';

interface Manifest {
	name: string;
	version: string;
	license: string;
	keywords: string[];
	homepage: string;
	bugs: { url: string };
	repository: { type: string; url: string };
	publishConfig: unknown;
	n8n: { nodes: string[]; credentials: string[] };
}

interface Codex {
	node: string;
	nodeVersion: string;
	codexVersion: string;
	categories: string[];
	resources: Record<string, Array<{ url: string }>>;
}

/** The version of each node as its metadata has it, e.g. 1.0. */
const VERSIONS = Object.fromEntries(
	[new Linq(), new LinqTrigger()].map(({ constructor, description }) => [
		constructor.name,
		Number(description.version).toFixed(1),
	]),
);

/** Those of n8n's own nodes. */
const CATEGORIES = [
	'AI',
	'Analytics',
	'Communication',
	'Core Nodes',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'HITL',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

const KILOBYTE = 1_000;

/** Letters of other scripts than ours, in which nothing English is written. */
const FOREIGN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

describe("n8n's verification guidelines", () => {
	let unpacked: Unpacked;
	let manifest: Manifest;

	const read = (file: string) => readFile(join(unpacked.folder, file), 'utf8');

	beforeAll(async () => {
		unpacked = await unpackTarball();
		manifest = JSON.parse(await read('package.json')) as Manifest;
	});

	afterAll(() => unpacked.remove());

	it('the package is found as a community node, and can be published with provenance only', () => {
		expect(manifest.name).toMatch(/^n8n-nodes-[a-z]+$/);
		expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.publishConfig).toEqual({ provenance: true });
	});

	it('it is under the MIT license', async () => {
		expect(manifest.license).toBe('MIT');
		expect(await read('LICENSE.md')).toMatch(/^# MIT License\n\nCopyright \d{4} /);
	});

	it('homepage, bugs and repository name one repository on GitHub', () => {
		const [, repository] =
			/^git\+(https:\/\/github\.com\/[\w-]+\/[\w.-]+)\.git$/.exec(manifest.repository.url) ?? [];
		expect(repository).toBeDefined();
		expect(manifest.homepage).toBe(`${repository}#readme`);
		expect(manifest.bugs.url).toBe(`${repository}/issues`);
	});

	it('the README has how to install, authenticate and use it, compatibility, and examples', async () => {
		const readme = await read('README.md');
		const headings = [...readme.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) => heading);
		for (const wanted of [/install/i, /credential/i, /compatib/i, /license/i]) {
			expect(headings).toContainEqual(expect.stringMatching(wanted));
		}
		expect(readme).toMatch(/\]\((https:\/\/\S+\/)?examples/);
	});

	it('documentation, metadata and examples are in English', async () => {
		const { name, ...rest } = manifest;
		expect(JSON.stringify({ name, ...rest })).not.toMatch(FOREIGN);
		const examples = await readdir(join(projectFolder, 'examples'));
		for (const file of ['README.md', 'CHANGELOG.md', ...examples.map((one) => `examples/${one}`)]) {
			const text = await readFile(join(projectFolder, file), 'utf8');
			expect([file, FOREIGN.exec(text)?.[0]]).toEqual([file, undefined]);
		}
	});

	it('each node has metadata with its name, categories of n8n, and documentation', async () => {
		for (const file of manifest.n8n.nodes) {
			const codex = JSON.parse(await read(file.replace(/\.js$/, '.json'))) as Codex;
			const [, type = ''] = /\/(\w+)\.node\.js$/.exec(file) ?? [];
			expect(codex).toMatchObject({
				node: `${manifest.name}.${type[0]?.toLowerCase()}${type.slice(1)}`,
				nodeVersion: VERSIONS[type],
				codexVersion: '1.0',
			});
			expect(CATEGORIES).toEqual(expect.arrayContaining(codex.categories));
			for (const kind of ['primaryDocumentation', 'credentialDocumentation']) {
				expect(codex.resources[kind]).toEqual([
					{ url: expect.stringMatching(/^https:\/\//) as unknown },
				]);
			}
		}
	});

	it('the icons are square pictures of vectors, each with one for dark backgrounds', async () => {
		const icons = unpacked.files.filter((file) => file.endsWith('.svg'));
		expect(icons).toEqual(['dist/icons/linq.dark.svg', 'dist/icons/linq.svg']);
		for (const icon of icons) {
			const svg = await read(icon);
			const [, width, height] = /^<svg [^>]*viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
			expect(width).toBeDefined();
			expect(height).toBe(width);
			expect(svg).not.toMatch(/<(image|script|foreignObject)|href=/);
		}
	});

	it('it is small: to be downloaded, and in the number of its files', async () => {
		const { size } = await stat(packedTarball());
		expect(size).toBeLessThan(1_000 * KILOBYTE);
		expect(unpacked.files.length).toBeLessThan(1_000);
	});
});
