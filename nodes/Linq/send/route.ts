import type { IHttpRequestMethods } from 'n8n-workflow';

import type { ReadBack } from './lookup';

/** Where Linq reads an idempotency key from (contract/behaviour.md, section 5). */
export type KeyPlace = 'message' | 'poll' | 'header';

/** What the send path needs to know about an operation; all but method and path has a default. */
export interface Route {
	method: IHttpRequestMethods;
	/** The path exactly as contract/openapi.yaml has it. */
	path: `/v3/${string}`;
	/** Whether it goes to the people in the field To. */
	toPeople?: true;
	/** Where the key goes; default: what the contract says about the path. */
	idempotency?: KeyPlace;
	/** Whether doing it twice is the same as doing it once; default: see isHarmless(). */
	repeatable?: boolean;
	/** Looks whether it was done although no answer came. */
	readBack?: ReadBack;
}

const KEY_PLACES: Record<string, KeyPlace> = {
	'/v3/chats': 'message',
	'/v3/chats/{chatId}/messages': 'message',
	'/v3/messages': 'message',
	'/v3/chats/{chatId}/polls': 'poll',
	'/v3/payment_requests': 'header',
	'/v3/payments': 'header',
};

export const keyPlaceOf = ({ method, path, idempotency }: Route): KeyPlace | undefined =>
	idempotency ?? (method === 'POST' ? KEY_PLACES[path] : undefined);

export const writes = ({ method }: Route): boolean => method !== 'GET';

/** Whether it puts something into a chat that people see as a message. */
export const sendsMessage = (route: Route): boolean => {
	const place = keyPlaceOf(route);
	return place === 'message' || place === 'poll' || route.path.endsWith('/voicememo');
};

/** Checks, and what sets a state without telling anyone (contract/behaviour.md, section 5). */
const HARMLESS = /^\/v3\/capability\/|\/(read|typing|blocked_handles)$/;

/** Whether a request may be repeated although it is not known if Linq processed it. */
export const isHarmless = (route: Route): boolean =>
	route.repeatable ??
	(route.method === 'GET' || route.method === 'PUT' || HARMLESS.test(route.path));
