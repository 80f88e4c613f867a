import type { CountryCode } from 'libphonenumber-js/core';
import { Metadata } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';

interface CallingCode {
	lengths: number[];
	trunkZero?: true;
}

/**
 * How numbers look, by calling code. Where several countries share a code, the first one, which the
 * library calls the main country of the code, decides for all of them, as it does in the library.
 */
export function callingCodes(): Record<string, CallingCode> {
	const plans = [
		...Object.entries(metadata.country_calling_codes).map(([code, [main]]) => [code, main]),
		// Codes of no country, e.g. international toll-free numbers.
		...Object.keys(metadata.nonGeographic ?? {}).map((code) => [code, code]),
	];
	return Object.fromEntries(
		plans.map(([code = '', of]) => {
			const { lengths, hasTrunkZero } = planOf(of as CountryCode);
			const rising = [...lengths].sort((a, b) => a - b);
			return [code, { lengths: rising, ...(hasTrunkZero && { trunkZero: true }) }];
		}),
	);
}

/** The rules of a country; the types of the library leave some of them out. */
export function planOf(country: CountryCode) {
	const plan = new Metadata(metadata);
	plan.selectNumberingPlan(country);
	const rules = plan.numberingPlan as unknown as {
		possibleLengths(): number[];
		/** What is dialed before a number within the country; 0 as a number means nothing. */
		nationalPrefix(): unknown;
	};
	return { lengths: rules.possibleLengths(), hasTrunkZero: rules.nationalPrefix() === '0' };
}
