import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findForeignLinks, findPlaceholders } from '../../scripts/package/placeholders.mts';
import { projectFolder } from '../../scripts/project.mts';
import { run } from '../../scripts/run.mts';

const filledIn = {
	homepage: 'https://github.com/acme/n8n-nodes-linqapp#readme',
	bugs: { url: 'https://github.com/acme/n8n-nodes-linqapp/issues' },
	author: { name: 'Acme Ltd', email: 'n8n@acme.test' },
	repository: { type: 'git', url: 'git+https://github.com/acme/n8n-nodes-linqapp.git' },
};

test('finds nothing where all four fields are filled in', () => {
	expect(findPlaceholders(filledIn)).toEqual([]);
});

test.each([
	['homepage', 'https://github.com/OWNER/n8n-nodes-linqapp#readme'],
	['homepage', undefined],
	['homepage', ''],
	['homepage', 'acme'],
	['bugs', { url: 'https://github.com/OWNER/n8n-nodes-linqapp/issues' }],
	['bugs', {}],
	['bugs', undefined],
	['author', { name: 'OWNER', email: 'n8n@acme.test' }],
	['author', { name: 'Acme Ltd', email: 'OWNER@example.com' }],
	['author', { name: 'Acme Ltd', email: 'n8n@example.com' }],
	['author', { name: 'Acme Ltd', email: 'acme@users.noreply.github.com' }],
	['author', { name: 'Acme Ltd' }],
	['author', { email: 'n8n@acme.test' }],
	['author', 'Acme Ltd <n8n@acme.test>'],
	['author', undefined],
	['repository', { type: 'git', url: 'git+https://github.com/OWNER/n8n-nodes-linqapp.git' }],
	['repository', { type: 'git', url: 'https://gitlab.com/acme/n8n-nodes-linqapp.git' }],
	['repository', { type: 'git' }],
	['repository', null],
])('names %s where it is %j', (field, value) => {
	const found = findPlaceholders({ ...filledIn, [field]: value });
	expect(found).toHaveLength(1);
	expect(found[0]).toMatch(new RegExp(`^${field}\\b`));
});

test('names all that is missing at once', () => {
	expect(findPlaceholders({})).toHaveLength(4);
});

describe('links of README.md', () => {
	const readme = `[Docs](https://github.com/OWNER/n8n-nodes-linqapp/blob/main/docs/README.md), [n8n](https://github.com/n8n-io/n8n)
		![Phone](https://raw.githubusercontent.com/OWNER/n8n-nodes-linqapp/main/docs/images/phone.png)
		git clone https://github.com/OWNER/n8n-nodes-linqapp.git`;

	test('that lead to the placeholder are found, pictures and the address to clone among them', () => {
		expect(findForeignLinks(readme, filledIn.repository)).toHaveLength(3);
	});

	test('that lead to the repository are right', () => {
		const ours = readme.replaceAll('OWNER', 'acme');
		expect(findForeignLinks(ours, filledIn.repository)).toEqual([]);
	});

	test('that lead to a repository of another owner are found', () => {
		const former = readme.replaceAll('OWNER', 'former');
		expect(findForeignLinks(former, filledIn.repository)).toHaveLength(3);
		expect(findForeignLinks(former, undefined)).toHaveLength(3);
	});

	test('those of the project are all found while it has no owner', async () => {
		const text = await readFile(join(projectFolder, 'README.md'), 'utf8');
		const links = findForeignLinks(text, filledIn.repository);
		expect(links.length).toBeGreaterThan(20);
		expect(findForeignLinks(text.replaceAll('OWNER', 'acme'), filledIn.repository)).toEqual([]);
	});
});

describe('as the publish workflow runs it', () => {
	let folder: string;

	beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'placeholders-'))));
	afterAll(() => rm(folder, { recursive: true }));

	const check = async (manifest: object, owner = 'acme') => {
		const file = join(folder, 'package.json');
		await writeFile(file, JSON.stringify(manifest));
		const link = `https://github.com/${owner}/n8n-nodes-linqapp/blob/main/docs/README.md`;
		await writeFile(join(folder, 'README.md'), `[Documentation](${link})`);
		const args = ['--import', 'tsx', 'scripts/package/placeholders.mts', file];
		return await run(process.execPath, args, { cwd: projectFolder });
	};

	test('it lets a package with all four fields pass', async () => {
		await expect(check(filledIn)).resolves.toBe('');
	});

	test('it fails where a link of README.md leads to the placeholder', async () => {
		await expect(check(filledIn, 'OWNER')).rejects.toThrow(
			/exited with 1[^]+README\.md has 1 link/,
		);
	});

	test('it fails, names the fields, and says what to do', async () => {
		const failing = check({ ...filledIn, author: undefined, bugs: undefined });
		await expect(failing).rejects.toThrow(/exited with 1[^]+bugs[^]+author[^]+CONTRIBUTING\.md/);
	});
});
