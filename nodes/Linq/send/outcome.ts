import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { ERROR_CODES } from '../../shared/errors/codes';
import { codeOf, readFailure } from '../../shared/errors/failure';
import type { Item } from './item';
import type { Outcome } from './notSent';
import { optionOf } from './option';
import { sendsMessage } from './route';
import { wantsSecondOutput } from './secondOutput';

/** Linq's codes for people and lines that cannot be written to (contract/behaviour.md, section 3). */
const OUTCOMES: Record<number, Outcome> = {
	2008: 'must_text_first',
	2024: 'opted_out',
	2026: 'blocked',
	2027: 'line_not_eligible',
};

/** The outcome of what was sent. */
export const SENT: Outcome = 'sent';

/** Options by which the node holds items back; with one of them each item has an outcome. */
const HOLDING = ['ifAtRisk', 'newChatsAtMost', 'sendWindow'];

/** Whether Linq's refusals are items instead of errors: "If They Cannot Be Messaged". */
const wantsRefusals = ({ context, operation }: Item): boolean =>
	sendsMessage(operation) &&
	(context.getNodeParameter('options.ifCannotBeMessaged', 'fail') === 'output' ||
		wantsSecondOutput(context));

/** Whether the user branches on the outcome, so that what was sent has one too. */
const wantsOutcome = (item: Item): boolean =>
	wantsRefusals(item) || (sendsMessage(item.operation) && holdsBack(item.context));

const holdsBack = (context: IExecuteSingleFunctions): boolean =>
	HOLDING.some((option) => optionOf(context, option) !== undefined);

/**
 * The item in place of an error, where the recipient cannot be messaged and the user wants to
 * branch on it.
 *
 * @returns undefined where it stays an error
 */
export function outcomeOf(item: Item, thrown: unknown): IDataObject | undefined {
	const code = codeOf(readFailure(thrown));
	const outcome = OUTCOMES[code];
	if (outcome === undefined || !wantsRefusals(item)) return undefined;
	return { outcome, reason: ERROR_CODES[code]?.message, error_code: code };
}

/** Adds to the output what a person may look for: the key, and the outcome where one is wanted. */
export function markSent(item: Item, json: IDataObject): void {
	if (item.key !== undefined) json.idempotency_key = item.key;
	if (wantsOutcome(item)) json.outcome = SENT;
}
