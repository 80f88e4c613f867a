import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { callLinq } from '../../shared/api/client';
import { readBody } from '../../shared/delivery/body';
import { readEnvelope } from '../../shared/delivery/envelope';
import { verify } from '../../shared/delivery/signature';
import { redact } from '../../shared/errors/redact';
import { simplify } from '../../shared/simplify/events';
import { clock } from '../send/clock';
import { resumeUrl } from './address';
import { questionOf } from './engine';
import { findIn } from './find';
import type { Ask } from './linq';
import { unsubscribe } from './linq';
import { openForWait } from './secret';
import type { Question } from './state';

/** Milliseconds for each request: Linq gives up a delivery after ten seconds, and brings it again. */
const PATIENCE = 10_000;

/**
 * Takes a delivery for an execution that waits. Goes on with the workflow for an answer, and answers
 * 200 to everything else that Linq signed.
 *
 * Never throws: n8n would go on with the execution, with an empty item and without the data of the
 * nodes before (n8n, webhook-helpers.js, executeWebhook). Failures get 503, so that Linq delivers
 * again, for half an hour.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await answerIn(context);
	} catch (error) {
		return refuse(context, 503, (error as Error).message);
	}
}

async function answerIn(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const question = questionOf(context);
	const { wait, until } = context.getQueryData() as { wait?: unknown; until?: unknown };
	// Late deliveries for an earlier wait of the same node have the same address.
	if (!question || wait !== question.nonce) return {};
	// n8n 2 signs the whole address, and refuses a changed one itself; n8n 1 does not.
	if (until !== String(question.until)) return refuse(context, 401, 'its address was changed');
	const { headers } = context.getRequestObject();
	const rawBody = await readBody(context);
	if ('reason' in rawBody) return refuse(context, rawBody.status, rawBody.reason);
	const secret = await openForWait(context, question.sealedSecret, question.nonce);
	if (secret === undefined) {
		return refuse(context, 503, 'the API token of the credential was changed meanwhile');
	}
	const verified = verify({ headers, rawBody }, [secret]);
	if ('refused' in verified) return refuse(context, 401, verified.refused);
	const envelope = readEnvelope(rawBody);
	if (!envelope) return refuse(context, 401, 'it is not an event');

	const ask = askFrom(context);
	const found = await findIn(simplify(envelope), question, {
		ask,
		ownUrl: resumeUrl(context, { wait: question.nonce, until: question.until }),
		now: clock.now(),
		pause: async () => await clock.sleep(question.rules.pause, new AbortController().signal),
	});
	if (!found) return {};
	endAfterAnswer(context, ask, question);
	return { workflowData: [[{ json: found.item as IDataObject, pairedItem: { item: 0 } }]] };
}

/** Linq's subscription is ended when n8n has stored that the execution goes on, and said so. */
function endAfterAnswer(context: IWebhookFunctions, ask: Ask, question: Question): void {
	const response = context.getResponseObject();
	response.once('finish', () => {
		if (response.statusCode >= 300) return;
		unsubscribe(ask, question.subscriptionId).catch((error: Error) => {
			// The next run of the operation removes it.
			context.logger.warn(
				redact(`The subscription of a wait is left at Linq for now: ${error.message}`),
			);
		});
	});
}

const askFrom =
	(context: IWebhookFunctions): Ask =>
	async ({ method, url, body, qs }, shape) =>
		await callLinq(context, { method, path: url, body, qs, timeout: PATIENCE }, shape);

function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	const { name } = context.getNode();
	context.logger.warn(
		redact(`Linq “${name}”, which waits for an answer, refused a delivery: ${reason}`),
	);
	context
		.getResponseObject()
		.status(status)
		.json({ error: redact(`Refused: ${reason}`) });
	return { noWebhookResponse: true };
}
