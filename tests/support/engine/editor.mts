import './environment.mts';

import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
	INodeListSearchResult,
} from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import type { Setup } from './workflow.mts';
import { buildWorkflow } from './workflow.mts';

/** Fills a picker as the editor does while one types. */
export async function callPicker(
	credential: ICredentialDataDecryptedObject,
	picker: keyof Linq['methods']['listSearch'],
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const setup: Setup = { node: new Linq(), credential };
	const { workflow, node, additionalData } = buildWorkflow(setup);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await new Linq().methods.listSearch[picker].call(context, filter, paginationToken);
}

/** Tests a credential as its Save button does. */
export async function testCredential(
	credential: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const { additionalData } = buildWorkflow({ node: new Linq(), credential });
	const context = new CredentialTestContext(additionalData);
	return await new Linq().methods.credentialTest.linqApiTest.call(context, {
		id: '1',
		name: 'Linq account',
		type: 'linqApi',
		data: credential,
	});
}
