import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseUrl } from '../../shared/input/hosts';

/** Shape of the payloads that are asked for (contract/behaviour.md, section 11). */
const WEBHOOK_VERSION = '2026-02-03';

/** Name of the query parameter in which the sealed signing secret travels with each delivery. */
export const KEY = 'key';

/** In the place of the key until Linq has told the secret, which is when the subscription exists. */
export const PENDING_KEY = 'pending';

/**
 * Where Linq is to deliver: n8n's address of this trigger, with the version of the payloads and the
 * key.
 *
 * @param key the sealed secret, or PENDING_KEY; without it, what tells the trigger from others
 * @throws NodeOperationError when n8n has no address for the node
 */
export function targetUrl(context: IHookFunctions, key?: string): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) {
		throw new NodeOperationError(context.getNode(), 'n8n has no webhook address for this node');
	}
	return `${url}?version=${WEBHOOK_VERSION}${key === undefined ? '' : `&${KEY}=${key}`}`;
}

/** The key in a target URL. */
export const keyIn = (url: string): string | undefined =>
	parseUrl(url)?.searchParams.get(KEY) ?? undefined;

/** Whether two target URLs lead to the same trigger; version of the payloads and key may differ. */
export const sameTrigger = (one: string, other: string) =>
	withoutQuery(one) === withoutQuery(other);

/** Takes off what we add. With anything else, it is the address of somebody else. */
const withoutQuery = (url: string) => url.replace(/\?(version=[\d-]*)?(&key=[\w-]*)?$/, '');

/** A target URL without its key. */
export const withoutKey = (url: string) => url.replace(/&key=[\w-]*$/, '');
