import { clock } from '../../nodes/Linq/send/clock.ts';

/** A clock that jumps to the end of every wait of the send path; no test waits for real. */
export class TurnedClock {
	/** Epoch milliseconds. */
	time = Date.UTC(2026, 0, 1);
	/** Milliseconds of each wait, in order. */
	waits: number[] = [];

	readonly now = (): number => this.time;

	/** Takes the place of the real clock until jest restores its mocks. */
	install(): void {
		jest.spyOn(clock, 'now').mockImplementation(this.now);
		jest.spyOn(clock, 'random').mockReturnValue(0);
		jest.spyOn(clock, 'sleep').mockImplementation(async (ms, signal) => {
			signal.throwIfAborted();
			this.waits.push(ms);
			const end = this.time + ms;
			// Whatever is on its way goes first.
			await new Promise(setImmediate);
			this.time = Math.max(this.time, end);
			signal.throwIfAborted();
		});
	}
}
