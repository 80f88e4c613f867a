import type {
	IDataObject,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { linqApiTest } from '../shared/api/credentialTest';
import { readBody } from './delivery/body';
import { claim } from './delivery/dedupe';
import { readEnvelope } from './delivery/envelope';
import { isWanted } from './delivery/filters';
import { admit } from './delivery/load';
import { readMediaOptions, withMedia } from './delivery/media';
import { trust } from './delivery/trust';
import { fields } from './description/fields';
import { loadLines } from './description/loadLines';
import { readFilter } from './settings';
import { simplify } from './simplify';
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
				// Otherwise the answer is n8n's name of its default.
				responseData: '',
			},
		],
		properties: fields,
	};

	methods = { credentialTest: { linqApiTest }, loadOptions: { loadLines } };

	webhookMethods = { default: subscription };

	/**
	 * Answers 401 to what Linq did not sign, and 200 without an execution to what nobody wants. Writes
	 * no static data: n8n stores what it read before the call, whatever is there by then.
	 */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { headers } = this.getRequestObject();
		if (!admit(this)) return refuse(this, 'too many others are open', 503);
		const rawBody = await readBody(this);
		if ('reason' in rawBody) return refuse(this, rawBody.reason, rawBody.status);
		const trusted = await trust(this, { headers, rawBody });
		if ('reason' in trusted) return refuse(this, trusted.reason, trusted.status);

		const envelope = readEnvelope(rawBody);
		if (!envelope) return refuse(this, 'it is not an event');

		const item = simplify(envelope);
		if (!isWanted(item, readFilter(this), trusted.lines)) return {};
		if (!claim(this, envelope.event_id)) return {};

		const json = this.getNodeParameter('simplify', true)
			? item
			: ({ event: envelope.event_type, ...envelope } as IDataObject);
		const media = readMediaOptions(this);
		// n8n answers Linq when it has stored the execution, before it runs.
		if (!media || !Array.isArray(item.media)) return { workflowData: [[{ json }]] };
		answer(this);
		return {
			workflowData: [[await withMedia(this, json, item.media as IDataObject[], media)]],
			noWebhookResponse: true,
		};
	}
}

/** Answers at once where there is more to do first: Linq waits for ten seconds at most. */
function answer(context: IWebhookFunctions): void {
	context.getResponseObject().status(200).json({ message: 'Event received' });
}

/**
 * Starts nothing. Linq does not repeat a delivery that is answered with 401; with 503 it does.
 */
function refuse(context: IWebhookFunctions, reason: string, status = 401): IWebhookResponseData {
	const { name } = context.getNode();
	context.logger.warn(`Linq Trigger “${name}” refused a delivery: ${reason}`);
	context
		.getResponseObject()
		.status(status)
		.json({ error: `Refused: ${reason}` });
	return { noWebhookResponse: true };
}
