import type { INodeType, INodeTypeDescription, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { BASE_URL } from '../shared/api/credential';
import { linqApiTest } from '../shared/api/credentialTest';
import { defineResources } from './description/define';
import { requestOptionsField } from './description/requestOptions';
import { searchChats } from './pickers/searchChats';
import { searchLineIds, searchLines } from './pickers/searchLines';
import { resources } from './resources';

export class Linq implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Linq',
		name: 'linq',
		icon: { light: 'file:../../icons/linq.svg', dark: 'file:../../icons/linq.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and read iMessage, RCS and SMS with Linq',
		defaults: { name: 'Linq' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'linqApi', required: true, testedBy: 'linqApiTest' }],
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
	 * Never called, because the node has no webhooks. Without this method n8n puts its own Request
	 * Options, which have no batching, in place of those of the description (n8n-core,
	 * directory-loader.ts, applyDeclarativeNodeOptionParameters); with `requestDefaults` the node
	 * remains a declarative one all the same (n8n, utils.ts, shouldAssignExecuteMethod).
	 */
	async webhook(): Promise<IWebhookResponseData> {
		return {};
	}
}
