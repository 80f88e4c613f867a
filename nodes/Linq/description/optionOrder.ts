import { sortBy } from 'lodash';

import type { Field } from '../operation';

/**
 * The options of all operations, most wanted first, so that each stands at the same place everywhere:
 * what the operation is about, then when and how often it is sent, then what few people need.
 */
export const ORDER = [
	// The message
	'attachFiles',
	'formatting',
	'replyTo',
	'replyToPart',
	'effect',
	'mention',
	'textDecorations',
	'inlineStickers',
	'severalMessages',
	'splitMarker',
	'messagePause',
	'maxMessages',
	'stopIfAnswered',
	// The answer
	'askWith',
	'approveLabel',
	'refuseLabel',
	'approvalWords',
	'refusalWords',
	'otherText',
	'onlyFrom',
	'pause',
	// Files
	'downloadMedia',
	'mediaFieldPrefix',
	'maxFileSize',
	'maxDownloadSize',
	'maxUnanswered',
	'convert',
	'ifNotPossible',
	'fileName',
	'mimeType',
	// Cards
	'app',
	'fallbackText',
	'interactive',
	// Payments
	'description',
	'payer',
	'merchantName',
	'merchantUrl',
	'quantity',
	'trialDays',
	'trialEnd',
	'discount',
	'metadata',
	'customerId',
	'rail',
	// Lines, people and subscriptions
	'to',
	'from',
	'lineType',
	'reason',
	'lines',
	'routingIdHeader',
	'routingKeyHeader',
	// Sending
	'sendOnce',
	'sendWindow',
	'firstMessage',
	'newChatsAtMost',
	'ifCannotBeMessaged',
	'ifAtRisk',
	'secondOutput',
	'shareContactCard',
	'preferredService',
	'overrideOptOut',
	'continuationMessage',
	'excludeFrom',
	'defaultCountry',
	'maxConcurrentRequests',
	'maxWait',
];

/**
 * Sorts the options of an operation.
 *
 * @throws Error for one without a place in the list
 */
export function inOrderOfUse(options: Field[]): Field[] {
	const homeless = options.find(({ name }) => !ORDER.includes(name));
	if (homeless) {
		throw new Error(`The option "${homeless.name}" has no place in description/optionOrder.ts`);
	}
	return sortBy(options, ({ name }) => ORDER.indexOf(name));
}
