import { InvalidInput } from '../errors/invalidInput';
import type { DialedText } from './dialedText';
import { readDialedText, withoutInvisible } from './dialedText';
import type { Home, SplitNumber } from './dialing';
import {
	exampleFor,
	homeOf,
	isPossible,
	lengthsOf,
	readFromAbroad,
	readingsWithin,
} from './dialing';
import { quote } from './text';

/** Settings that affect how a value is read. */
export interface InputSettings {
	/** The Default Country: numbers without + are of there. ISO 3166-1, e.g. `DE`. */
	readonly country?: string;
}

/**
 * A phone number in Linq's form, E.164 (contract/openapi.yaml, CreateChatRequest), out of any of the
 * forms in docs/numbers.md. Without a default country nothing is guessed: it has to begin with + or
 * 00.
 *
 * @param label of the field, as the user sees it
 * @throws InvalidInput when it is empty, is no phone number, or has a length that no number of its
 *   country has
 */
export function readPhoneNumber(
	value: unknown,
	label: string,
	{ country }: InputSettings = {},
): string {
	const home = homeOf(country);
	const dialed = readDialedText(value);
	const number = 'problem' in dialed ? refusalOf(dialed, home) : numberOf(dialed, home);
	if (!('problem' in number)) return e164(number);
	const { problem, hint } = number;
	const text = withoutInvisible(String(value ?? '')).trim();
	throw new InvalidInput(`${label} ${problem}${text && `: ${quote(text)}`}`, hint);
}

/**
 * Whether something is meant to be a phone number, where it could also be a short code or a sender's
 * name: it says itself that it goes abroad, or it is one in the default country.
 */
export function isPhoneNumber(value: unknown, { country }: InputSettings = {}): boolean {
	const dialed = readDialedText(value);
	if ('problem' in dialed || isShortCode(dialed.digits)) return false;
	if (dialed.hasPlus || /^00\d{7}/.test(dialed.digits)) return true;
	return !('problem' in numberOf(dialed, homeOf(country)));
}

/** Why something is refused: what follows the label of the field, and the way out. */
interface Refusal {
	problem: string;
	hint: string;
}

type Dialed = Exclude<DialedText, { problem: unknown }>;

/** Without a default country as with it, + and 00 stand before a country code. */
function numberOf(dialed: Dialed, home: Home | undefined): SplitNumber | Refusal {
	const { digits, hasPlus } = dialed;
	if (hasPlus) return fromAbroad(dialed, home);
	if (home) return fromWithin(dialed, home);
	if (digits.startsWith('00')) return fromAbroad(withPlusFor00(dialed), home);
	return isShortCode(digits)
		? shortCode(home)
		: {
				problem: NOT_VALID,
				hint: `${withPlus(home)} For numbers without country code, choose a Default Country in the credential or under Options.`,
			};
}

/** `0049…` → `+49…` */
const withPlusFor00 = ({ digits, beforeZero = 0 }: Dialed): Dialed => ({
	digits: digits.slice(2),
	hasPlus: true,
	beforeZero: beforeZero - 2,
});

/** Reads the digits after a +. */
function fromAbroad({ digits, beforeZero }: Dialed, home: Home | undefined): SplitNumber | Refusal {
	if (digits.startsWith('0')) return { problem: NOT_VALID, hint: withPlus(home) };
	const number = readFromAbroad(digits, beforeZero);
	if (!number) {
		return {
			problem: 'does not begin with a country code',
			hint: 'Write + and the country code before the number, e.g. +1 for the USA or +44 for the United Kingdom.',
		};
	}
	return isPossible(number) ? number : wrongLength(number);
}

function fromWithin(dialed: Dialed, home: Home): SplitNumber | Refusal {
	const { digits } = dialed;
	const [number, other] = readingsWithin(digits, home);
	if (number && other) {
		return {
			problem: 'can be read in two ways',
			hint: `With the Default Country, ${home.name}, it can be ${e164(number)} or ${e164(other)}. Write it with + and country code.`,
		};
	}
	if (number) return number;
	if (digits.startsWith('00')) return fromAbroad(withPlusFor00(dialed), home);
	if (isShortCode(digits)) return shortCode(home);
	return {
		problem: `is not a phone number of the Default Country, ${home.name}`,
		hint: `Write it as it is dialed there or with country code, e.g. ${example(home)}. Numbers of other countries need + and country code.`,
	};
}

const e164 = ({ code, national }: SplitNumber) => `+${code}${national}`;

const NOT_VALID = 'is not a valid phone number';

/** An example of the default country, else of the USA. */
const example = (home: Home | undefined) =>
	(home && exampleFor(home.code, home.plan)) ?? '+14155550123';

const withPlus = (home: Home | undefined) =>
	`Write it with + and country code, e.g. ${example(home)}.`;

/** Companies send from them, within one country (contract/openapi.yaml, BlockHandleRequest). */
const isShortCode = (digits: string) => /^\d{3,6}$/.test(digits);

const shortCode = (home: Home | undefined): Refusal => ({
	problem: 'is a short code, not a phone number',
	hint: `Linq does not take short codes here. Enter a complete phone number, e.g. ${example(home)}.`,
});

function refusalOf({ problem }: { problem: string }, home: Home | undefined): Refusal {
	switch (problem) {
		case 'empty':
			return { problem: 'is empty', hint: `Enter a phone number such as ${example(home)}.` };
		case 'extension':
			return {
				problem: 'has an extension',
				hint: `A message cannot go to an extension. Enter the number alone, e.g. ${example(home)}.`,
			};
		case 'rounded':
			return {
				problem: 'is a number that a spreadsheet has rounded',
				hint: `Its last digits are lost. Format the column as text, and enter the number anew, e.g. ${example(home)}.`,
			};
		default:
			return { problem: NOT_VALID, hint: withPlus(home) };
	}
}

function wrongLength(number: SplitNumber): Refusal {
	const { code, national } = number;
	const lengths = lengthsOf(number);
	const [least = 0, most = 0] = [lengths[0], lengths.at(-1)];
	const { length } = national;
	const problem =
		length < least
			? 'is too short for'
			: length > most
				? 'is too long for'
				: 'has an impossible length for';
	const like = exampleFor(code);
	return {
		problem: `${problem} a number of +${code}`,
		hint: `After +${code} there are ${alternatives(lengths)} digits${like ? `, e.g. ${like}` : ''}; this number has ${length}.`,
	};
}

/** `[7, 9, 10]` → `7, 9 or 10`. */
const alternatives = (lengths: readonly number[]): string =>
	new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(lengths.map(String));
