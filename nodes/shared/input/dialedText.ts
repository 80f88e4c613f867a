/** Longest text that is looked at; libphonenumber takes as much. */
const MAX_TEXT = 250;

/** More digits than any prefix, country code and number have together. */
const MAX_DIGITS = 40;

/** The reading of a text that is meant to be a phone number. */
export type DialedText =
	| {
			digits: string;
			/** Whether a + stands before them. */
			hasPlus: boolean;
			/** How many digits stand before a zero in brackets of its own, where there is one. */
			beforeZero?: number;
	  }
	/** Why it is not one. */
	| { problem: 'empty' | 'extension' | 'rounded' | 'not a number' };

/** Text without marks that do not show but come along when it is copied from contacts or Word. */
export const withoutInvisible = (text: string): string => text.replace(/\p{Cf}/gu, '');

/** How addresses of phone numbers begin: `tel:`, `sms:`, as Twilio has them `whatsapp:`. */
const SCHEME = /^(?:tel|sms|whatsapp|imessage):(?:\/\/)?/i;

/** Text without the beginning of an address, and without the text of a message behind it. */
export const withoutScheme = (text: string): string =>
	SCHEME.test(text)
		? text
				.replace(SCHEME, '')
				.replace(/[?&].*$/s, '')
				.trim()
		: text;

/** Blanks of all widths, dashes of all lengths, the minus, tildes, dots, slashes, brackets. */
const SEPARATORS = /[\s\p{Pd}\u2212\u30fc~\u223c\u2053.·()[\]/]/gu;

/** `ext. 5`, `x5`, `#5`, `доб. 5` at the end. */
const EXTENSION = /\d[\s,.)-]*(?:e?xt(?:n|ensi[oó]n)?|x|#|доб|anexo|int)[\s.:#]*\d+\s*#?$/iu;

/** `4.91512E+12`, as spreadsheets show a number that is too long for its column. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;

/**
 * The digits of a phone number in the forms that people and programs have them: with separators,
 * with digits of other scripts, as an address, with the apostrophe that keeps a spreadsheet from
 * calculating.
 */
export function readDialedText(value: unknown): DialedText {
	// Digits and plus of other widths, as East Asian keyboards write them.
	const entered = withoutInvisible(String(value ?? '').slice(0, MAX_TEXT + 1)).normalize('NFKC');
	if (entered.length > MAX_TEXT) return { problem: 'not a number' };
	const [main = '', ...parameters] = withoutScheme(withoutApostrophe(entered.trim())).split(';');
	const text = withContext(asciiDigits(main.trim()), parameters);
	if (text === '') return { problem: 'empty' };
	if (EXTENSION.test(text) || parameters.some(isExtension)) return { problem: 'extension' };
	if (ROUNDED.test(text)) return { problem: 'rounded' };
	const [, plus, digits = ''] = /^(\+?)(\d+)$/.exec(text.replace(SEPARATORS, '')) ?? [];
	if (digits === '' || digits.length > MAX_DIGITS) return { problem: 'not a number' };
	if (!parameters.every(isParameter)) return { problem: 'not a number' };
	return { digits, hasPlus: plus !== '', beforeZero: digitsBeforeZero(text) };
}

/** `+44 (0)20 …` → 2 */
const digitsBeforeZero = (text: string) =>
	/^([^(]*)\(\s*0\s*\)/.exec(text)?.[1]?.replace(/\D/g, '').length;

/**
 * The digits to search numbers for when somebody types a part of one, e.g. `(0)20 79` → `2079`.
 *
 * @returns undefined for text that is not part of a number
 */
export function partOfNumber(text: string): string | undefined {
	const normal = asciiDigits(withoutInvisible(text).normalize('NFKC'));
	const digits = normal.replace(/\(0\)/, '').replace(SEPARATORS, '').replace(/^0+/, '');
	return /^\+?\d+$/.test(digits) ? digits : undefined;
}

const withoutApostrophe = (text: string) => text.replace(/^['‘’`]\s*/, '');

/** Arabic and Persian digits; both begin at a multiple of 16. */
const asciiDigits = (text: string) =>
	text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** A parameter of an address, e.g. `ext=5` (RFC 3966, section 3). */
const isParameter = (parameter: string) => /^\s*[a-z\d-]+(?:=[^;]*)?$/i.test(parameter);

const isExtension = (parameter: string) => /^\s*ext=/i.test(parameter);

/** `7042;phone-context=+1-914-555` → `+1-914-5557042`; a context that is a domain says nothing. */
function withContext(text: string, parameters: string[]): string {
	const [, context] = /^\s*phone-context=(\+.*)$/i.exec(parameters.find(isContext) ?? '') ?? [];
	return context === undefined || text.startsWith('+') ? text : context + text;
}

const isContext = (parameter: string) => /^\s*phone-context=/i.test(parameter);
