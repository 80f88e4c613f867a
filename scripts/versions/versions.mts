// npm run versions -- [VERSION …]: runs the main path of the package in several versions of n8n.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../project.mts';
import { resolveVersion } from '../runtime/recipe.mts';
import { mainPath } from './mainPath.mts';
import { readOutcome, Results, table, type Outcome } from './outcome.mts';

const HELP = `npm run versions -- [VERSION …]

Runs the tests of the main path in the n8n of each version: an exact one (2.41.1), a range (1 for the
last 1.x), a tag (latest), or "pinned" for the one that runtime/ pins. Without any: pinned, latest, 1.
A version that is not pinned is installed to the cache folder as n8n-VERSION (2.3 GB); remove it there
when it is no longer needed.
`;

/** Runs jest on the main path with an n8n, and reads what it writes to a file. */
async function runMainPath(version: string, folder: string): Promise<Outcome> {
	const file = join(folder, `${version}.json`);
	const jest = spawn(
		process.execPath,
		[
			join('node_modules', 'jest', 'bin', 'jest.js'),
			// What a failed test leaves open would keep jest from ending.
			...['--selectProjects', 'package', 'e2e', '--maxWorkers=1', '--forceExit'],
			...['--json', '--outputFile', file],
			...['--runTestsByPath', ...mainPath.map(([, test]) => test)],
		],
		{
			cwd: projectFolder,
			env: { ...process.env, N8N_VERSION: version },
			// --json has jest write the results to stdout as well.
			stdio: ['ignore', 'ignore', 'inherit'],
		},
	);
	await once(jest, 'close');
	return readOutcome(version, Results.parse(JSON.parse(await readFile(file, 'utf8'))));
}

async function main(wanted: string[]): Promise<boolean> {
	const versions = new Set<string>();
	for (const one of wanted) versions.add(await resolveVersion(one));
	const folder = await mkdtemp(join(tmpdir(), 'linq-versions-'));
	const outcomes: Outcome[] = [];
	try {
		for (const version of versions) outcomes.push(await runMainPath(version, folder));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	process.stdout.write(`${table(outcomes)}\n`);
	for (const { version, failures } of outcomes) {
		for (const failure of failures) process.stdout.write(`n8n ${version}: ${failure}\n`);
	}
	return outcomes.every(({ failures }) => failures.length === 0);
}

const wanted = process.argv.slice(2);
if (wanted.includes('--help')) process.stdout.write(HELP);
else
	process.exitCode = (await main(wanted.length > 0 ? wanted : ['pinned', 'latest', '1'])) ? 0 : 1;
