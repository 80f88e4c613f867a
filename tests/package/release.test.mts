import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectFolder } from '../../scripts/project.mts';
import { run } from '../../scripts/run.mts';

const changelog = (entry: string) => `# Changelog\n\n## [Unreleased]\n\n- ${entry}\n`;

/** A repository with this project's release settings, a remote of its own, and little else. */
describe('npm run release', () => {
	let folder: string;
	let clone: string;

	const git = (...args: string[]) => run('git', args, { cwd: clone });
	const write = (name: string, text: string) => writeFile(join(clone, name), text);
	const read = (name: string) => readFile(join(clone, name), 'utf8');

	const release = async (version: string) => {
		const tool = join(projectFolder, 'node_modules', 'release-it', 'bin', 'release-it.js');
		// CI: it asks nothing.
		return await run(process.execPath, [tool, version, '--ci'], { cwd: clone });
	};

	const commitAndPush = async () => {
		await git('add', '--all');
		await git('commit', '--quiet', '--message', 'Work');
		await git('push', '--quiet', '--set-upstream', 'origin', 'main');
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'linq-release-'));
		clone = join(folder, 'clone');
		await mkdir(clone);
		await git('init', '--quiet', '--bare', '--initial-branch=main', '../remote.git');
		await git('clone', '--quiet', '../remote.git', '.');
		await git('config', 'user.name', 'Owner');
		await git('config', 'user.email', 'owner@acme.test');
		const settings = await readFile(join(projectFolder, '.release-it.json'), 'utf8');
		const withScripts = JSON.parse(settings) as { hooks: { 'before:init': string[] } };
		// The checks before a release have tests of their own.
		expect(withScripts.hooks['before:init']).toContain('npm run placeholders');
		await write('.release-it.json', JSON.stringify({ ...withScripts, hooks: {} }));
		await write('package.json', JSON.stringify({ name: 'n8n-nodes-acme', version: '0.1.0' }));
		await write('CHANGELOG.md', changelog('First'));
		await write('.gitignore', 'node_modules');
		await symlink(join(projectFolder, 'node_modules'), join(clone, 'node_modules'));
		await commitAndPush();
	});

	afterAll(() => rm(folder, { recursive: true, force: true }));

	it.each(['0.1.0', '0.2.0'])(
		'dates, commits, tags and pushes %s, and publishes nothing',
		async (version) => {
			await write('CHANGELOG.md', changelog(`What is new in ${version}`));
			await commitAndPush();
			const output = await release(version);
			expect(output).not.toContain('npm publish');
			expect(JSON.parse(await read('package.json'))).toMatchObject({ version });
			expect(await read('CHANGELOG.md')).toMatch(
				new RegExp(`## \\[${version}\\] - \\d{4}-\\d\\d-\\d\\d\n\n- What is new in ${version}`),
			);
			const [pushed, tagged] = await Promise.all([
				git('ls-remote', 'origin', 'refs/heads/main'),
				git('ls-remote', 'origin', `refs/tags/${version}^{}`),
			]);
			expect(pushed.slice(0, 40)).toMatch(/^[0-9a-f]{40}$/);
			expect(tagged.slice(0, 40)).toBe(pushed.slice(0, 40));
		},
		60_000,
	);

	it('refuses a version of which the changelog says nothing', async () => {
		await expect(release('0.3.0')).rejects.toThrow('Missing "Unreleased" section');
	}, 60_000);

	it('refuses what is not committed', async () => {
		await write('CHANGELOG.md', changelog('Not committed'));
		await expect(release('0.3.0')).rejects.toThrow(/clean/i);
	}, 60_000);
});
