import { isDeepStrictEqual } from 'node:util';

import { getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max';
import type { CountryCode, NumberType } from 'libphonenumber-js/core';
import { Metadata } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';
import examples from 'libphonenumber-js/mobile/examples';

import type { NumberingPlan } from '../../nodes/shared/input/numberingPlans.ts';

/** Other common names of countries, to find them in a list. */
const ALSO_CALLED: Record<string, string[]> = {
	AE: ['UAE'],
	CD: ['DR Congo'],
	CI: ['Ivory Coast'],
	CV: ['Cabo Verde'],
	CZ: ['Czech Republic'],
	GB: ['UK', 'Great Britain', 'England'],
	KR: ['Korea'],
	NL: ['Holland'],
	SZ: ['Swaziland'],
	TL: ['East Timor'],
	TR: ['Turkey'],
	US: ['USA', 'America'],
};

/** The types of numbers that the library tells apart; a valid number is of one of them. */
const TYPES: Array<Exclude<NumberType, undefined>> = [
	'FIXED_LINE',
	'MOBILE',
	'TOLL_FREE',
	'PREMIUM_RATE',
	'PERSONAL_NUMBER',
	'VOICEMAIL',
	'UAN',
	'PAGER',
	'VOIP',
	'SHARED_COST',
];

/** The library's data about a region; its published types leave most of it out. */
interface Rules {
	IDDPrefix(): string;
	nationalNumberPattern(): string;
	possibleLengths(): number[];
	/** 0 as a number means nothing, here and below. */
	nationalPrefixForParsing(): string | 0;
	nationalPrefixTransformRule(): string | 0;
	leadingDigits(): string | 0;
	type(type: string): { pattern(): string; possibleLengths(): number[] } | undefined;
}

function rulesOf(regionOrCode: string): Rules {
	const plan = new Metadata(metadata);
	plan.selectNumberingPlan(regionOrCode as CountryCode);
	return plan.numberingPlan as unknown as Rules;
}

/** The numbering plans of the library's metadata, by calling code; the main region of each first. */
export function numberingPlans(): Record<string, NumberingPlan[]> {
	const shared = Object.entries(metadata.country_calling_codes).map(([code, regions]) => [
		code,
		plansOf(regions),
	]);
	// Codes of no country, e.g. international toll-free numbers.
	const others = Object.keys(metadata.nonGeographic ?? {}).map((code) => [
		code,
		[common(rulesOf(code))],
	]);
	return Object.fromEntries([...shared, ...others]) as Record<string, NumberingPlan[]>;
}

function plansOf([main, ...others]: CountryCode[]): NumberingPlan[] {
	if (main === undefined) throw new Error('A calling code has no region');
	return [
		planOf(main),
		...others.map((region) => {
			const own = ownNumbers(rulesOf(region), rulesOf(main).possibleLengths());
			return { ...planOf(region), ...(own && { own }) };
		}),
	];
}

function planOf(region: CountryCode): NumberingPlan {
	const mobile = mistakableMobile(region);
	return {
		region,
		name: nameOf(region),
		...(ALSO_CALLED[region] && { alsoCalled: ALSO_CALLED[region] }),
		example: exampleOf(region),
		...common(rulesOf(region)),
		...(mobile && { mobile }),
	};
}

function common(rules: Rules) {
	const [international, prefix, transform] = [
		rules.IDDPrefix(),
		rules.nationalPrefixForParsing(),
		rules.nationalPrefixTransformRule(),
	];
	return {
		lengths: rules.possibleLengths(),
		pattern: rules.nationalNumberPattern(),
		...(international && international !== '00' && { international }),
		...(prefix && { prefix }),
		...(transform && { transform }),
	};
}

/**
 * By what numbers of a region are told from those of the main region of its calling code, where
 * their lengths are not the same.
 *
 * @param ofMain the lengths that numbers of the main region can have
 */
function ownNumbers(rules: Rules, ofMain: number[]): string | undefined {
	if (isDeepStrictEqual(rules.possibleLengths(), ofMain)) return undefined;
	const leading = rules.leadingDigits();
	if (leading) return `(?:${leading})\\d*`;
	const patterns = TYPES.flatMap((type) => {
		const numbers = rules.type(type);
		if (!numbers?.pattern()) return [];
		const lengths = numbers.possibleLengths().filter((one) => !ofMain.includes(one));
		return lengths.map((length) => `(?=\\d{${length}}$)(?:${numbers.pattern()})`);
	});
	return patterns.length > 0 ? patterns.join('|') : undefined;
}

/**
 * Pattern of mobile numbers that, with the country code but no +, look like another number of the
 * country: in Germany, 49 1512 3456789 can also be 04915 123456789.
 */
function mistakableMobile(region: CountryCode): string | undefined {
	const rules = rulesOf(region);
	const digits = `${getCountryCallingCode(region)}${exampleOf(region).replace(/\D/g, '')}`;
	const isMistakable = new RegExp(`^(?:${rules.nationalNumberPattern()})$`).test(digits);
	return isMistakable ? rules.type('MOBILE')?.pattern() : undefined;
}

const names = new Intl.DisplayNames('en', { type: 'region' });

function nameOf(region: CountryCode): string {
	const name = names.of(region);
	if (name === undefined || name === region) throw new Error(`${region} has no name`);
	return name;
}

/** A mobile number as it is written from abroad, without + and calling code, e.g. `1512 3456789`. */
function exampleOf(region: CountryCode): string {
	const example = getExampleNumber(region, examples);
	if (!example) throw new Error(`${region} has no example`);
	return example.formatInternational().slice(`+${example.countryCallingCode} `.length);
}
