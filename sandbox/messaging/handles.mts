import { ApiError } from '../contract/errors.mts';

const PHONE = /^\+[1-9]\d{1,14}$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * A contact's handle: a phone number in E.164 format or an email address.
 *
 * @param field where it stands, for the message
 * @throws ApiError 400/1002
 */
export function checkHandle(handle: string, field = 'handle'): string {
	if (PHONE.test(handle) || EMAIL.test(handle)) return handle;
	throw new ApiError('1002', `${field} is "${handle}", which is no email address either`);
}

/** Checks each of `to` and drops repetitions. */
export const checkHandles = (to: readonly string[]): string[] => [
	...new Set(to.map((handle, index) => checkHandle(handle, `to[${index}]`))),
];

/**
 * A sender as the blocklist takes it: besides handles also short codes and sender ids
 * (contract/openapi.yaml, BlockHandleRequest).
 */
export const checkSender = (sender: string): string =>
	/^\d{3,8}$/.test(sender) || /^[\w .-]*[a-z][\w .-]*$/i.test(sender)
		? sender
		: checkHandle(sender);
