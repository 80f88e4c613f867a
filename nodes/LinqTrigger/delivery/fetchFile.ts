import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { isPrivate, parseUrl } from '../../shared/input/hosts';

/** How long one server may take to begin to answer. */
const TIMEOUT_MS = 30_000;

const MAX_REDIRECTS = 5;

/** What is used of a stream; its own type would have to be imported from Node.js. */
type Body = AsyncIterable<Buffer> & { destroy(): void };

const answer = z.object({
	statusCode: z.number(),
	headers: z.object({ location: z.string().optional() }).catch({}),
	body: z.custom<Body>(),
});

/**
 * Fetches a file from wherever a message says it is: without the API token, since files lie at
 * another host (contract/behaviour.md, section 9), by https, and not from this machine or its
 * network, neither directly nor by a redirect. Only where Linq itself is there, as with the sandbox,
 * its files may be there, too. What a name resolves to is up to n8n's own SSRF protection.
 *
 * @param baseUrl where Linq is, as in the credential
 * @param signal ends the whole of it, body included
 * @returns the body for status 200
 * @throws Error that says why, without the URL
 */
export async function fetchFile(
	context: IWebhookFunctions,
	url: string,
	{ baseUrl, signal }: { baseUrl: string; signal: AbortSignal },
): Promise<{ status: number; body?: Body }> {
	let next = url;
	for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
		assertPublic(next, baseUrl);
		const { statusCode, headers, body } = answer.parse(
			await context.helpers.httpRequest({
				method: 'GET',
				url: next,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIMEOUT_MS,
				abortSignal: signal,
			}),
		);
		if (statusCode === 200) return { status: statusCode, body };
		body.destroy();
		const { location } = headers;
		if (statusCode < 300 || statusCode > 399 || location === undefined) {
			return { status: statusCode };
		}
		if (!URL.canParse(location, next)) throw new Error('The file redirects to no valid address');
		next = new URL(location, next).href;
	}
	throw new Error(`The file redirects more than ${MAX_REDIRECTS} times`);
}

/** Says only which rule is broken: the address can be signed. */
function assertPublic(text: string, baseUrl: string): void {
	const url = parseUrl(text);
	const linq = parseUrl(baseUrl);
	const isLinqPrivate = linq !== undefined && isPrivate(linq);
	if (!url || !(isLinqPrivate ? ['https:', 'http:'] : ['https:']).includes(url.protocol)) {
		throw new Error('The file is not at an https address, so it is not downloaded');
	}
	if (isPrivate(url) && !isLinqPrivate) {
		throw new Error(
			'The file is at an address of this machine or its own network, so it is not downloaded',
		);
	}
}
