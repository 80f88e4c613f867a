import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodePropertyRouting,
} from 'n8n-workflow';

import { guarded } from '../request/guarded';

/**
 * Brings a value as the user entered it into Linq's form.
 *
 * @param field label of the field, for the error
 * @throws InvalidInput when Linq would refuse it
 */
export type Reader = (value: unknown, field: string) => unknown;

/** Routing of a field whose value goes into the JSON body, e.g. `...inBody('handle', …)`. */
export const inBody = (property: string, read?: Reader, label?: string) =>
	sendsTo('body', property, read, label);

/** Routing of a field whose value goes into the query. */
export const inQuery = (property: string, read?: Reader, label?: string) =>
	sendsTo('query', property, read, label);

/**
 * @param property Linq's name
 * @param read checks and converts the value; without it the value goes as it is
 * @param label the field's label, needed with `read`
 */
function sendsTo(
	type: 'body' | 'query',
	property: string,
	read?: Reader,
	label = property,
): { routing: INodePropertyRouting } {
	const convert = async function (this: IExecuteSingleFunctions, request: IHttpRequestOptions) {
		const target = (type === 'body' ? request.body : request.qs) as IDataObject;
		target[property] = read?.(target[property], label) as IDataObject[string];
		return request;
	};
	return { routing: { send: { type, property, ...(read && { preSend: [guarded(convert)] }) } } };
}
