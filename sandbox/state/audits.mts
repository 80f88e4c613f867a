import { newId } from '../random.mts';

/** A look into the reputation of a line. */
export interface Audit {
	id: string;
	line: string;
	status: 'pending' | 'complete' | 'error';
	/** Epoch milliseconds. */
	startedAt: number;
	/** Epoch milliseconds; null while it runs. */
	finishedAt: number | null;
}

/** Reputation audits; one per line at a time, with a pause after each. */
export class Audits {
	readonly #byId = new Map<string, Audit>();

	start(line: string, now: number): Audit {
		const audit: Audit = {
			id: `aud_${newId()}`,
			line,
			status: 'pending',
			startedAt: now,
			finishedAt: null,
		};
		this.#byId.set(audit.id, audit);
		return audit;
	}

	byId(id: string): Audit | undefined {
		return this.#byId.get(id);
	}

	/** The line's last audit. */
	latest(line: string): Audit | undefined {
		return [...this.#byId.values()].findLast((audit) => audit.line === line);
	}
}
