import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { hide } from '../errors/redact';
import { quote } from '../input/text';

/** Name of the credential type, as in credentials/LinqApi.credentials.ts. */
export const CREDENTIAL = 'linqApi';

/**
 * Where Linq is, unless the credential says otherwise: see baseUrlOf(). An expression that reads the
 * credential here would be evaluated twice for each item (n8n-core, routing-node.ts, runNode and
 * resolveBaseUrl).
 */
export const BASE_URL = 'https://api.linqapp.com/api/partner';

/**
 * The base URL of the credential, without a slash at its end. From then on no error shows its token.
 *
 * @throws InvalidInput when the credential has none, or something else in its place
 */
export async function baseUrlOf(
	context: Pick<IExecuteSingleFunctions, 'getCredentials'>,
): Promise<string> {
	const { baseUrl, apiToken } = await context.getCredentials(CREDENTIAL);
	hide(apiToken);
	return readBaseUrl(baseUrl);
}

/** The base URL as a credential holds it; see baseUrlOf(). */
export function readBaseUrl(value: unknown): string {
	const baseUrl = typeof value === 'string' ? withoutEndSlash(value) : '';
	if (/^https?:/i.test(baseUrl) && URL.canParse(baseUrl)) return baseUrl;
	throw new InvalidInput(
		baseUrl === ''
			? 'The credential has no base URL'
			: `The base URL of the credential is not a full URL: ${quote(baseUrl)}`,
		`Open the credential and set the base URL to ${BASE_URL}.`,
	);
}

/** `http://host/api/partner/` → `http://host/api/partner`, since paths begin with a slash. */
const withoutEndSlash = (url: string) => url.trim().replace(/\/+$/, '');

/**
 * Sends a prepared request to the base URL of the credential. A credential that is restricted to
 * some domains always reaches its own, as n8n has it for a URL that the node names (n8n-workflow,
 * credential-domain-restrictions.ts).
 */
export function applyBaseUrl(baseUrl: string, request: IHttpRequestOptions): void {
	request.baseURL = baseUrl;
	if (request.allowedDomains && URL.canParse(baseUrl)) {
		request.allowedDomains += `, ${new URL(baseUrl).hostname}`;
	}
}
