import { HELP, readArguments, UsageError } from './cli.mts';
import { SeedError } from './seed/shape.mts';
import { startSandbox, type Sandbox } from './server.mts';

/** The sandbox as a process: starts, says where it is, and ends on SIGINT or SIGTERM. */
async function main(): Promise<void> {
	const options = readArguments(process.argv.slice(2));
	if (options === 'help') {
		process.stdout.write(HELP);
		return;
	}
	const sandbox = await startSandbox(options);
	process.stdout.write(
		[
			'Linq sandbox is running',
			`  Phone     ${sandbox.url}`,
			`  Base URL  ${sandbox.apiBaseUrl}`,
			`  Token     ${sandbox.token}`,
			`  Control   ${sandbox.controlUrl}`,
			`  Storage   ${sandbox.storageUrl}`,
			`  Model     ${sandbox.modelUrl}`,
			'',
		].join('\n'),
	);
	await endOfProcess(sandbox);
}

async function endOfProcess(sandbox: Sandbox): Promise<void> {
	await new Promise<void>((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
	await sandbox.close();
}

function explain(error: unknown): string {
	if (error instanceof UsageError || error instanceof SeedError) return error.message;
	if (!(error instanceof Error)) return 'The sandbox could not start.';
	const { code, port } = error as Error & { code?: string; port?: number };
	if (code === 'EADDRINUSE') {
		return `Port ${port ?? ''} is taken. Choose another with --port or --storage-port (0 takes a free one).`;
	}
	return `The sandbox could not start: ${error.message}`;
}

try {
	await main();
} catch (error) {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
}
