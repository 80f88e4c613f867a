import type { IDataObject } from 'n8n-workflow';

/** How a send can end; `outcome` in the output. Linq's own ones: send/outcome.ts. */
export type Outcome =
	| 'sent'
	/** Linq will not take it for this person or line. */
	| 'opted_out'
	| 'blocked'
	| 'must_text_first'
	| 'line_not_eligible'
	/** The node held it back, as the user wants. */
	| 'outside_window'
	| 'at_risk'
	| 'critical'
	| 'postponed'
	/** It is an error; only on the second output, where all that was not sent comes out together. */
	| 'failed';

/**
 * An item is not sent, for a reason that the user wants to branch on: no error, but an item of the
 * output. It ends the item as an error would, so it leaves its lane; it does not count as done,
 * because a run that is resumed must take it up again.
 */
export class NotSent extends Error {
	/**
	 * @param reason in plain words, for `reason` of the output
	 * @param details other fields of the output
	 */
	constructor(
		readonly outcome: Outcome,
		readonly reason: string,
		readonly details: IDataObject = {},
	) {
		super(reason);
		this.name = 'NotSent';
	}

	/** The item of the output. */
	get json(): IDataObject {
		return { outcome: this.outcome, reason: this.reason, ...this.details };
	}
}
