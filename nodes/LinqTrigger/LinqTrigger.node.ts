import type {
	IDataObject,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { linqApiTest } from '../Linq/credentialTest';
import { readEnvelope } from './envelope';
import { EVENTS } from './events';
import { refusal } from './signature';
import * as subscription from './subscription';

export class LinqTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Linq Trigger',
		name: 'linqTrigger',
		icon: { light: 'file:../../icons/linq.svg', dark: 'file:../../icons/linq.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens in Linq, e.g. a message arrives',
		defaults: { name: 'Linq Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'linqApi', required: true, testedBy: 'linqApiTest' }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'linq' }],
		properties: [
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: EVENTS,
				default: ['message.received'],
				description: 'What starts the workflow',
			},
		],
	};

	methods = { credentialTest: { linqApiTest } };

	webhookMethods = { default: subscription };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { headers, rawBody } = this.getRequestObject();
		const secret = subscription.readRegistration(this)?.signingSecret;
		const refused = secret
			? refusal({ headers, rawBody }, secret)
			: 'this workflow has no subscription at Linq';
		if (refused) return refuse(this, refused);

		const envelope = readEnvelope(this.getBodyData());
		if (!envelope) return refuse(this, 'it is not an event');

		const wanted = this.getNodeParameter('events') as string[];
		if (!wanted.includes(envelope.event_type)) return {};

		return { workflowData: [[{ json: envelope as IDataObject }]] };
	}
}

/** Answers 401, so that Linq does not repeat the delivery, and starts nothing. */
function refuse(context: IWebhookFunctions, reason: string): IWebhookResponseData {
	context.logger.warn(`Linq Trigger refused a delivery: ${reason}`);
	context
		.getResponseObject()
		.status(401)
		.json({ error: `Refused: ${reason}` });
	return { noWebhookResponse: true };
}
