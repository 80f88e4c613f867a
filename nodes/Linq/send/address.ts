import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { InputSettings } from '../../shared/input/phoneNumber';
import { readName } from '../../shared/input/text';
import type { Operation } from '../operation';
import { writes } from './route';

/** Where the request of an item goes. */
export interface Address {
	/** Values of the fields that stand in the path, in Linq's form, by name of the field. */
	params: Record<string, string>;
	/** Requests of one lane leave one after the other, in the order of the items; undefined: any. */
	lane: string | undefined;
	/** The recipients, where it does not go to a chat. */
	people: string[];
	/** The chat or the recipients, whichever line sends. */
	target: string;
	/** The same for all items of one chat: its recipients and the line, where that is said. */
	place: string;
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
	settings: InputSettings,
): Address {
	const params: Record<string, string> = {};
	const url = operation.path.replace(/\{(\w+)\}/g, (place, name: string) => {
		if (!fieldFor(operation, name)) return place;
		params[name] = String(readField(context, operation, name, settings));
		return encodeURIComponent(params[name]);
	});
	request.url = url;
	if (operation.toPeople) {
		const body = request.body as IDataObject;
		const to = readField(context, operation, 'to', settings) as string[];
		body.to = to;
		const target = `to ${[...to].sort().join()}`;
		// With a line and without one it can be the same chat.
		const place = `${String(body.from ?? '')} ${target}`;
		return { params, people: to, target, lane: target, place };
	}
	const address = { params, people: [], target: url, place: url };
	if (operation.isQuestion) return { ...address, lane: url };
	// Whatever follows the first id acts on it: a chat, a message, a line …
	const id = operation.path.indexOf('{');
	if (id < 0 || !writes(operation)) return { ...address, lane: undefined };
	const end = url.indexOf('/', id);
	const place = end < 0 ? url : url.slice(0, end);
	return { ...address, lane: place, place };
}

/** The value of a field that n8n does not put into the request by itself. */
function readField(
	context: IExecuteSingleFunctions,
	operation: Operation,
	name: string,
	settings: InputSettings,
) {
	const field = fieldFor(operation, name);
	const value = context.getNodeParameter(field?.name ?? name, '', { extractValue: true });
	return (field?.read ?? readName)(value, field?.displayName ?? name, settings);
}

/** The field whose value the path, or `toPeople`, asks for by this name. */
const fieldFor = ({ fields = [] }: Operation, name: string) =>
	fields.find((field) => (field.fills ?? field.name) === name);
