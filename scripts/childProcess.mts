import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A server that was started and is to be stopped. */
export interface Child {
	readonly pid: number;
	/** Resolves, never rejects, when the process has ended, with the reason in words. */
	readonly ended: Promise<string>;
	/** The reason in words, once it has ended. */
	whyEnded(): string | undefined;
	/** The end of what it wrote. */
	lastLines(count?: number): string;
	/** Asks it to end (SIGTERM), insists (SIGKILL) after ten seconds, and waits for the end. */
	stop(): Promise<void>;
}

/** Options of {@link startChild}. */
export interface ChildOptions {
	/** The Node to run. */
	node: string;
	/** Node's own options; on Node 20 they have to bring what reads TypeScript. */
	nodeOptions?: string[];
	/** The script and its arguments. */
	args: string[];
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Gets all it writes; begun anew. */
	logFile: string;
}

const PATIENCE = 10_000;

/** Kills what is left of the process group, n8n's own children for instance. */
function killGroup(pid: number | undefined): void {
	if (pid === undefined || process.platform === 'win32') return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// nothing is left, as it should be
	}
}

/**
 * Starts a Node process that ends with this one. It is put into a process group of its own, so that a
 * Ctrl-C in the terminal reaches only the parent, which then stops its children in order.
 */
export function startChild(options: ChildOptions): Child {
	const { node, nodeOptions = [], args, cwd, env, logFile } = options;
	const guard = pathToFileURL(join(import.meta.dirname, 'endWithParent.mts')).href;
	// It writes to the file itself: a pipe to this process would break, and n8n hang, with our end.
	const log = openSync(logFile, 'w');
	const child = spawn(node, [...nodeOptions, '--import', guard, ...args], {
		cwd,
		env,
		detached: process.platform !== 'win32',
		stdio: ['ignore', log, log, 'ipc'],
		windowsHide: true,
	});
	closeSync(log);
	let why: string | undefined;
	const ended = new Promise<string>((resolve) => {
		const end = (reason: string) => {
			why ??= reason;
			resolve(why);
		};
		child.on('error', (error) => end(`could not be started: ${error.message}`));
		child.on('exit', () => killGroup(child.pid));
		child.on('close', (code, signal) => {
			end(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`);
		});
	});
	return {
		pid: child.pid ?? 0,
		ended,
		whyEnded: () => why,
		lastLines: (count = 20) =>
			readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n'),
		async stop() {
			if (why !== undefined) return;
			child.kill('SIGTERM');
			const insist = setTimeout(() => {
				child.kill('SIGKILL');
				killGroup(child.pid);
			}, PATIENCE);
			await ended;
			clearTimeout(insist);
		},
	};
}
