export type LineKind = 'iMessage' | 'RCS';

/** A phone number of the account that messages leave from and arrive at. */
export interface Line {
	id: string;
	phoneNumber: string;
	/** The service it sends with: RCS lines are Android phones. */
	kind: LineKind;
	/** Only an active line can send; a flagged one makes `POST /v3/messages` fail over. */
	status: 'ACTIVE' | 'FLAGGED';
	reputation: 'HEALTHY' | 'AT_RISK' | 'CRITICAL';
	forwardingNumber: string | null;
}

/** The account's lines, in the order of the seed. */
export class Lines {
	readonly #lines: Line[] = [];

	add(line: Line): void {
		this.#lines.push(line);
	}

	all(): readonly Line[] {
		return this.#lines;
	}

	byNumber(phoneNumber: string): Line | undefined {
		return this.#lines.find((line) => line.phoneNumber === phoneNumber);
	}

	byId(id: string): Line | undefined {
		return this.#lines.find((line) => line.id === id);
	}
}
