import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { linqApiTest } from '../shared/api/credentialTest';
import { defineResources } from './description/define';
import { searchChats } from './pickers/searchChats';
import { searchLineIds, searchLines } from './pickers/searchLines';
import { BASE_URL } from '../shared/api/credential';
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
			// n8n would send the token along to wherever a redirect leads.
			sendCredentialsOnCrossOriginRedirect: false,
		},
		properties: defineResources(resources),
	};

	methods = {
		credentialTest: { linqApiTest },
		listSearch: { searchChats, searchLineIds, searchLines },
	};
}
