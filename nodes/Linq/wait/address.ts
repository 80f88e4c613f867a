import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { parseUrl } from '../../shared/input/hosts';

/**
 * Query parameters of a wait's address. n8n signs path and query, so nobody can change them. That is
 * why they name no payload version, which Linq could strip: the newest is pinned
 * (contract/behaviour.md, section 11), and both are read.
 */
export interface WaitQuery {
	/** See Question.nonce. */
	wait: string;
	/** When the wait ends; milliseconds since 1970. */
	until: number;
	/** Where the question was asked; missing while that is not known. */
	chat?: string;
}

/** Where Linq is to deliver what could be the answer: n8n's address to resume this execution. */
export const resumeUrl = (
	context: Pick<IExecuteSingleFunctions, 'getSignedResumeUrl'>,
	{ wait, until, chat }: WaitQuery,
): string =>
	context.getSignedResumeUrl({ wait, until: String(until), ...(chat !== undefined && { chat }) });

/**
 * Reads the address of a subscription.
 *
 * @param own an address of a wait of this n8n
 * @returns undefined where it is not that of a wait of the same n8n
 */
export function readResumeUrl(url: string, own: string): WaitQuery | undefined {
	const [found, ours] = [parseUrl(url), parseUrl(own)];
	if (!found || !ours || rootOf(found) !== rootOf(ours)) return undefined;
	const { wait, until, chat } = Object.fromEntries(found.searchParams);
	if (wait === undefined || until === undefined || !/^\d{1,16}$/.test(until)) return undefined;
	return { wait, until: Number(until), chat };
}

/** `https://host/webhook-waiting/12/node-id` → `https://host/webhook-waiting/` */
const rootOf = ({ origin, pathname }: URL) => origin + pathname.replace(/[^/]+\/[^/]+$/, '');
