import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { hide } from '../errors/redact';
import { readCountry } from '../input/country';
import type { InputSettings } from '../input/phoneNumber';
import { quote } from '../input/text';

/** Name of the credential type, as in credentials/LinqApi.credentials.ts. */
export const CREDENTIAL = 'linqApi';

/**
 * Where Linq is, unless the credential says otherwise: see settingsOf(). An expression that reads the
 * credential here would be evaluated twice for each item (n8n-core, routing-node.ts, runNode and
 * resolveBaseUrl).
 */
export const BASE_URL = 'https://api.linqapp.com/api/partner';

/** The credential without its token. */
export interface Settings extends InputSettings {
	/** Where Linq is, without a slash at the end. */
	readonly baseUrl: string;
}

/**
 * Reads the credential. From then on no error shows its token.
 *
 * @throws InvalidInput when it has no base URL, or something else in the place of one or of a country
 */
export async function settingsOf(
	context: Pick<IExecuteSingleFunctions, 'getCredentials'>,
): Promise<Settings> {
	const { baseUrl, defaultCountry, apiToken } = await context.getCredentials(CREDENTIAL);
	hide(apiToken);
	hide(readToken(apiToken));
	return { baseUrl: readBaseUrl(baseUrl), country: readDefaultCountry(defaultCountry) };
}

/**
 * The token as a credential holds it, without what copying can bring along: blanks, and the name of
 * the scheme in front of it.
 */
export const readToken = (value: unknown): string =>
	String(value ?? '')
		.trim()
		.replace(/^bearer(\s+|$)/i, '');

/** The default country as a credential holds it; see settingsOf(). */
export const readDefaultCountry = (value: unknown): string | undefined =>
	readCountry(value, 'The Default Country of the credential');

/** The base URL as a credential holds it; see settingsOf(). */
export function readBaseUrl(value: unknown): string {
	const baseUrl = typeof value === 'string' ? withoutEnd(value) : '';
	if (/^https?:/i.test(baseUrl) && URL.canParse(baseUrl)) return baseUrl;
	throw new InvalidInput(
		baseUrl === ''
			? 'The credential has no base URL'
			: `The base URL of the credential is not a full URL: ${quote(baseUrl)}`,
		`Open the credential and set the base URL to ${BASE_URL}.`,
	);
}

/** `http://host/api/partner/v3/` → `http://host/api/partner`, since paths begin with `/v3`. */
const withoutEnd = (url: string) =>
	url.trim().replace(/\/+$/, '').replace(/\/v3$/i, '').replace(/\/+$/, '');

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
