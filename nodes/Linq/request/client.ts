import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod';

import { ForeignAnswer, toNodeError } from './errors';

/** Name of the credential type, as in credentials/LinqApi.credentials.ts. */
export const CREDENTIAL = 'linqApi';

/**
 * Where Linq is, unless the credential says otherwise: see baseUrlOf(). An expression that reads the
 * credential here would be evaluated twice for each item (n8n-core, routing-node.ts, runNode and
 * resolveBaseUrl).
 */
export const BASE_URL = 'https://api.linqapp.com/api/partner';

const credential = z.object({ baseUrl: z.string() });

/** The base URL of the credential, without a slash at its end. */
export async function baseUrlOf(
	context: Pick<IExecuteSingleFunctions, 'getCredentials'>,
): Promise<string> {
	return withoutEndSlash(credential.parse(await context.getCredentials(CREDENTIAL)).baseUrl);
}

/**
 * Sends a prepared request to the base URL of the credential. A credential that is restricted to
 * some domains always reaches its own, as n8n has it for a URL that the node names (n8n-workflow,
 * credential-domain-restrictions.ts).
 */
export function leadTo(baseUrl: string, request: IHttpRequestOptions): void {
	request.baseURL = baseUrl;
	if (request.allowedDomains && URL.canParse(baseUrl)) {
		request.allowedDomains += `, ${new URL(baseUrl).hostname}`;
	}
}

/** One call of the Linq API outside of the declarative engine. */
export interface Call {
	method: IHttpRequestMethods;
	/** Path with ids filled in, e.g. `/v3/phone_numbers`. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
}

/**
 * Calls Linq from a picker or from the trigger.
 *
 * @param shape what the answer must look like; `z.unknown()` where nothing is read from it
 * @returns the parsed answer
 * @throws NodeApiError in plain words; its `httpCode` is Linq's status where there was an answer
 */
export async function callLinq<Shape extends z.ZodTypeAny>(
	context: ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions,
	call: Call,
	shape: Shape,
): Promise<z.output<Shape>> {
	const baseURL = await baseUrlOf(context);
	try {
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: call.method,
				baseURL,
				url: call.path,
				qs: call.qs,
				body: call.body,
				json: true,
				sendCredentialsOnCrossOriginRedirect: false,
			},
		);
		const read = shape.safeParse(answer);
		if (!read.success) throw new ForeignAnswer(200);
		return read.data as z.output<Shape>;
	} catch (error) {
		throw toNodeError(context.getNode(), error, {
			baseUrl: baseURL,
			writes: call.method !== 'GET',
		});
	}
}

/** `http://host/api/partner/` → `http://host/api/partner`, since paths begin with a slash. */
export const withoutEndSlash = (url: string) => url.trim().replace(/\/+$/, '');
