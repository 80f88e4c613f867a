/**
 * A value that Linq would refuse, found before anything is sent.
 * The message names the field as the user sees it; `hint` says what to do.
 */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly hint: string,
	) {
		super(message);
		this.name = 'InvalidInput';
	}
}
