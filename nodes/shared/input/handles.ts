import { InvalidInput } from '../errors/invalidInput';

/** Linq's form of phone numbers (contract/openapi.yaml, CreateChatRequest). */
const E164 = /^\+[1-9]\d{1,14}$/;

/** Most recipients of one chat (contract/openapi.yaml, CreateChatRequest). */
const MAX_RECIPIENTS = 31;

/**
 * Recipients in the forms a user has them: one handle, several separated by commas or line breaks,
 * or a list from an expression.
 *
 * @param field name of the field, as the user sees it
 * @returns at least one handle, each once, in Linq's form
 * @throws InvalidInput when there are none, too many, or one that is no handle
 */
export function readHandles(value: unknown, field: string): string[] {
	const unique = [...new Set(split(value).map((handle) => readHandle(handle, field)))];
	if (unique.length === 0) {
		throw new InvalidInput(
			`${field} is empty`,
			'Enter a phone number such as +14155550123 or an email address. If it comes from an expression, check that the node before outputs it for this item.',
		);
	}
	if (unique.length > MAX_RECIPIENTS) {
		throw new InvalidInput(
			`${field} has ${unique.length} recipients, a chat takes at most ${MAX_RECIPIENTS}`,
			'Several recipients make one group chat. To write to each person alone, use one item per person.',
		);
	}
	return unique;
}

/**
 * A phone number or email address in Linq's form; the usual blanks, dashes, dots and brackets in a
 * number are taken out.
 *
 * @throws InvalidInput when it is neither
 */
export function readHandle(value: unknown, field: string): string {
	const text = String(value ?? '').trim();
	if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
	return readPhoneNumber(text, field);
}

/**
 * A sender as blocklists have them: also short codes (3 to 8 digits) and sender names.
 *
 * @throws InvalidInput when it is empty
 */
export function readSender(value: unknown, field: string): string {
	const text = String(value ?? '').trim();
	return text === '' || text.startsWith('+') ? readHandle(text, field) : text;
}

/** A phone number, or nothing to clear what was there (null in Linq's form). */
export function readOptionalPhoneNumber(value: unknown, field: string): string | null {
	return String(value ?? '').trim() === '' ? null : readPhoneNumber(value, field);
}

/** Several phone numbers in the forms of readHandles(); none is fine. */
export function readPhoneNumbers(value: unknown, field: string): string[] {
	return split(value).map((number) => readPhoneNumber(number, field));
}

/** A phone number in Linq's form; see readHandle(). */
export function readPhoneNumber(value: unknown, field: string): string {
	const text = String(value ?? '').trim();
	const number = text.replace(/[\s().\-/]/g, '');
	if (E164.test(number)) return number;
	if (text === '') {
		throw new InvalidInput(`${field} is empty`, 'Enter a phone number such as +14155550123.');
	}
	throw new InvalidInput(
		`${field} is not a valid phone number: "${text}"`,
		'Write it with + and country code, e.g. +14155550123.',
	);
}

/** Entries of a list, or of a text that separates them by commas, semicolons or line breaks. */
function split(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,;\n]/);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}
