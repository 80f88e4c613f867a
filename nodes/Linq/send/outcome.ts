import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import type { Delivery } from './item';
import { ERROR_CODES } from '../../shared/errors/codes';
import { readFailure, readLinqError } from '../../shared/errors/failure';
import { sendsMessage } from './route';

/** Linq's codes for people and lines that cannot be written to (contract/behaviour.md, section 3). */
const OUTCOMES: Record<number, string> = {
	2008: 'must_text_first',
	2024: 'opted_out',
	2026: 'blocked',
	2027: 'line_not_eligible',
};

/** The outcome of what went out. */
const SENT = 'sent';

/** Whether the user wants items instead of errors: "If the Recipient Cannot Be Messaged". */
const wantsOutcome = (context: IExecuteSingleFunctions, { route }: Delivery): boolean =>
	sendsMessage(route) &&
	context.getNodeParameter('options.ifCannotBeMessaged', 'fail') === 'output';

/**
 * The item in place of an error, where the recipient cannot be messaged and the user wants to
 * branch on it.
 *
 * @returns undefined where it stays an error
 */
export function outcomeOf(
	context: IExecuteSingleFunctions,
	delivery: Delivery,
	thrown: unknown,
): IDataObject | undefined {
	const error = readLinqError(readFailure(thrown).body)?.error;
	const outcome = OUTCOMES[error?.code ?? 0];
	if (!error || outcome === undefined || !wantsOutcome(context, delivery)) return undefined;
	return { outcome, reason: ERROR_CODES[error.code]?.message, error_code: error.code };
}

/** Says in the output what a person may look for: the key, and the outcome where one is wanted. */
export function markSent(
	context: IExecuteSingleFunctions,
	delivery: Delivery,
	json: IDataObject,
): void {
	if (delivery.key !== undefined) json.idempotency_key = delivery.key;
	if (wantsOutcome(context, delivery)) json.outcome = SENT;
}
