import { InvalidInput } from '../errors/invalidInput';
import { readPhoneNumber, withoutInvisible } from './phoneNumber';
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
export function readHandles(value: unknown, label: string): string[] {
	const unique = [...new Set(splitList(value).map((handle) => readHandle(handle, label)))];
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
 * A phone number or email address in Linq's form.
 *
 * @throws InvalidInput when it is neither
 */
export function readHandle(value: unknown, label: string): string {
	const text = withoutInvisible(String(value ?? '')).trim();
	if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
	return readPhoneNumber(text, label);
}

/**
 * A sender as blocklists have them: also short codes (3 to 8 digits) and sender names.
 *
 * @throws InvalidInput when it is empty
 */
export function readSender(value: unknown, label: string): string {
	const text = withoutInvisible(String(value ?? '')).trim();
	return text === '' || text.startsWith('+') ? readHandle(text, label) : text;
}

/** A phone number, or nothing to clear what was there (null in Linq's form). */
export function readOptionalPhoneNumber(value: unknown, label: string): string | null {
	return String(value ?? '').trim() === '' ? null : readPhoneNumber(value, label);
}

/** Several phone numbers in the forms of readHandles(); none is fine. */
export function readPhoneNumbers(value: unknown, label: string): string[] {
	return splitList(value).map((number) => readPhoneNumber(number, label));
}
