import { InvalidInput } from '../errors/invalidInput';
import { isEmail } from './handles';
import { isId, readId } from './ids';
import { isPhoneNumber } from './phoneNumber';
import type { InputSettings } from './phoneNumber';
import { quote } from './text';

/**
 * Reads the id of a chat; see readId(). People try phone numbers there, and these get an answer of
 * their own.
 *
 * @param wayOut what to do with the phone number or email address of a person
 */
export const readChatId =
	(wayOut: string) =>
	(value: unknown, label: string, settings?: InputSettings): string => {
		const text = String(value ?? '').trim();
		const person = isId(text) ? undefined : kindOf(text, settings);
		if (person === undefined) return readId(value, label);
		throw new InvalidInput(`${label} is ${person}, not a chat: ${quote(text)}`, wayOut);
	};

/** The kind of handle that a text can be, if any. */
function kindOf(text: string, settings?: InputSettings): string | undefined {
	if (isEmail(text)) return 'an email address';
	return isPhoneNumber(text, settings) || DIALED.test(text) ? 'a phone number' : undefined;
}

/** A phone number without its country code, which cannot be an id. */
const DIALED = /^[+(]?\d[\d\s().\-/]{5,}$/;
