import type { IDataObject, IExecuteSingleFunctions, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Delivery } from './item';
import { readFailure, readLinqError } from '../../shared/errors/failure';

/*
 * What a second request with a key gives (contract/behaviour.md, section 5): the first answer again,
 * 404 where the message was deleted, or the stored message that failed. The first is the wanted
 * result; these turn the others into sentences.
 */

/** Linq's code for a message that is not there (contract/behaviour.md, section 3). */
const MESSAGE_NOT_FOUND = 2002;

const NEW_KEY =
	'Give it a new key to send it: another Deduplication Key or Idempotency Key, or none, so that each execution has its own.';

/**
 * The error for the key of a message that was deleted.
 *
 * @returns undefined where the failure is another one
 */
export function explainReplay(
	node: INode,
	{ key, turn }: Delivery,
	body: unknown,
	thrown: unknown,
): NodeApiError | undefined {
	// A message that is answered can be the one that is missing, too.
	const isReply = (body as { message?: IDataObject } | undefined)?.message?.reply_to !== undefined;
	if (key === undefined || isReply) return undefined;
	const { status, body: answer } = readFailure(thrown);
	const error = readLinqError(answer);
	if (error?.error.code !== MESSAGE_NOT_FOUND) return undefined;
	const message = `A message with this idempotency key was sent before and has been deleted since (Linq error ${MESSAGE_NOT_FOUND})`;
	const trace = error.trace_id === undefined ? '' : ` Trace ID: ${error.trace_id}.`;
	return new NodeApiError(
		node,
		{ message },
		{
			message,
			description: `Linq does not send it again. ${NEW_KEY} The key is ${key}.${trace}`,
			httpCode: String(status),
			itemIndex: turn.index,
		},
	);
}

/**
 * Refuses to call a stored failure a success.
 *
 * @param json an item of the output, simplified or not
 * @throws NodeApiError when Linq gave back a message that failed earlier
 */
export function refuseStoredFailure(
	context: IExecuteSingleFunctions,
	{ key, turn }: Delivery,
	json: IDataObject,
): void {
	const nested = json.message as IDataObject | undefined;
	const status = json.delivery_status ?? json.status ?? nested?.delivery_status;
	if (key === undefined || status !== 'failed') return;
	const message = 'A message with this idempotency key was sent before and failed';
	throw new NodeApiError(
		context.getNode(),
		{ message },
		{
			message,
			description: `Linq gives back the failed message and sends nothing. ${NEW_KEY} The key is ${key}.`,
			itemIndex: turn.index,
		},
	);
}
