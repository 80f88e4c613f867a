import type { IHttpRequestOptions } from 'n8n-workflow';
import type { z } from 'zod';

import { CREDENTIAL } from '../../shared/api/credential';
import { UnexpectedAnswer } from '../../shared/errors/unexpectedAnswer';
import type { Call } from '../operation';
import type { Item } from './item';

/** A response of Linq, whatever its body is. */
export interface Response {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * Makes one request to Linq besides that of the item, the way the user set under Request Options.
 *
 * @throws what n8n's request helper throws; it holds the token, so it must not be shown as it is
 */
export async function request(item: Item, call: Call): Promise<Response> {
	const { method, url, body, qs } = call;
	const { baseURL, proxy, timeout, skipSslCertificateValidation } = item.request;
	const options: IHttpRequestOptions = {
		method,
		baseURL,
		url,
		body,
		qs,
		json: true,
		returnFullResponse: true,
		proxy,
		timeout: call.timeout ?? timeout,
		skipSslCertificateValidation: skipSslCertificateValidation === true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
	return (await item.context.helpers.httpRequestWithAuthentication.call(
		item.context,
		CREDENTIAL,
		options,
	)) as Response;
}

/** As request(); the body in the shape that is wanted. @throws UnexpectedAnswer for another */
export async function ask<Shape extends z.ZodTypeAny>(
	item: Item,
	call: Call,
	shape: Shape,
): Promise<z.output<Shape>> {
	const { statusCode, body } = await request(item, call);
	const read = shape.safeParse(body);
	if (!read.success) throw new UnexpectedAnswer(statusCode);
	return read.data as z.output<Shape>;
}
