import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackTarball, type Unpacked } from '../support/unpacked.mts';

interface Manifest {
	name: string;
	dependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	scripts?: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; strict: boolean; nodes: string[]; credentials: string[] };
}

describe('the packed tarball', () => {
	let unpacked: Unpacked;
	let manifest: Manifest;

	beforeAll(async () => {
		unpacked = await unpackTarball();
		const text = await readFile(join(unpacked.folder, 'package.json'), 'utf8');
		manifest = JSON.parse(text) as Manifest;
	});

	afterAll(() => unpacked.remove());

	it('holds package.json, README, licence and the built files, and nothing else', () => {
		const own = unpacked.files.filter((file) => !file.startsWith('dist/'));
		expect(own).toEqual(['LICENSE.md', 'README.md', 'package.json']);
	});

	it('has in dist only nodes, credentials and icons, as code, metadata, schemas or pictures', () => {
		const strangers = unpacked.files.filter(
			(file) =>
				file.startsWith('dist/') &&
				!/^dist\/(nodes|credentials)\/.+\.(js|json)$|^dist\/(icons|nodes)\/.+\.svg$/.test(file),
		);
		expect(strangers).toEqual([]);
	});

	it('has every file that n8n is told to load', () => {
		const named = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
		expect(named).toHaveLength(3);
		expect(unpacked.files).toEqual(expect.arrayContaining(named));
	});

	it('has the metadata of each node, and the icons in both colours', () => {
		const metadata = manifest.n8n.nodes.map((file) => file.replace(/\.js$/, '.json'));
		const icons = ['dist/icons/linq.svg', 'dist/icons/linq.dark.svg'];
		expect(unpacked.files).toEqual(expect.arrayContaining([...metadata, ...icons]));
	});

	it('requires nothing but what n8n supplies, and its own files', async () => {
		const supplied = ['n8n-workflow', 'zod', 'lodash', 'luxon', 'crypto', 'node:crypto'];
		const scripts = unpacked.files.filter((file) => file.endsWith('.js'));
		for (const file of scripts) {
			const code = await readFile(join(unpacked.folder, file), 'utf8');
			for (const [, wanted = ''] of code.matchAll(/\brequire\("([^"]+)"\)/g)) {
				if (!wanted.startsWith('.'))
					expect({ file, wanted: supplied }).toEqual({
						file,
						wanted: expect.arrayContaining([wanted]) as unknown,
					});
			}
		}
	});

	it('depends on nothing at run time, and on any n8n-workflow as a peer', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('runs no script when it is installed', () => {
		const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
		expect(hooks.filter((hook) => manifest.scripts?.[hook] !== undefined)).toEqual([]);
	});
});
