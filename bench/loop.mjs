/**
 * Loaded into n8n (NODE_OPTIONS=--import): measures how long its event loop is blocked. On SIGUSR2
 * it writes what it measured since the last one to the file in BENCH_LOOP_FILE.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const file = process.env.BENCH_LOOP_FILE;
const delay = monitorEventLoopDelay({ resolution: 5 });
let unhandled = 0;

delay.enable();
process.on('unhandledRejection', () => unhandled++);
process.on('SIGUSR2', () => {
	writeFileSync(`${file}.new`, JSON.stringify({ longestMs: delay.max / 1e6, unhandled }));
	renameSync(`${file}.new`, file);
	delay.reset();
	unhandled = 0;
});
