import type { IExecuteSingleFunctions, IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL, readToken } from '../../shared/api/credential';
import type { Binding } from '../../shared/delivery/seal';
import { open, seal } from '../../shared/delivery/seal';

type Context = Pick<
	IExecuteSingleFunctions | IWebhookFunctions,
	'getCredentials' | 'getInstanceId' | 'getNode' | 'getWorkflow'
>;

/** Seals the signing secret of a wait, for its execution's data. @param nonce see Question.nonce */
export async function sealForWait(context: Context, secret: string, nonce: string) {
	return seal(secret, await bindingOf(context, nonce));
}

/** @returns undefined when the token of the credential is another by now */
export async function openForWait(context: Context, sealed: string, nonce: string) {
	return open(sealed, await bindingOf(context, nonce));
}

async function bindingOf(context: Context, nonce: string): Promise<Binding> {
	const { apiToken } = await context.getCredentials(CREDENTIAL);
	const owner = [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
	return { token: readToken(apiToken), owner, trigger: `wait/${nonce}` };
}
