import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { z } from 'zod';

import { baseUrlOf, CREDENTIAL } from './credential';
import { ForeignAnswer, toNodeError } from '../errors/explain';

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
