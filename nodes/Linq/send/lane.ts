import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Route } from './route';
import { writes } from './route';

/** Where a request goes. */
export interface Destination {
	/** Requests of one lane leave one after the other, in the order of the items; undefined: any. */
	lane: string | undefined;
	/** The chat or the recipients, whichever line sends. */
	target: string;
}

/**
 * Where an item goes: its chat, else its line and recipients. What only reads has no lane.
 *
 * @param request with its address filled in, and its fields as the user entered them
 */
export function destinationOf(route: Route, { url, body }: IHttpRequestOptions): Destination {
	const { from, to } = body as IDataObject;
	if (route.toPeople) {
		const target = `${url} ${[...(to as string[])].sort().join()}`;
		return { target, lane: `${plain(from)} ${target}` };
	}
	// Whatever follows the first id acts on it: a chat, a message, a line …
	const id = route.path.indexOf('{');
	if (id < 0 || !writes(route)) return { target: url, lane: undefined };
	const end = url.indexOf('/', id);
	return { target: url, lane: end < 0 ? url : url.slice(0, end) };
}

const plain = (value: unknown) => String(value ?? '').replace(/[\s().\-/]/g, '');
