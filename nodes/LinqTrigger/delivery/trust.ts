import type { IWebhookFunctions } from 'n8n-workflow';

import { fetchLines } from '../../shared/api/lines';
import type { Delivery } from '../../shared/delivery/signature';
import { verify } from '../../shared/delivery/signature';
import { KEY, PENDING_KEY } from '../subscription/address';
import { ownerOf } from '../subscription/owner';
import type { Registration } from '../subscription/registration';
import { heldRegistrations } from '../subscription/registration';
import { openSecret, presentOpener } from '../subscription/secrets';

/** Linq does not repeat what gets a 401; what gets a 503 it repeats for half an hour. */
export interface Refusal {
	status: 401 | 503;
	/** For n8n's log, and the answer; without anything secret. */
	reason: string;
}

/** Numbers of the accounts whose registration only Linq's address has told, by sealed secret. */
const learnedLines = new Map<string, string[]>();

/**
 * Checks that a delivery comes from Linq. Secrets are tried in this order: of the registration that
 * this process made, of the one in static data, and the one that the delivery's own address carries.
 * The last one needs nothing but the credential, so that a process can check what another has
 * subscribed to, and nothing that is written over static data locks deliveries out.
 *
 * @returns the numbers of the account, or why it is refused: 401 only where every secret there is
 *   could be tried
 */
export async function trust(
	context: IWebhookFunctions,
	delivery: Delivery,
): Promise<{ lines: string[] } | Refusal> {
	const held = heldRegistrations(context).filter(({ owner }) => owner === ownerOf(context));
	const key = keyOf(context);
	const sealed = new Set([...held.map((entry) => entry.sealedSecret), ...(key ? [key] : [])]);
	if (sealed.size === 0) {
		return { status: 503, reason: 'this workflow has no subscription at Linq, or not yet' };
	}
	const closed: string[] = [];
	let refused = '';
	for (const text of sealed) {
		const secret = await opened(context, text);
		if (secret === undefined) {
			closed.push(text);
			continue;
		}
		const result = verify(delivery, [secret]);
		if ('secret' in result) return await withLines(context, held, text);
		({ refused } = result);
	}
	if (closed.length === 0 || (await isForeign(context, closed, held))) {
		return { status: 401, reason: refused };
	}
	return {
		status: 503,
		reason:
			'its secret is not known here, or not yet. If the API token of the credential was changed, publish the workflow again',
	};
}

/**
 * Whether what cannot be opened is not of this trigger: the token is the same as when its
 * registration was sealed, so it is not because of that.
 */
async function isForeign(
	context: IWebhookFunctions,
	closed: string[],
	held: Registration[],
): Promise<boolean> {
	if (closed.includes(PENDING_KEY)) return false;
	const texts = held.map(({ sealedSecret }) => sealedSecret);
	if (texts.some((text) => closed.includes(text))) return false;
	try {
		const open = await presentOpener(context);
		return texts.some((text) => open(text) !== undefined);
	} catch {
		return false;
	}
}

/** A credential that cannot be read now may be so when Linq repeats the delivery. */
async function opened(context: IWebhookFunctions, text: string): Promise<string | undefined> {
	try {
		return await openSecret(context, text);
	} catch (error) {
		context.logger.warn(
			`Linq Trigger “${context.getNode().name}” could not read its credential: ${(error as Error).message}`,
		);
		return undefined;
	}
}

/** The key in the address that the delivery came to. */
function keyOf(context: IWebhookFunctions): string | undefined {
	const { [KEY]: key } = context.getQueryData() as Record<string, unknown>;
	return typeof key === 'string' && key !== '' ? key : undefined;
}

/** The account's numbers: of the registration whose secret fits, else of any, else Linq's answer. */
async function withLines(
	context: IWebhookFunctions,
	held: Registration[],
	sealed: string,
): Promise<{ lines: string[] } | Refusal> {
	const [used = held[0]] = held.filter(({ sealedSecret }) => sealedSecret === sealed);
	const lines = used?.lines ?? learnedLines.get(sealed);
	if (lines) return { lines };
	try {
		const fetched = (await fetchLines(context)).map(({ phone_number: number }) => number);
		learnedLines.set(sealed, fetched);
		return { lines: fetched };
	} catch (error) {
		return {
			status: 503,
			reason: `the lines of the account are not known: ${(error as Error).message}`,
		};
	}
}
