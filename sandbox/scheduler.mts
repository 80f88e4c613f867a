/**
 * Everything that happens later or elsewhere: the next delivery state, a webhook on its way. Knows
 * whether anything is still to come, and can drop it all. No timer keeps the process alive.
 */
export class Scheduler {
	readonly #timers = new Set<NodeJS.Timeout>();
	#waiting: Array<() => void> = [];
	#open = 0;
	/** Called after each thing that was done. */
	onStep: () => void = () => undefined;

	/** @param report is told what was thrown; nothing that is done here ends the process */
	constructor(private readonly report: (error: unknown) => void) {}

	/**
	 * Runs something later.
	 *
	 * @param ms delay in milliseconds, 0 or more
	 */
	after(ms: number, run: () => void): void {
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			this.#open--;
			try {
				run();
			} catch (error) {
				this.report(error);
			}
			this.onStep();
			this.#wake();
		}, ms);
		timer.unref();
		this.#timers.add(timer);
		this.#open++;
	}

	/** Counts work that is under way until it ends, however it ends. */
	track(work: Promise<void>): void {
		this.#open++;
		const done = () => {
			this.#open--;
			this.onStep();
			this.#wake();
		};
		work.catch((error: unknown) => this.report(error)).then(done, done);
	}

	/**
	 * Resolves as soon as nothing is scheduled or under way.
	 *
	 * @param timeoutMs resolves at the latest after this; absent: waits as long as it takes
	 * @returns whether all is settled
	 */
	settled(timeoutMs?: number): Promise<boolean> {
		if (this.#open === 0) return Promise.resolve(true);
		return new Promise((resolve) => {
			const timer =
				timeoutMs === undefined ? undefined : setTimeout(() => resolve(false), timeoutMs).unref();
			this.#waiting.push(() => {
				clearTimeout(timer);
				resolve(true);
			});
		});
	}

	/** Drops all that is scheduled. Work under way ends by itself. */
	clear(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		this.#open -= this.#timers.size;
		this.#timers.clear();
		this.#wake();
	}

	#wake(): void {
		if (this.#open > 0) return;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resolve of waiting) resolve();
	}
}
