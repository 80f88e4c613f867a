import getPort from 'get-port';
import { startChild, type Child } from '../childProcess.mts';
import { projectFolder } from '../project.mts';
import { waitFor } from '../waitFor.mts';

/** A port and the 50 above it, to look for a free one in; where none is, any other will do. */
export const portsFrom = (wanted: number): number[] =>
	Array.from({ length: 51 }, (_, index) => wanted + index).filter((port) => port <= 65_535);

/** A sandbox in a process of its own. */
export interface SandboxProcess {
	/** For instance `http://127.0.0.1:4010`. */
	url: string;
	/** Base URL for the Linq credential. */
	apiUrl: string;
	/** Base URL for an OpenAI credential. */
	modelUrl: string;
	token: string;
	process: Child;
}

/** Options of {@link startSandboxProcess}. */
export interface SandboxProcessOptions {
	/** For the API and the control side; media get the next free port. */
	port: number;
	token: string;
	logFile: string;
	signal?: AbortSignal;
}

/**
 * Starts the sandbox and waits until it answers.
 * @throws Error with the end of its output if it ends, or does not answer within 30 seconds
 */
export async function startSandboxProcess(options: SandboxProcessOptions): Promise<SandboxProcess> {
	const { port, token, logFile, signal } = options;
	const storagePort = await getPort({ host: '127.0.0.1', port: portsFrom(port + 1) });
	const child = startChild({
		node: process.execPath,
		nodeOptions: ['--import', 'tsx'],
		args: [
			'sandbox/main.mts',
			...['--port', String(port), '--storage-port', String(storagePort)],
			...['--token', token],
		],
		cwd: projectFolder,
		env: process.env,
		logFile,
	});
	const url = `http://127.0.0.1:${port}`;
	try {
		await waitFor(
			'the sandbox to answer',
			async () => {
				const why = child.whyEnded();
				if (why !== undefined) {
					throw new Error(`The sandbox ${why}. Its last words:\n${child.lastLines()}`);
				}
				return await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
					() => true,
					() => false,
				);
			},
			{ deadline: 30_000, signal },
		);
	} catch (error) {
		await child.stop();
		throw error;
	}
	return {
		url,
		apiUrl: `${url}/api/partner`,
		modelUrl: `${url}/model/v1`,
		token,
		process: child,
	};
}
