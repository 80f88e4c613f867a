import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { toNodeError } from './errors';

export type PreparedRequest = DeclarativeRestApiSettings.ResultOptions;

/**
 * The envelope of every request that is not a list: n8n hands over the prepared request of one
 * item, this sends it.
 *
 * @returns the items made of Linq's answer, each paired with the item that caused it (n8n pairs
 *   them by itself only where every item gives exactly one)
 * @throws NodeApiError in plain words, without the request (which holds the token)
 */
export async function deliver(
	this: IExecutePaginationFunctions,
	request: PreparedRequest,
): Promise<INodeExecutionData[]> {
	const item = this.getItemIndex();
	const outputs = await explained(this, request, () => this.makeRoutingRequest(request));
	return outputs.map((output) => ({ ...output, pairedItem: { item } }));
}

/** Does the work of one request and turns whatever it throws into an error in plain words. */
export async function explained<T>(
	context: IExecutePaginationFunctions,
	{ options }: PreparedRequest,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw toNodeError(context.getNode(), error, {
			baseUrl: options.baseURL,
			writes: options.method !== 'GET',
			itemIndex: context.getItemIndex(),
		});
	}
}
