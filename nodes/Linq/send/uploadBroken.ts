import { readFailure } from '../../shared/errors/failure';

/** Bringing a file to Linq's storage failed; what n8n's request helper threw is the cause. */
export class UploadBroken extends Error {
	/**
	 * @param file its name
	 * @param host of the storage; the rest of the address is a secret
	 */
	constructor(cause: unknown, file: string, host: string) {
		super(`"${file}" could not be uploaded: ${inWords(cause, host)}`, { cause });
		this.name = 'UploadBroken';
	}

	/** The advice for the user. */
	readonly hint =
		'Nothing was sent for this item. Try again; if it stays so, check that this n8n can connect to that host.';
}

function inWords(cause: unknown, host: string): string {
	const failure = readFailure(cause);
	if (failure.kind === 'answer') return `${host} answered with HTTP ${failure.status}`;
	if (failure.kind === 'transport') return `the connection to ${host} broke (${failure.code})`;
	return cause instanceof Error ? cause.message : String(cause);
}
