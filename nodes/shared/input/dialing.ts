import { uniqBy } from 'lodash';

import type { NumberingPlan } from './numberingPlans';
import { NUMBERING_PLANS } from './numberingPlans';

/** A phone number in its two parts, digits alone. */
export interface SplitNumber {
	/** Country code, e.g. `49`. */
	readonly code: string;
	/** The rest, e.g. `15123456789`. */
	readonly national: string;
}

/** A country whose numbers can be written as they are dialed there. */
export interface Home {
	/** ISO 3166-1, e.g. `DE`. */
	readonly region: string;
	/** In English. */
	readonly name: string;
	/** Country code, e.g. `49`. */
	readonly code: string;
	readonly plan: NumberingPlan;
}

/** All countries. */
export const HOMES: readonly Home[] = Object.entries(NUMBERING_PLANS).flatMap(
	([code, plans = []]) =>
		plans.flatMap((plan) => {
			const { region, name } = plan;
			return region !== undefined && name !== undefined ? [{ region, name, code, plan }] : [];
		}),
);

const byRegion = new Map(HOMES.map((home) => [home.region, home]));

/** @param region ISO 3166-1, e.g. `DE` */
export const homeOf = (region: string | undefined): Home | undefined =>
	region === undefined ? undefined : byRegion.get(region);

/** Regular expressions that were used before, by their source. */
const compiled = new Map<string, RegExp>();

function compile(source: string): RegExp {
	let pattern = compiled.get(source);
	if (!pattern) compiled.set(source, (pattern = new RegExp(source)));
	return pattern;
}

const fits = (pattern: string, digits: string) => compile(`^(?:${pattern})$`).test(digits);

/**
 * A number as it is dialed from abroad, e.g. `4915123456789`. What is dialed only within the country
 * is taken out: `4401632960123` → `441632960123`.
 *
 * This and what follows is what libphonenumber-js does (source/parse.js and its helpers).
 *
 * @param digits at most 40
 * @param beforeZero how many of them stand before a zero in brackets, which says by itself that it is
 *   dialed only within the country: `+44 (0)20 …`. It counts where that is so, unlike in Italy
 * @returns undefined where it begins with no country code
 */
export function readFromAbroad(digits: string, beforeZero?: number): SplitNumber | undefined {
	for (let length = 1; length <= 3; length++) {
		const code = digits.slice(0, length);
		const main = NUMBERING_PLANS[code]?.[0];
		if (!main) continue;
		const hasZero = beforeZero === length && fits(main.prefix ?? '', '0');
		const rest = digits.slice(hasZero ? length + 1 : length);
		return { code, national: withoutPrefix(rest, code, main) };
	}
	return undefined;
}

/**
 * A number in E.164 as people read it, e.g. `+1 202 555 0111`, `+49 15123456789`. What is none, e.g.
 * an email address, comes back as it is.
 */
export function spacedNumber(e164: string): string {
	const [, digits] = /^\+(\d+)$/.exec(e164) ?? [];
	if (digits === undefined) return e164;
	const code = readFromAbroad(digits)?.code;
	if (code === undefined) return e164;
	const rest = digits.slice(code.length);
	const [, area, exchange, line] = (code === '1' && /^(\d{3})(\d{3})(\d{4})$/.exec(rest)) || [];
	return ['+' + code, ...(area ? [area, exchange, line] : [rest])].join(' ');
}

/**
 * Possible readings of a number without + in a country: as it is dialed there, with 00 in place of
 * the +, or with just the + missing.
 *
 * @param digits at most 40
 * @returns numbers that are plausible in their country, each once; more than one if only the user
 *   knows
 */
export function readingsWithin(digits: string, home: Home): SplitNumber[] {
	const abroad = digits.startsWith('00') ? readFromAbroad(digits.slice(2)) : undefined;
	const within = readWithin(digits, home);
	const readings = [
		isService(within, home) && isPlausible(abroad) ? undefined : within,
		abroad,
		lacksPlus(digits, home) ? readFromAbroad(digits) : undefined,
	].filter(isPlausible);
	return uniqBy(readings, ({ code, national }) => code + national);
}

/**
 * Whether it begins with 00 within a country where 0 is dialed before numbers: free calls in Japan,
 * in Korea and Indonesia, which nobody can write to.
 */
const isService = (
	number: SplitNumber | undefined,
	{ code, plan: { prefix = '' } }: Home,
): boolean => number?.code === code && number.national.startsWith('00') && fits(prefix, '0');

/** Whether it is a mobile number without +, in a country where others look like that. */
function lacksPlus(digits: string, { code, plan: { mobile } }: Home): boolean {
	if (mobile === undefined || !digits.startsWith(code)) return false;
	return fits(mobile, digits.slice(code.length));
}

/**
 * A number as it is dialed within a country, e.g. `01512 3456789` in Germany: to there, or with what
 * one dials there before a country code. Also one of there with the country code and no + before it.
 */
function readWithin(digits: string, { code, plan }: Home): SplitNumber | undefined {
	const { international = '00' } = plan;
	const [dialed = ''] = compile(`^(?:${international})`).exec(digits) ?? [];
	const abroad = digits.slice(dialed.length);
	// No country code begins with 0.
	if (dialed !== '' && /^[1-9]/.test(abroad)) return readFromAbroad(abroad);
	const national = withoutPrefix(digits, code, plan);
	if (digits.startsWith(code)) {
		const rest = withoutPrefix(digits.slice(code.length), code, plan);
		const isBetter = !fits(plan.pattern, national) && fits(plan.pattern, rest);
		if (isBetter || national.length > (plan.lengths.at(-1) ?? 0)) return readFromAbroad(digits);
	}
	return { code, national };
}

/** The number without what is dialed before it within the country. */
function withoutPrefix(digits: string, code: string, plan: NumberingPlan): string {
	if (plan.prefix === undefined) return digits;
	const prefix = compile(`^(?:${plan.prefix})`);
	const dialed = prefix.exec(digits);
	if (!dialed) return digits;
	// The transformation is of what the last group has matched, where there is any.
	const isTransformed = plan.transform !== undefined && dialed.length > 1 && !!dialed.at(-1);
	const rest = digits.replace(prefix, (isTransformed && plan.transform) || '');
	// In Russia 8 is dialed before a number, and 800 555 35 35 begins with 8.
	if (fits(plan.pattern, digits) && !fits(plan.pattern, rest)) return digits;
	const number = { code, national: rest };
	const lengths = lengthsOf(number);
	return isPossible(number) || rest.length > (lengths.at(-1) ?? 0) ? rest : digits;
}

/** How many digits a number with this beginning can have behind the country code, rising. */
export function lengthsOf({ code, national }: SplitNumber): readonly number[] {
	const [main, ...others] = NUMBERING_PLANS[code] ?? [];
	const exact = others.find(({ own }) => own !== undefined && fits(own, national));
	return (exact ?? main)?.lengths ?? [];
}

/** Whether a number of that length can exist. */
export const isPossible = (number: SplitNumber): boolean =>
	lengthsOf(number).includes(number.national.length);

/** Whether it looks like a number of one of the countries with its country code. */
const isPlausible = (number: SplitNumber | undefined): number is SplitNumber =>
	number !== undefined &&
	isPossible(number) &&
	(NUMBERING_PLANS[number.code] ?? []).some(({ pattern }) => fits(pattern, number.national));

/** A number with this country code, e.g. `+49 1512 3456789`; undefined for codes of no country. */
export const exampleFor = (code: string, plan = NUMBERING_PLANS[code]?.[0]): string | undefined =>
	plan?.example === undefined ? undefined : `+${code} ${plan.example}`;
