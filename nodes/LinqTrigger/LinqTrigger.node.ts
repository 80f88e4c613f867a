import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { linqApiTest } from '../shared/api/credentialTest';
import { readBody } from '../shared/delivery/body';
import { readEnvelope } from '../shared/delivery/envelope';
import { simplify } from '../shared/simplify/events';
import { claim } from './delivery/dedupe';
import { isWanted } from './delivery/filters';
import { admit } from './delivery/load';
import { trust } from './delivery/trust';
import { fields } from './description/fields';
import { loadLines } from './description/loadLines';
import { panel } from './description/panel';
import { noteArrival } from './execution/arrival';
import { withFiles } from './execution/files';
import { inputSettings, readFilter } from './settings';
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
		// n8n shows it for both nodes of the package.
		description: 'Send and receive iMessage, RCS and SMS',
		...panel,
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

		const settings = await inputSettings(this).catch(asReason);
		if ('reason' in settings) return refuse(this, settings.reason, 503);

		const item = simplify(envelope);
		if (!isWanted(item, readFilter(this, settings), trusted.lines)) return {};
		const claimed = await claim(this, envelope.event_id);
		if (claimed === 'unsettled') return refuse(this, 'n8n is still at an earlier one', 503);
		if (claimed === 'started') return {};

		const json = this.getNodeParameter('simplify', true)
			? item
			: ({ event: envelope.event_type, ...envelope } as IDataObject);
		// n8n answers Linq when it has stored the execution, before it runs.
		return { workflowData: [[{ json }]] };
	}

	/**
	 * The begin of the execution that the event has started (n8n-core, workflow-execute.ts, runNode).
	 * Here files belong to the execution, and Linq waits neither for them nor for what happens on
	 * arrival.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		await noteArrival(this, items);
		return [await withFiles(this, items)];
	}
}

/** Why the settings cannot be read now; they may be when Linq repeats the delivery. */
const asReason = (error: Error) => ({ reason: `its settings could not be read: ${error.message}` });

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
