import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { linqErrorOf, readFailure } from '../../shared/errors/failure';
import { redact } from '../../shared/errors/redact';
import type { Item } from './item';

/*
 * What a second request with a key gives (contract/behaviour.md, section 5): the first answer again,
 * 404 where the message was deleted, or the stored message that failed. The first is the wanted
 * result; these turn the others into sentences.
 */

/** Linq's code for a message that is not there (contract/behaviour.md, section 3). */
const MESSAGE_NOT_FOUND = 2002;

const NEW_KEY =
	'To send it, give it a new key: another Deduplication Key or Idempotency Key, or none, so that each execution has its own.';

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
	const failure = readFailure(thrown);
	const error = linqErrorOf(failure);
	if (failure.kind !== 'answer' || error?.error.code !== MESSAGE_NOT_FOUND) return undefined;
	const message = `A message with this idempotency key was sent before and has been deleted since (Linq error ${MESSAGE_NOT_FOUND})`;
	const trace = error.trace_id === undefined ? '' : ` Trace ID: ${error.trace_id}.`;
	return new NodeApiError(
		item.context.getNode(),
		{ message },
		{
			message,
			description: redact(`Linq does not send it again. ${NEW_KEY} The key is ${key}.${trace}`),
			httpCode: String(failure.status),
			itemIndex: item.index,
		},
	);
}

/**
 * Refuses to call a stored failure a success.
 *
 * @param json the item of the output, simplified or not
 * @throws NodeApiError when Linq gave back a message that failed earlier
 */
export function refuseStoredFailure(item: Item, json: IDataObject): void {
	const nested = json.message as IDataObject | undefined;
	const status = json.delivery_status ?? json.status ?? nested?.delivery_status;
	if (item.key === undefined || status !== 'failed') return;
	const message = 'A message with this idempotency key was sent before and failed';
	throw new NodeApiError(
		item.context.getNode(),
		{ message },
		{
			message,
			description: `Linq gives back the failed message and sends nothing. ${NEW_KEY} The key is ${item.key}.`,
			itemIndex: item.index,
		},
	);
}
