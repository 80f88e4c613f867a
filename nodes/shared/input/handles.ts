import { InvalidInput } from '../errors/invalidInput';
import { withoutInvisible, withoutScheme } from './dialedText';
import type { InputSettings } from './phoneNumber';
import { isPhoneNumber, readPhoneNumber } from './phoneNumber';
import { CHECK_EXPRESSION, splitList } from './text';

/** Most recipients of one chat (contract/openapi.yaml, CreateChatRequest). */
const MAX_RECIPIENTS = 31;

/**
 * Recipients in the forms a user has them: one handle, several separated by commas or line breaks,
 * or a list from an expression.
 *
 * @param label of the field, as the user sees it
 * @returns at least one handle, each once, in Linq's form
 * @throws InvalidInput when there are none, too many, or one that is not a handle
 */
export function readHandles(value: unknown, label: string, settings?: InputSettings): string[] {
	const unique = [...new Set(splitList(value).map((one) => readHandle(one, label, settings)))];
	if (unique.length === 0) {
		throw new InvalidInput(
			`${label} is empty`,
			`Enter a phone number such as +14155550123 or an email address. ${CHECK_EXPRESSION}`,
		);
	}
	if (unique.length > MAX_RECIPIENTS) {
		throw new InvalidInput(
			`${label} has ${unique.length} recipients, but a chat can have at most ${MAX_RECIPIENTS}`,
			'Several recipients form one group chat. To write to each person separately, use one item per person.',
		);
	}
	return unique;
}

/**
 * A phone number or email address in Linq's form; see readPhoneNumber().
 *
 * @throws InvalidInput when it is neither
 */
export function readHandle(value: unknown, label: string, settings?: InputSettings): string {
	const text = withoutScheme(withoutInvisible(String(value ?? '')).trim());
	if (isEmail(text)) return text;
	return readPhoneNumber(value, label, settings);
}

/** Whether a text has the form of an email address. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** Whether something is a whole phone number or email address. */
export function isHandle(value: unknown, settings?: InputSettings): boolean {
	try {
		return readHandle(value, '', settings) !== '';
	} catch {
		return false;
	}
}

/**
 * A sender as blocklists have them: also short codes (3 to 8 digits) and sender names, which go out
 * as they are. Whatever can be a phone number is one.
 *
 * @throws InvalidInput when it is empty, or begins with + and is no phone number
 */
export function readSender(value: unknown, label: string, settings?: InputSettings): string {
	const text = withoutInvisible(String(value ?? '')).trim();
	const isHandle = text === '' || text.startsWith('+') || isPhoneNumber(value, settings);
	return isHandle ? readHandle(value, label, settings) : text;
}

/** A phone number, or nothing to clear what was there (null in Linq's form). */
export function readOptionalPhoneNumber(
	value: unknown,
	label: string,
	settings?: InputSettings,
): string | null {
	return String(value ?? '').trim() === '' ? null : readPhoneNumber(value, label, settings);
}

/** Several phone numbers in the forms of readHandles(); none is fine. */
export const readPhoneNumbers = (
	value: unknown,
	label: string,
	settings?: InputSettings,
): string[] => splitList(value).map((number) => readPhoneNumber(number, label, settings));
