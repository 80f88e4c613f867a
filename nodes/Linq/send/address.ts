import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readName } from '../../shared/input/text';
import type { Operation } from '../operation';
import { writes } from './route';

/** Where the request of an item goes. */
export interface Address {
	/** Values of the fields that stand in the path, in Linq's form, by name of the field. */
	params: Record<string, string>;
	/** Requests of one lane leave one after the other, in the order of the items; undefined: any. */
	lane: string | undefined;
	/** The chat or the recipients, whichever line sends. */
	target: string;
}

/**
 * Puts where an item goes into its request: ids into the path, `/v3/chats/{chatId}/read` →
 * `/v3/chats/8f39…/read`, people into the body.
 *
 * @param request with the values of its other fields in Linq's form
 * @throws InvalidInput when something is missing or malformed
 */
export function fillAddress(
	context: IExecuteSingleFunctions,
	operation: Operation,
	request: IHttpRequestOptions,
): Address {
	const params: Record<string, string> = {};
	const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
		params[name] = String(readField(context, operation, name));
		return encodeURIComponent(params[name]);
	});
	request.url = url;
	if (operation.toPeople) {
		const body = request.body as IDataObject;
		const to = readField(context, operation, 'to') as string[];
		body.to = to;
		const target = `${url} ${[...to].sort().join()}`;
		return { params, target, lane: `${String(body.from ?? '')} ${target}` };
	}
	// Whatever follows the first id acts on it: a chat, a message, a line …
	const id = operation.path.indexOf('{');
	if (id < 0 || !writes(operation)) return { params, target: url, lane: undefined };
	const end = url.indexOf('/', id);
	return { params, target: url, lane: end < 0 ? url : url.slice(0, end) };
}

/** The value of a field that n8n does not put into the request by itself. */
function readField(context: IExecuteSingleFunctions, { fields = [] }: Operation, name: string) {
	const field = fields.find((candidate) => candidate.name === name);
	const value = context.getNodeParameter(name, '', { extractValue: true });
	return (field?.read ?? readName)(value, field?.displayName ?? name);
}
