/**
 * Why a file cannot be had, in a sentence without its address, which may be signed; `hint` says what
 * to do.
 */
export class FileProblem extends Error {
	constructor(
		message: string,
		readonly hint: string,
	) {
		super(message);
		this.name = 'FileProblem';
	}
}
