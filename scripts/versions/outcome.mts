import { relative } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../project.mts';
import { mainPath } from './mainPath.mts';

/** The part of jest's results that counts here. */
export const Results = z.object({
	testResults: z.array(
		z.object({
			name: z.string(),
			message: z.string(),
			assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
		}),
	),
});
export type Results = z.infer<typeof Results>;

/** Results of the main path in one version of n8n. */
export interface Outcome {
	version: string;
	/** How each part of the main path went, in its order. */
	cells: string[];
	/** The tests that did not pass, each with its file. */
	failures: string[];
}

/** Reads jest's results. A part without a single test counts as failed. */
export function readOutcome(version: string, results: Results): Outcome {
	const failures: string[] = [];
	const cells = mainPath.map(([, file]) => {
		const found = results.testResults.find(({ name }) => relative(projectFolder, name) === file);
		const tests = found?.assertionResults ?? [];
		const run = tests.filter(({ status }) => status !== 'pending');
		const failed = run.filter(({ status }) => status !== 'passed');
		failures.push(...failed.map(({ fullName }) => `${file}: ${fullName}`));
		if (run.length === 0) {
			failures.push(`${file}: no test was run. ${found?.message ?? ''}`.trim());
			return 'not run';
		}
		return failed.length === 0 ? `✓ ${run.length}` : `${failed.length} of ${run.length} failed`;
	});
	return { version, cells, failures };
}

/** The outcomes side by side, as a Markdown table. */
export function table(outcomes: Outcome[]): string {
	const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const versions = outcomes.map(({ version }) => `n8n ${version}`);
	return [
		row(['Tests passed', ...versions]),
		row(['---', ...versions.map(() => '---')]),
		...mainPath.map(([what], place) =>
			row([what, ...outcomes.map(({ cells }) => cells[place] ?? '')]),
		),
	].join('\n');
}
