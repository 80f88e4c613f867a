/** Linq asks to wait for longer than the user allows. */
export class WaitTooLong extends Error {
	constructor(
		/** Linq's last answer. */
		readonly refusal: unknown,
		/** Seconds that Linq wants to be left alone. */
		readonly seconds: number,
	) {
		super(`Linq asks to wait ${seconds} seconds`);
		this.name = 'WaitTooLong';
	}
}
