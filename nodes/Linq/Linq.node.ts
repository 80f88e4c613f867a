import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { BASE_URL } from '../shared/api/credential';
import { linqApiTest } from '../shared/api/credentialTest';
import { builderHint } from './description/builderHint';
import { defineResources } from './description/define';
import { requestOptionsField } from './description/requestOptions';
import { SECRETS } from './output/secrets';
import { searchChats } from './pickers/searchChats';
import { searchLineIds, searchLines } from './pickers/searchLines';
import { resources } from './resources';
import { resume } from './wait/resume';
import { WAITING_TOOLTIP, waitingWebhooks } from './wait/webhooks';

export class Linq implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Linq',
		name: 'linq',
		icon: { light: 'file:../../icons/linq.svg', dark: 'file:../../icons/linq.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and receive iMessage, RCS and SMS',
		defaults: { name: 'Linq' },
		usableAsTool: true,
		// Secrets that Linq shows only once, and means of payment: n8n never displays them.
		sensitiveOutputFields: SECRETS,
		builderHint,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'linqApi', required: true, testedBy: 'linqApiTest' }],
		webhooks: waitingWebhooks,
		waitingNodeTooltip: WAITING_TOOLTIP,
		requestDefaults: {
			baseURL: BASE_URL,
			json: true,
			// Lists in queries repeat their name (contract/behaviour.md, section 6).
			arrayFormat: 'repeat',
			// A redirect would take the message to another host.
			disableFollowRedirect: true,
			// n8n would send the token along to wherever a redirect leads.
			sendCredentialsOnCrossOriginRedirect: false,
		},
		properties: [...defineResources(resources), requestOptionsField],
	};

	methods = {
		credentialTest: { linqApiTest },
		listSearch: { searchChats, searchLineIds, searchLines },
	};

	/**
	 * Takes what Linq delivers to an execution that waits for an answer. With `requestDefaults` the node
	 * remains a declarative one all the same (n8n, utils.ts, shouldAssignExecuteMethod), and because of
	 * this method n8n leaves the Request Options of the description, which have batching, as they are
	 * (n8n-core, directory-loader.ts, applyDeclarativeNodeOptionParameters).
	 */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}
}
