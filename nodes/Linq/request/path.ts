import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readId } from './ids';

/** Labels of the fields whose ids stand in paths. */
const LABELS: Record<string, string> = {
	chatId: 'Chat',
};

/**
 * Puts the user's ids into the path: `/v3/chats/{chatId}/read` → `/v3/chats/8f39…/read`.
 *
 * @throws InvalidInput when an id is missing or malformed
 */
export async function fillPath(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	request.url = request.url.replace(/\{(\w+)\}/g, (_, name: string) =>
		readId(this.getNodeParameter(name, '', { extractValue: true }), LABELS[name] ?? name),
	);
	return request;
}
