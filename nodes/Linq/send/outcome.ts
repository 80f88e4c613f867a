import type { IDataObject } from 'n8n-workflow';

import { ERROR_CODES } from '../../shared/errors/codes';
import { codeOf, readFailure } from '../../shared/errors/failure';
import type { Item } from './item';
import { sendsMessage } from './route';

/** Linq's codes for people and lines that cannot be written to (contract/behaviour.md, section 3). */
const OUTCOMES: Record<number, string> = {
	2008: 'must_text_first',
	2024: 'opted_out',
	2026: 'blocked',
	2027: 'line_not_eligible',
};

/** The outcome of what was sent. */
const SENT = 'sent';

/** Whether the user wants items instead of errors: "If the Recipient Cannot Be Messaged". */
const wantsOutcome = ({ context, operation }: Item): boolean =>
	sendsMessage(operation) &&
	context.getNodeParameter('options.ifCannotBeMessaged', 'fail') === 'output';

/**
 * The item in place of an error, where the recipient cannot be messaged and the user wants to
 * branch on it.
 *
 * @returns undefined where it stays an error
 */
export function outcomeOf(item: Item, thrown: unknown): IDataObject | undefined {
	const code = codeOf(readFailure(thrown));
	const outcome = OUTCOMES[code];
	if (outcome === undefined || !wantsOutcome(item)) return undefined;
	return { outcome, reason: ERROR_CODES[code]?.message, error_code: code };
}

/** Adds to the output what a person may look for: the key, and the outcome where one is wanted. */
export function markSent(item: Item, json: IDataObject): void {
	if (item.key !== undefined) json.idempotency_key = item.key;
	if (wantsOutcome(item)) json.outcome = SENT;
}
