import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { z } from 'zod';

import { localError, requestError } from '../errors/nodeError';
import { UnexpectedAnswer } from '../errors/unexpectedAnswer';
import { baseUrlOf, CREDENTIAL } from './credential';

/** One call of the Linq API outside of the declarative engine. */
export interface Call {
	method: IHttpRequestMethods;
	/** Path with ids filled in, e.g. `/v3/phone_numbers`. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
}

type Context = ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions;

/**
 * Calls Linq from a picker or from the trigger.
 *
 * @param shape what the answer must look like; `z.unknown()` where nothing is read from it
 * @returns the parsed answer
 * @throws NodeApiError in plain words; its `httpCode` is Linq's status where there was an answer
 * @throws NodeOperationError when the credential has no base URL
 */
export async function callLinq<Shape extends z.ZodTypeAny>(
	context: Context,
	call: Call,
	shape: Shape,
): Promise<z.output<Shape>> {
	const baseUrl = await baseUrlFor(context);
	try {
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: call.method,
				baseURL: baseUrl,
				url: call.path,
				qs: call.qs,
				body: call.body,
				json: true,
				disableFollowRedirect: true,
				sendCredentialsOnCrossOriginRedirect: false,
			},
		);
		const read = shape.safeParse(answer);
		if (!read.success) throw new UnexpectedAnswer(200);
		return read.data as z.output<Shape>;
	} catch (error) {
		throw requestError(context.getNode(), error, { baseUrl, writes: call.method !== 'GET' });
	}
}

/**
 * The base URL of the credential, without a slash at its end.
 *
 * @throws NodeOperationError when the credential has none
 */
export async function baseUrlFor(context: Context): Promise<string> {
	try {
		return await baseUrlOf(context);
	} catch (error) {
		throw localError(context.getNode(), error);
	}
}
