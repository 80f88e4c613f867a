/**
 * What a user entered that Linq would refuse, found before anything is sent.
 * The message names the field as the user sees it; `wayOut` says what to do.
 */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly wayOut: string,
	) {
		super(message);
		this.name = 'InvalidInput';
	}
}
