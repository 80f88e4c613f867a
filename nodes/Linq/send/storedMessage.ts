import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { codedAnswer } from '../../shared/errors/failure';
import { apiError } from '../../shared/errors/nodeError';
import { redact } from '../../shared/errors/redact';
import type { Item } from './item';
import { putKey } from './key';
import { keyPlaceOf } from './route';
import { isKeyOurs } from './sendOnce';

/*
 * A second request with a key returns (contract/behaviour.md, section 5) the first answer again, 404
 * if the message was deleted, or the stored message that failed. The first is the desired result;
 * these functions put the others into sentences.
 */

/** Linq's code for a message that is not there (contract/behaviour.md, section 3). */
const MESSAGE_NOT_FOUND = 2002;

const NEW_KEY =
	'To send it, enter another key under Send Only Once, or choose Once per Execution there, which gives each execution a key of its own.';

/**
 * The error for the key of a message that was deleted.
 *
 * @returns undefined where the failure is another one
 */
export function explainDeletedMessage(item: Item, thrown: unknown): NodeApiError | undefined {
	const { key, request } = item;
	// A message that is answered can be the one that is missing, too.
	const isReply = (request.body as { message?: IDataObject } | undefined)?.message?.reply_to;
	if (key === undefined || isReply !== undefined) return undefined;
	const answer = codedAnswer(thrown, MESSAGE_NOT_FOUND);
	if (!answer) return undefined;
	const message = `A message with this idempotency key was sent before and has been deleted since (Linq error ${MESSAGE_NOT_FOUND})`;
	return apiError(item.context.getNode(), message, {
		description: redact(
			`Linq does not send it again. ${NEW_KEY} The key is ${key}.${answer.trace}`,
		),
		httpCode: answer.httpCode,
		itemIndex: item.index,
	});
}

/**
 * Whether Linq gave back a message that failed earlier.
 *
 * @param json the item of the output, simplified or not
 */
export function isStoredFailure(item: Item, json: IDataObject): boolean {
	const nested = json.message as IDataObject | undefined;
	const status = json.delivery_status ?? json.status ?? nested?.delivery_status;
	return item.key !== undefined && status === 'failed';
}

/** Most messages of one item that fail one after the other and are tried again. */
const MAX_RENEWALS = 20;

/** Whether what failed under a key may be sent again with another; see renewKey(). */
export const mayRenew = ({ context }: Item, renewal: number): boolean =>
	context.getMode() === 'retry' && renewal <= MAX_RENEWALS && isKeyOurs(context);

/**
 * Gives the item a new key where the user retries the execution on purpose (n8n's Retry): its keys
 * are those of the first, and what failed under them may be sent again.
 *
 * @param renewal how many keys were used up by failed messages
 * @returns false where the failure stays
 */
export function renewKey(item: Item, renewal: number): boolean {
	const { address, index, operation, part, request, run } = item;
	const place = keyPlaceOf(operation);
	if (!place || !mayRenew(item, renewal)) return false;
	item.key = run.keys.automatic(index, address.target, part, renewal);
	putKey(request, place, item.key);
	return true;
}

/**
 * The error for a message that failed earlier, which must not be called a success.
 *
 * @param key of the message
 */
export function storedFailure(item: Item, key = item.key): NodeApiError {
	const message = 'A message with this idempotency key was sent before and failed';
	return apiError(item.context.getNode(), message, {
		description: `Linq gives back the failed message and sends nothing. ${NEW_KEY} The key is ${key}.`,
		itemIndex: item.index,
	});
}
