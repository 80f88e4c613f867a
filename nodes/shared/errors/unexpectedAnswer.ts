/** An answer with a status of success that is not what the contract says, e.g. a web page. */
export class UnexpectedAnswer extends Error {
	constructor(readonly status: number) {
		super(`The answer (HTTP ${status}) is not what the Linq API gives`);
		this.name = 'UnexpectedAnswer';
	}
}
