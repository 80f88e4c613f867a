import { readFileSync, writeFileSync } from 'node:fs';

/** Clock ticks a second in /proc; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Resource usage of a process, read from Linux's /proc. */
export class ProcessMeter {
	#cpu = 0;

	constructor(private readonly pid: number) {}

	/** Begins a measurement. */
	start(): void {
		// Makes the peak begin anew (proc(5), clear_refs).
		writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
		this.#cpu = this.#cpuMs();
	}

	/** @returns milliseconds of CPU, and the peak of resident memory in MB, since start() */
	stop(): { cpuMs: number; peakMb: number } {
		const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
		const peakKb = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]);
		return { cpuMs: this.#cpuMs() - this.#cpu, peakMb: peakKb / 1024 };
	}

	#cpuMs(): number {
		const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
	}
}
