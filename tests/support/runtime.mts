import { featuresOf, type Features } from '../../scripts/n8n/features.mts';
import { reportTo, type Report } from '../../scripts/progress.mts';
import { ensureRuntime, type Runtime } from '../../scripts/runtime/runtime.mts';
import { lookForServices } from './queue/services.mts';
import { packOnce } from './tarball.mts';

/** How what this n8n can do gets from jest's own process to those that run the tests. */
const FEATURES = 'LINQ_TEST_N8N_FEATURES';

const silent = { step: () => undefined, update: () => undefined };

/** The pinned n8n, or the one that N8N_VERSION names. */
const runtime = (report: Report) => ensureRuntime({ report, version: process.env.N8N_VERSION });

/** The n8n that the global setup made sure of, for a test. */
export const installedRuntime = (): Promise<Runtime> => runtime(silent);

/** The features of that n8n. */
export function features(): Features {
	const found = process.env[FEATURES];
	if (found === undefined) throw new Error('Only projects with an n8n know what it can do.');
	return JSON.parse(found) as Features;
}

/** Global setup of the tests that need n8n: installs it (minutes, once a machine) and packs the package. */
export default async function setUp(): Promise<void> {
	const installed = await runtime(reportTo(process.stderr));
	process.env[FEATURES] = JSON.stringify(await featuresOf(installed));
	await lookForServices(installed);
	await packOnce();
}
