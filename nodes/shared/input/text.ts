import { InvalidInput } from '../errors/invalidInput';

/** The advice for an expression that gives nothing. */
export const CHECK_EXPRESSION =
	'If it comes from an expression, check that the previous node outputs it for this item.';

/**
 * A text without the blanks around it.
 *
 * @param hint what to enter when it is empty
 * @throws InvalidInput when it is empty
 */
export function readText(value: unknown, label: string, hint: string): string {
	const text = String(value ?? '').trim();
	if (text !== '') return text;
	throw new InvalidInput(`${label} is empty`, hint);
}

/** A name, or an id whose form the contract leaves open; see readText(). */
export const readName = (value: unknown, label: string): string =>
	readText(value, label, `Enter a value. ${CHECK_EXPRESSION}`);

/** Between entries; a semicolon within the address of a phone number (RFC 3966) is none. */
const LIST_SEPARATORS = /[,\n\uff0c\u3001\uff1b]|;(?!(?:ext|isub|phone-context)=)/i;

/** Entries of a list, or of a text that separates them by commas, semicolons or line breaks. */
export function splitList(value: unknown): string[] {
	const entries = Array.isArray(value)
		? value.map(String)
		: String(value ?? '').split(LIST_SEPARATORS);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** A value of the user's for an error; cut where it is long. */
export const quote = (text: string): string =>
	`"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
