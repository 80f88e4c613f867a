import type {
	IDataObject,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { linqApiTest } from '../shared/api/credentialTest';
import type { Claim } from './delivery/dedupe';
import { claim } from './delivery/dedupe';
import { readEnvelope } from './delivery/envelope';
import { isWanted } from './delivery/filters';
import { readMediaOptions, withMedia } from './delivery/media';
import { verify } from './delivery/signature';
import { fields } from './description/fields';
import { loadLines } from './description/loadLines';
import { readFilter } from './settings';
import { simplify } from './simplify';
import { heldRegistrations, restoreRegistration } from './subscription/registration';
import * as subscription from './subscription/subscription';

export class LinqTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Linq Trigger',
		name: 'linqTrigger',
		icon: { light: 'file:../../icons/linq.svg', dark: 'file:../../icons/linq.dark.svg' },
		group: ['trigger'],
		// For nodes of version 1 n8n evaluates an expression in each call, before webhook() runs
		// (n8n, webhook-helpers.js, parseRequestBody).
		version: 1.1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens in Linq, e.g. a message arrives',
		defaults: { name: 'Linq Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'linqApi', required: true, testedBy: 'linqApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'linq',
				// Without it n8n would not look at what webhook() gives as the answer, see start().
				responseData: '',
			},
		],
		properties: fields,
	};

	methods = { credentialTest: { linqApiTest }, loadOptions: { loadLines } };

	webhookMethods = { default: subscription };

	/** Answers 401 to what Linq did not sign, and 200 without an execution to what nobody wants. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { headers } = this.getRequestObject();
		const registrations = heldRegistrations(this);
		if (registrations.length === 0) return notReady(this);
		const rawBody = await readBody(this);
		if (!rawBody) return refuse(this, 'it has no body that could be checked');
		const verified = verify(
			{ headers, rawBody },
			registrations.map(({ signingSecret }) => signingSecret),
		);
		if ('refused' in verified) return refuse(this, verified.refused);
		const used = registrations.find(({ signingSecret }) => signingSecret === verified.secret);
		if (used) restoreRegistration(this, used);

		const envelope = readEnvelope(rawBody);
		if (!envelope) return refuse(this, 'it is not an event');

		const item = simplify(envelope);
		if (!isWanted(item, readFilter(this), used?.lines ?? [])) return {};
		const claimed = claim(this, envelope.event_id);
		if (!claimed) return {};

		const json = this.getNodeParameter('simplify', true)
			? item
			: ({ event: envelope.event_type, ...envelope } as IDataObject);
		const media = readMediaOptions(this);
		if (!media || !Array.isArray(item.media)) return start({ json }, claimed);
		claimed.save();
		answer(this);
		return {
			workflowData: [[await withMedia(this, json, item.media as IDataObject[], media)]],
			noWebhookResponse: true,
		};
	}
}

/**
 * Starts the workflow; n8n answers Linq when it has stored the execution, before it runs.
 *
 * n8n saves static data before it answers, if they are marked as changed; but storing the execution
 * takes the mark off, because it wraps the same object anew (n8n 2.41, webhook-helpers.js). What to
 * answer is read after that, so this is where the mark can be set again.
 */
const start = (item: INodeExecutionData, claimed: Claim): IWebhookResponseData => ({
	workflowData: [[item]],
	get webhookResponse() {
		claimed.save();
		return undefined;
	},
});

/** Answers at once where there is more to do first: Linq waits for ten seconds at most. */
function answer(context: IWebhookFunctions): void {
	context.getResponseObject().status(200).json({ message: 'Event received' });
}

/**
 * The body byte by byte; undefined where there is none to be had, as with forms, which n8n takes
 * apart before. n8n itself reads only bodies whose content type it can parse.
 */
async function readBody(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = context.getRequestObject();
	if (!request.rawBody) await Promise.allSettled([request.readRawBody()]);
	return request.rawBody;
}

/**
 * Answers 503, so that Linq repeats the delivery: right after another process of n8n has subscribed,
 * the secret to check it with is not stored yet.
 */
const notReady = (context: IWebhookFunctions): IWebhookResponseData =>
	refuse(context, 'this workflow has no subscription at Linq, or not yet', 503);

/** Answers 401, so that Linq does not repeat the delivery, and starts nothing. */
function refuse(context: IWebhookFunctions, reason: string, status = 401): IWebhookResponseData {
	const { name } = context.getNode();
	context.logger.warn(`Linq Trigger “${name}” refused a delivery: ${reason}`);
	context
		.getResponseObject()
		.status(status)
		.json({ error: `Refused: ${reason}` });
	return { noWebhookResponse: true };
}
