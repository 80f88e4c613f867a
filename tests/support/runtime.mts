import { reportTo } from '../../scripts/progress.mts';
import { ensureRuntime, type Runtime } from '../../scripts/runtime.mts';
import { lookForServices } from './queue/services.mts';
import { packOnce } from './tarball.mts';

const silent = { step: () => undefined, update: () => undefined };

/** The n8n that the global setup made sure of, for a test. */
export const installedRuntime = (): Promise<Runtime> => ensureRuntime({ report: silent });

/** Global setup of the tests that need n8n: installs it (minutes, once a machine) and packs the package. */
export default async function setUp(): Promise<void> {
	await lookForServices(await ensureRuntime({ report: reportTo(process.stderr) }));
	await packOnce();
}
