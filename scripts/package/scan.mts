// The lint half of n8n's scan of published community packages (npx @n8n/scan-community-package),
// which itself only takes what is on npm already. Rules and file patterns are those of its 0.32.0;
// the plugins are the ones that @n8n/node-cli brings. Usage: tsx scripts/package/scan.mts UNPACKED_TARBALL
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { projectFolder } from '../project.mts';

interface Plugin extends ESLint.Plugin {
	configs: Record<string, { rules: Linter.RulesRecord }>;
}

const fromCli = createRequire(createRequire(import.meta.url).resolve('@n8n/node-cli/eslint'));

async function load(name: string): Promise<Record<string, unknown>> {
	return (await import(fromCli.resolve(name))) as Record<string, unknown>;
}

async function scanConfig(): Promise<Linter.Config[]> {
	const { n8nCommunityNodesPlugin } = await load('@n8n/eslint-plugin-community-nodes');
	const { configs } = n8nCommunityNodesPlugin as { configs: { recommended: Linter.Config } };
	const base = (await load('eslint-plugin-n8n-nodes-base')).default as Plugin;
	const typed: Linter.Config = { languageOptions: { parser: parser as Linter.Parser } };
	return [
		configs.recommended,
		{ plugins: { 'n8n-nodes-base': base }, rules: { 'no-console': 'error' } },
		{ files: ['package.json'], rules: base.configs.community?.rules },
		{
			files: ['**/credentials/**/*.ts'],
			rules: {
				...base.configs.credentials?.rules,
				'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
				'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
			},
		},
		{
			files: ['**/nodes/**/*.ts'],
			rules: {
				...base.configs.nodes?.rules,
				'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
				'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
				'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
			},
		},
		{ files: ['**/*.json', '**/*.ts'], ...typed },
	];
}

/** Lints the files in a folder, comments that switch rules off notwithstanding; true if no error. */
async function scan(cwd: string, patterns: string[]): Promise<boolean> {
	const eslint = new ESLint({
		cwd,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await scanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	const formatter = await eslint.loadFormatter('stylish');
	process.stdout.write(`${results.length} files in ${cwd}\n${await formatter.format(results)}\n`);
	return results.length > 0 && results.every(({ errorCount }) => errorCount === 0);
}

// eslint-plugin-n8n-nodes-base takes every file for a node while its own tests run, as it thinks.
delete process.env.NODE_ENV;

const [unpacked] = process.argv.slice(2);
if (unpacked === undefined) throw new Error('Usage: tsx scripts/package/scan.mts UNPACKED_TARBALL');
const sources = await scan(projectFolder, [
	'package.json',
	'{nodes,credentials}/**/*.{js,ts,json}',
]);
const tarball = await scan(resolve(unpacked), ['**/*.js', 'package.json']);
process.exitCode = sources && tarball ? 0 : 1;
