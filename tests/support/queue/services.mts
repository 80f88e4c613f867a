import type { Runtime } from '../../../scripts/runtime/runtime.mts';
import { lacksPostgres } from './database.mts';
import { lacksRedis } from './redis.mts';

/** How it gets from jest's own process to those that run the tests. */
const VARIABLE = 'LINQ_TEST_LACKS';

/** Part of the global setup: looks for what n8n's queue mode needs beside n8n. */
export async function lookForServices(runtime: Runtime): Promise<void> {
	const lacking = await Promise.all([lacksPostgres(runtime), lacksRedis(runtime)]);
	const reasons = lacking.filter((reason) => reason !== undefined).join('; ');
	process.env[VARIABLE] = reasons;
	// jest shows no names of tests where it skips a whole file.
	if (reasons !== '') process.stderr.write(`The tests of queue mode lack something: ${reasons}.\n`);
}

/**
 * `describe`, or where PostgreSQL or Redis is missing a skip that says so; never where CI is true:
 * there the stage cannot start, and the tests fail.
 */
export function describeInQueueMode(name: string, tests: () => void): void {
	const lacking = process.env[VARIABLE] ?? '';
	if (lacking === '' || process.env.CI === 'true') describe(name, tests);
	else describe.skip(`${name} (there is ${lacking})`, tests);
}
