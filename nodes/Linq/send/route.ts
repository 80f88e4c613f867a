import type { KeyPlace, Route } from '../operation';

/** Where the contract takes a key without the operation saying so (contract/behaviour.md, section 5). */
const KEY_PLACES: Record<string, KeyPlace> = {
	'/v3/chats': 'message',
	'/v3/chats/{chatId}/messages': 'message',
	'/v3/messages': 'message',
	'/v3/chats/{chatId}/polls': 'poll',
	'/v3/payment_requests': 'header',
	'/v3/payments': 'header',
};

/** Where the key of a request goes; undefined where Linq takes none. */
export const keyPlaceOf = ({ method, path, idempotency }: Route): KeyPlace | undefined =>
	idempotency ?? (method === 'POST' ? KEY_PLACES[path] : undefined);

/** Whether a request may change something. */
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
