import { InvalidInput } from '../errors/invalidInput';
import type { CallingCode } from './callingCodes';
import { CALLING_CODES } from './callingCodes';
import { quote } from './text';

/**
 * A phone number in Linq's form, E.164 (contract/openapi.yaml, CreateChatRequest). Blanks, dashes,
 * dots, slashes, brackets and invisible marks are taken out, and so is the trunk zero that Europeans
 * write in brackets behind the country code: `+44 (0)20 7946 0958` → `+442079460958`.
 *
 * @throws InvalidInput when it is empty, has no country code, or has a length that no number of its
 *   country has
 */
export function readPhoneNumber(value: unknown, label: string): string {
	const text = withoutInvisible(String(value ?? ''))
		// Digits and plus of other widths, as East Asian keyboards write them.
		.normalize('NFKC')
		.trim();
	if (text === '') {
		throw new InvalidInput(`${label} is empty`, 'Enter a phone number such as +14155550123.');
	}
	const number = withoutTrunkZero(text).replace(SEPARATORS, '');
	if (!/^\+[1-9]\d+$/.test(number)) {
		throw new InvalidInput(
			`${label} is not a valid phone number: ${quote(text)}`,
			'Write it with + and country code, e.g. +14155550123.',
		);
	}
	checkLength(number, text, label);
	return number;
}

/** Text without marks that do not show but come along when it is copied from contacts or Word. */
export const withoutInvisible = (text: string): string => text.replace(/\p{Cf}/gu, '');

/** Blanks of all widths, dashes of all lengths, the minus, dots, slashes, brackets. */
const SEPARATORS = /[\s\p{Pd}\u2212.·()[\]/]/gu;

/** Behind the country code, and only there, brackets can say: not from abroad. */
const BRACKETED_ZERO = /^(\+[\d\s]{1,4}?)[\s\p{Pd}.]*\(\s*0\s*\)/u;

function withoutTrunkZero(text: string): string {
	const [bracketed, prefix = ''] = BRACKETED_ZERO.exec(text) ?? [];
	if (bracketed === undefined) return text;
	const country = countryOf(`${prefix.replace(/\s/g, '')}`);
	// Elsewhere, as in Italy, the zero belongs to the number, or is a mistake.
	return country?.[1].trunkZero ? prefix + text.slice(bracketed.length) : text;
}

/** The country code that a number begins with; undefined where there is none like it. */
function countryOf(number: string): [code: string, CallingCode] | undefined {
	for (let length = 1; length <= 3; length++) {
		const code = number.slice(1, 1 + length);
		const found = CALLING_CODES[code];
		if (found && code.length === length) return [code, found];
	}
	return undefined;
}

function checkLength(number: string, text: string, label: string): void {
	const country = countryOf(number);
	if (!country) {
		throw new InvalidInput(
			`${label} does not begin with a country code: ${quote(text)}`,
			'Write + and the country code before the number, e.g. +1 for the USA or +44 for the United Kingdom.',
		);
	}
	const [code, { lengths, trunkZero }] = country;
	const national = number.slice(1 + code.length);
	if (lengths.includes(national.length)) return;
	const [least = 0, most = 0] = [lengths[0], lengths.at(-1)];
	const { length } = national;
	const problem =
		length < least
			? 'is too short for'
			: length > most
				? 'is too long for'
				: 'has an impossible length for';
	throw new InvalidInput(
		`${label} ${problem} a number of +${code}: ${quote(text)}`,
		[
			`After +${code} there are ${alternatives(lengths)} digits; this number has ${length}.`,
			trunkZero && national.startsWith('0') && 'Leave out the 0 that is dialed within the country.',
		]
			.filter(Boolean)
			.join(' '),
	);
}

/** `[7, 9, 10]` → `7, 9 or 10`. */
const alternatives = (lengths: readonly number[]): string =>
	new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(lengths.map(String));
