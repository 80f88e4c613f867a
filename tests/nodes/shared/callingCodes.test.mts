import {
	getCountries,
	getExampleNumber,
	isPossiblePhoneNumber,
	type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

import { CALLING_CODES } from '../../../nodes/shared/input/callingCodes.ts';
import { readPhoneNumber } from '../../../nodes/shared/input/phoneNumber.ts';
import { callingCodes, planOf } from '../../../scripts/phoneMetadata.mts';

test('the table is that of the library (npm run calling-codes makes it anew)', () => {
	expect(CALLING_CODES).toEqual(callingCodes());
});

test.each(getCountries())('an example number of %s is read as the library reads it', (country) => {
	const example = getExampleNumber(country, examples);
	expect(example).toBeDefined();
	expect(readPhoneNumber(example?.formatInternational(), 'To')).toBe(example?.number);
});

const withTrunkZero = getCountries().filter((country) => planOf(country).hasTrunkZero);

test.each(withTrunkZero)('the bracketed zero of a number of %s is left out', (country) => {
	const example = getExampleNumber(country, examples);
	const { countryCallingCode: code, nationalNumber } = example ?? {};
	expect(readPhoneNumber(`+${code} (0)${nationalNumber}`, 'To')).toBe(example?.number);
});

test('what is too short or too long for the library is refused', () => {
	const example = (country: CountryCode) => String(getExampleNumber(country, examples)?.number);
	const wrong = getCountries()
		.flatMap((country) => [example(country).slice(0, 5), `${example(country)}1234567`])
		.filter((number) => !isPossiblePhoneNumber(number));
	expect(wrong.length).toBeGreaterThan(300);
	for (const number of wrong) expect(() => readPhoneNumber(number, 'To')).toThrow();
});
