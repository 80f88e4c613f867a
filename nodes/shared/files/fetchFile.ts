import type { IExecuteFunctions, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { FileProblem } from '../errors/fileProblem';
import { isPrivate, parseUrl } from '../input/hosts';

/** How long one server may take to begin to answer. */
const TIMEOUT_MS = 30_000;

const MAX_REDIRECTS = 5;

/** Either node at work. */
export type FileContext = IExecuteFunctions | IExecuteSingleFunctions;

/** From where files may be fetched, and how. */
export interface Network
	extends Pick<IHttpRequestOptions, 'proxy' | 'skipSslCertificateValidation'> {
	/** Where Linq is, as in the credential. */
	baseUrl: string;
}

/** A stream of Node.js, whose type cannot be imported here. */
export type Body = Exclude<Parameters<FileContext['helpers']['prepareBinaryData']>[0], Buffer>;

const answer = z.object({
	statusCode: z.number(),
	headers: z
		.object({ location: z.string().optional(), 'content-type': z.string().optional() })
		.catch({}),
	body: z.custom<Body>(),
});

/** A server's answer; it has a body only with status 200. */
export interface Fetched {
	status: number;
	body?: Body;
	/** As the server says. */
	mimeType?: string;
}

/**
 * Fetches a file from wherever a message says it is: without the API token, since files lie at
 * another host (contract/behaviour.md, section 9), by https, and not from this machine or its
 * network, neither directly nor by a redirect. Only where Linq itself is there, as with the sandbox,
 * its files may be there, too. What a name resolves to is up to n8n's own SSRF protection.
 *
 * @param signal ends the whole of it, body included
 * @throws FileProblem for an address that is not fetched; what n8n's helper throws without an answer
 */
export async function fetchFile(
	context: FileContext,
	url: string,
	{ baseUrl, ...settings }: Network,
	signal: AbortSignal,
): Promise<Fetched> {
	let next = url;
	for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
		assertPublic(next, baseUrl);
		const { statusCode, headers, body } = answer.parse(
			await context.helpers.httpRequest({
				...settings,
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
		if (statusCode === 200) {
			return { status: statusCode, body, mimeType: headers['content-type'] };
		}
		body.destroy();
		const { location } = headers;
		if (statusCode < 300 || statusCode > 399 || location === undefined) {
			return { status: statusCode };
		}
		if (!URL.canParse(location, next)) {
			throw new FileProblem('The file redirects to no valid address', CHECK_URL);
		}
		next = new URL(location, next).href;
	}
	throw new FileProblem(`The file redirects more than ${MAX_REDIRECTS} times`, CHECK_URL);
}

const CHECK_URL = 'Check the URL of the file.';

/** Says only which rule is broken: the address can be signed. */
function assertPublic(text: string, baseUrl: string): void {
	const url = parseUrl(text);
	const linq = parseUrl(baseUrl);
	const isLinqPrivate = linq !== undefined && isPrivate(linq);
	if (!url || !(isLinqPrivate ? ['https:', 'http:'] : ['https:']).includes(url.protocol)) {
		throw new FileProblem(
			'The file is not at an https address, so it is not downloaded',
			CHECK_URL,
		);
	}
	if (isPrivate(url) && !isLinqPrivate) {
		throw new FileProblem(
			'The file is at an address of this machine or its own network, so it is not downloaded',
			'Files are downloaded from public addresses only.',
		);
	}
}
