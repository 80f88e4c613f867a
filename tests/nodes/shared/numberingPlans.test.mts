import * as fc from '../../support/properties.mts';
import { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } from 'google-libphonenumber';
import type { CountryCode } from 'libphonenumber-js/max';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { InvalidInput } from '../../../nodes/shared/errors/invalidInput.ts';
import type { Home } from '../../../nodes/shared/input/dialing.ts';
import { exampleFor, HOMES, homeOf } from '../../../nodes/shared/input/dialing.ts';
import { NUMBERING_PLANS } from '../../../nodes/shared/input/numberingPlans.ts';
import { readPhoneNumber } from '../../../nodes/shared/input/phoneNumber.ts';
import { numberingPlans } from '../../../scripts/docs/phoneMetadata.mts';

const google = PhoneNumberUtil.getInstance();
const countries = getCountries();

test('the table is that of the library (npm run numbering-plans makes it anew)', () => {
	expect(NUMBERING_PLANS).toEqual(numberingPlans());
	expect(HOMES.map(({ region }) => region).sort()).toEqual([...countries].sort());
});

test('a trunk prefix behind the country code is left out where it is one in that country', () => {
	const regions = google.getSupportedRegions() as string[];
	const taken = regions.flatMap((region) => {
		const prefix = google.getNddPrefixForRegion(region, true);
		if (!prefix) return [];
		const mobile = google.getExampleNumberForType(region, PhoneNumberType.MOBILE);
		const text = `+${mobile.getCountryCode()} ${prefix}${mobile.getNationalNumber()}`;
		const e164 = google.format(google.parse(text), PhoneNumberFormat.E164);
		expect([text, readPhoneNumber(text, 'To')]).toEqual([text, e164]);
		return e164 === google.format(mobile, PhoneNumberFormat.E164) ? [region] : [];
	});
	expect(taken).toEqual(expect.arrayContaining(['DE', 'FR', 'GB', 'AU', 'JP', 'IN']));
	expect(taken).not.toContain('IT');
	expect(taken.length).toBeGreaterThan(100);
});

/** An example number in the forms in which Google's library writes it. */
interface Example {
	e164: string;
	/** As it is dialed in its country. */
	national: string;
	fromAbroad: string[];
}

const TYPES = [
	PhoneNumberType.FIXED_LINE,
	PhoneNumberType.MOBILE,
	PhoneNumberType.TOLL_FREE,
	PhoneNumberType.PREMIUM_RATE,
	PhoneNumberType.SHARED_COST,
	PhoneNumberType.VOIP,
	PhoneNumberType.PERSONAL_NUMBER,
	PhoneNumberType.PAGER,
	PhoneNumberType.UAN,
	PhoneNumberType.VOICEMAIL,
];

function examplesOf(country: CountryCode): Example[] {
	return TYPES.flatMap((type) => {
		const example = google.getExampleNumberForType(country, type) as ReturnType<
			typeof google.getExampleNumber
		> | null;
		if (!example) return [];
		const as = (format: PhoneNumberFormat) => google.format(example, format);
		const international = as(PhoneNumberFormat.INTERNATIONAL);
		const [, code = '', rest = ''] = /^\+(\d+)[ -](.+)$/.exec(international) ?? [];
		return {
			e164: as(PhoneNumberFormat.E164),
			national: as(PhoneNumberFormat.NATIONAL),
			fromAbroad: [
				as(PhoneNumberFormat.E164),
				international,
				as(PhoneNumberFormat.RFC3966),
				`00${code} ${rest}`,
				`+${code} (${rest})`,
			],
		};
	});
}

/** Numbers on which the two libraries differ, because one's metadata is older: the newer counts. */
const OUTDATED = ['+22985751234', '+22981123456', '+2631312345'];

describe.each(countries)('example numbers of %s', (country) => {
	const examples = examplesOf(country).filter(({ e164 }) => !OUTDATED.includes(e164));

	test('are read in the forms of Google’s library', () => {
		expect(examples.length).toBeGreaterThan(0);
		for (const { e164, national, fromAbroad } of examples) {
			for (const form of fromAbroad) {
				expect([form, readPhoneNumber(form, 'To')]).toEqual([form, e164]);
				expect([form, readPhoneNumber(form, 'To', { country: 'DE' })]).toEqual([form, e164]);
			}
			expect([national, readPhoneNumber(national, 'To', { country })]).toEqual([national, e164]);
		}
	});

	test('are read as numbers that a spreadsheet has taken the zero of', () => {
		const read = (digits: string) => parsePhoneNumberFromString(digits, country);
		const numbers = examples
			.map(({ national }) => national.replace(/\D/g, '').replace(/^0/, ''))
			.filter((digits) => read(digits)?.isValid())
			.map(Number);
		expect(numbers.map((number) => readPhoneNumber(number, 'To', { country }))).toEqual(
			numbers.map((number) => read(String(number))?.number),
		);
	});

	test('are read with the zero in brackets', () => {
		const { code = '' } = homeOf(country) ?? {};
		const cases = examples.flatMap(({ e164, national }) => {
			const rest = e164.slice(1 + code.length);
			if (national.replace(/\D/g, '') !== `0${rest}`) return [];
			const forms = [`+${code} (0)${rest}`, `00${code} (0) ${rest}`, `+${code}(0)${rest}`];
			return forms.map((form) => [form, e164] as const);
		});
		const readFrom = (from?: string) =>
			cases.map(([form]) => [
				form,
				readPhoneNumber(form, 'To', from === undefined ? undefined : { country: from }),
			]);
		expect(readFrom()).toEqual(cases);
		expect(readFrom('DE')).toEqual(cases);
	});
});

test('the example that is shown of a country is a valid number', () => {
	for (const { code, plan } of HOMES) {
		const number = parsePhoneNumberFromString(exampleFor(code, plan) ?? '');
		expect([number?.number, number?.isValid(), number?.countryCallingCode]).toEqual([
			expect.any(String),
			true,
			code,
		]);
	}
});

/** The number as it goes out; undefined where it is refused with a reason. */
function read(text: string, country?: string): string | undefined {
	try {
		return readPhoneNumber(text, 'To', { country });
	} catch (error) {
		expect(error).toBeInstanceOf(InvalidInput);
		return undefined;
	}
}

/** Whether it could also be another number: with 00 for +, or with its + lost. */
function isAmbiguous(entered: string, country: string): boolean {
	const digits = entered.replace(/\D/g, '');
	const { code = '', plan } = homeOf(country) ?? {};
	const others = [
		digits.startsWith('00') && digits.slice(2),
		plan?.mobile !== undefined && digits.startsWith(code) && digits,
	];
	return others.some((other) => other && parsePhoneNumberFromString(`+${other}`)?.isPossible());
}

function readByLibrary(text: string, country?: CountryCode) {
	try {
		return parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
	} catch {
		return undefined;
	}
}

describe('whatever is entered', () => {
	const digit = fc.constantFrom(...'0123456789');
	const separator = fc.constantFrom('', '', '', ' ', '-', '.', '/', '(', ')', '\u00a0', '\u2011');
	const random = fc
		.array(fc.tuple(digit, separator), { minLength: 2, maxLength: 18 })
		.map((pairs) => pairs.flat().join(''));
	const prefix = fc.constantFrom('', '+', '00', '0', '1', '8', '011', '810', '(0)', '+44 1624');
	/** Near to a number that exists: one digit is another, or some are missing. */
	const nearTo = ({ code, plan }: Home) =>
		fc
			.tuple(fc.nat(25), digit, fc.boolean(), fc.constantFrom(0, 0, 0, 1, 2))
			.map(([place, other, isNational, cut]) => {
				const digits = `${isNational ? '' : code}${(plan.example ?? '').replace(/\D/g, '')}`;
				const whole = digits.slice(0, digits.length - cut);
				return place < whole.length
					? whole.slice(0, place) + other + whole.slice(place + 1)
					: whole;
			});
	/** A country, and a text that may be a number of there. */
	const entry = fc.constantFrom(...HOMES).chain((home) =>
		fc.tuple(
			fc.constant(home.region as CountryCode),
			fc
				.tuple(prefix, fc.oneof(random, nearTo(home), fc.constantFrom(...HOMES).chain(nearTo)))
				.map(([before, number]) => `${before}${number}`),
		),
	);

	test('a number that the library calls impossible never goes out', () => {
		fc.assert(
			fc.property(entry, fc.boolean(), ([home, entered], withHome) => {
				const number = read(entered, withHome ? home : undefined);
				if (number === undefined) return;
				expect(number).toMatch(/^\+[1-9]\d{4,18}$/);
				expect([entered, parsePhoneNumberFromString(number)?.isPossible()]).toEqual([
					entered,
					true,
				]);
			}),
			{ numRuns: 5_000 },
		);
	});

	test('numbers that the library calls valid go out as it reads them', () => {
		let valid = 0;
		fc.assert(
			fc.property(entry, ([home, entered]) => {
				const expected = readByLibrary(entered, home);
				if (!expected?.isValid()) return;
				valid++;
				const number = read(entered, home);
				// Ambiguous numbers, for which the library picks one reading, are refused.
				if (number === undefined && isAmbiguous(entered, home)) return;
				// A toll-free number, which cannot get messages, is read as a number abroad if possible.
				if (expected.nationalNumber.startsWith('00') && isAmbiguous(entered, home)) return;
				expect([entered, home, number]).toEqual([entered, home, expected.number]);
			}),
			{ numRuns: 6_000 },
		);
		expect(valid).toBeGreaterThan(300);
	});

	test('without a country nothing goes out that does not begin with + or 00', () => {
		fc.assert(
			fc.property(entry, ([, entered]) => {
				const begins = /^[^\d+]*(?:\+|0\D*0)/.test(entered);
				if (!begins) expect(read(entered)).toBeUndefined();
			}),
			{ numRuns: 2_000 },
		);
	});

	test('with + or 00 and a country code, the country does not matter', () => {
		fc.assert(
			fc.property(entry, ([home, entered]) => {
				const digits = entered.replace(/\D/g, '');
				expect(read(`+${digits}`, home)).toBe(read(`+${digits}`));
				if (homeOf(home)?.plan.international !== undefined) return;
				const number = read(`00${digits}`);
				if (number !== undefined) expect(read(`00${digits}`, home)).toBe(number);
			}),
			{ numRuns: 2_000 },
		);
	});

	test('any text is read or refused', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...countries), (entered, home) => {
				read(entered, home);
				read(entered);
			}),
			{ numRuns: 2_000 },
		);
	});
});
