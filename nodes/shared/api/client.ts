import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { z } from 'zod';

import { idsAsked } from '../errors/idsAsked';
import { localError, requestError } from '../errors/nodeError';
import { UnexpectedAnswer } from '../errors/unexpectedAnswer';
import type { Settings } from './credential';
import { CREDENTIAL, settingsOf } from './credential';

/** One call of the Linq API outside of the declarative engine. */
export interface Call {
	method: IHttpRequestMethods;
	/** Path with ids filled in, e.g. `/v3/phone_numbers`. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Milliseconds to wait for an answer; without it, n8n's five minutes. */
	timeout?: number;
}

type Context = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/**
 * Calls Linq from a picker or from the trigger.
 *
 * @param shape what the answer must look like; `z.unknown()` where nothing is read from it
 * @returns the parsed answer
 * @throws NodeApiError in plain words; its `httpCode` is Linq's status where there was an answer
 * @throws NodeOperationError when the credential cannot be used
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
				timeout: call.timeout,
				json: true,
				disableFollowRedirect: true,
				sendCredentialsOnCrossOriginRedirect: false,
			},
		);
		const read = shape.safeParse(answer);
		if (!read.success) throw new UnexpectedAnswer(200);
		return read.data as z.output<Shape>;
	} catch (error) {
		throw requestError(context.getNode(), error, {
			baseUrl,
			writes: call.method !== 'GET',
			asked: idsAsked(call.path, call.body),
		});
	}
}

/** The base URL of the credential; see settingsFor(). */
export const baseUrlFor = async (context: Context): Promise<string> =>
	(await settingsFor(context)).baseUrl;

/**
 * The credential without its token.
 *
 * @throws NodeOperationError for what cannot be used
 */
export async function settingsFor(context: Context): Promise<Settings> {
	try {
		return await settingsOf(context);
	} catch (error) {
		throw localError(context.getNode(), error);
	}
}
