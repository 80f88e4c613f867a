import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Tail } from './tail.mts';

/** Options of {@link run} besides the command line. */
export interface RunOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Ends the command. */
	signal?: AbortSignal;
	/** A file that gets everything the command writes, appended. */
	logFile?: string;
}

/** A command ended with an error. `output` is the end of what it wrote. */
export class CommandError extends Error {
	constructor(
		readonly commandLine: string,
		readonly reason: string,
		readonly output: string,
	) {
		super(`"${commandLine}" ${reason}.\n${output}`);
	}
}

/**
 * Runs a command to its end and gives back what it wrote to stdout.
 * @throws CommandError if it cannot start, is killed, or exits with anything but 0
 */
export function run(command: string, args: string[], options: RunOptions): Promise<string> {
	const { cwd, env, signal, logFile } = options;
	const commandLine = [command, ...args].join(' ');
	return new Promise((resolve, reject) => {
		const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
		const child = spawn(command, args, {
			cwd,
			env,
			signal,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const output = new Tail();
		let stdout = '';
		const take = (text: string) => {
			output.add(text);
			log?.write(text);
		};
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			take(text);
		});
		child.stderr.setEncoding('utf8').on('data', take);
		let reason: string | undefined;
		child.on('error', (error) => {
			reason = `failed: ${error.message}`;
			if (child.pid === undefined) finish(null, null);
		});
		const finish = (code: number | null, killedBy: string | null) => {
			log?.end();
			reason ??= killedBy === null ? `exited with ${code}` : `was ended by ${killedBy}`;
			if (code === 0) resolve(stdout);
			else reject(new CommandError(commandLine, reason, output.toString()));
		};
		child.on('close', finish);
	});
}
