import type { IExecuteSingleFunctions, IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isLoopback, isPrivate, parseUrl } from '../input/hosts';

/**
 * Makes sure that Linq can deliver to an address: https and a public host
 * (contract/behaviour.md, section 11). A sandbox on this machine can deliver to this machine.
 *
 * @param url an address of n8n's
 * @param baseUrl where Linq is, as in the credential
 * @throws NodeOperationError that says what to set
 */
export function assertReachable(
	context: Pick<IHookFunctions | IExecuteSingleFunctions, 'getNode'>,
	url: string,
	baseUrl: string,
): void {
	if (isOnLoopback(baseUrl) || isPublic(url)) return;
	throw new NodeOperationError(
		context.getNode(),
		`Linq cannot deliver to ${url.replace(/\?.*$/, '')}: set N8N_WEBHOOK_URL (n8n 1: WEBHOOK_URL) to the public https address of this n8n`,
		{
			description:
				'Linq delivers over the internet, by https only. Set the environment variable and start n8n again. On your own machine, open a tunnel to n8n first (e.g. with cloudflared or ngrok) and set the variable to its address.',
		},
	);
}

function isPublic(url: string): boolean {
	const parsed = parseUrl(url);
	return parsed?.protocol === 'https:' && !isPrivate(parsed);
}

function isOnLoopback(url: string): boolean {
	const parsed = parseUrl(url);
	return parsed !== undefined && isLoopback(parsed);
}
