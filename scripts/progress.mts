/** Told what is going on while something takes its time. */
export interface Report {
	/** A step begins, or something worth a line of its own happened. */
	step(text: string): void;
	/** The state of the step under way; called every second or so. */
	update(text: string): void;
}

/** Where a {@link Report} can be written: process.stdout, process.stderr. */
export interface Terminal {
	isTTY?: boolean;
	columns?: number;
	write(text: string): unknown;
}

/**
 * Writes a report for people: on a terminal, updates overwrite one line; in a log, they are lines of
 * their own, at most one in `logEvery` milliseconds.
 */
export function reportTo(terminal: Terminal, logEvery = 15_000): Report {
	let lastLogged = 0;
	let lineOpen = false;
	return {
		step(text) {
			terminal.write(`${lineOpen ? '\r\u001b[2K' : ''}${text}\n`);
			lineOpen = false;
			lastLogged = Date.now();
		},
		update(text) {
			if (terminal.isTTY === true) {
				terminal.write(`\r\u001b[2K  ${text.slice(0, (terminal.columns ?? 80) - 3)}`);
				lineOpen = true;
			} else if (Date.now() - lastLogged >= logEvery) {
				terminal.write(`  ${text}\n`);
				lastLogged = Date.now();
			}
		},
	};
}

/** A span of time as people say it: "8 s", "3 min 05 s". */
export function duration(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
