import { sortBy } from 'lodash';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { HOMES } from './dialing';
import { quote } from './text';

/** Åland comes before Albania; a collator would take n8n longer to load than all the rest. */
function withoutAccents(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Numbers without a country code are refused. */
const NONE: INodePropertyOptions = {
	name: 'None',
	value: '',
	description: 'Phone numbers need a country code',
};

/** n8n finds options by what stands in their name, so it holds whatever one may look for. */
const countryOptions: INodePropertyOptions[] = sortBy(HOMES, ({ name }) =>
	withoutAccents(name),
).map(({ name, region, code, plan }) => ({
	name: `${name} (${[region, ...(plan.alsoCalled ?? []), `+${code}`].join(', ')})`,
	value: region,
}));

/** Of which country phone numbers are that have no country code; in the credential and the nodes. */
export const defaultCountryField = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: [NONE, ...countryOptions],
	default: '',
} satisfies INodeProperties;

const byName = new Map(
	HOMES.flatMap(({ region, name, plan }) =>
		[region, name, ...(plan.alsoCalled ?? [])].map((called) => [called.toLowerCase(), region]),
	),
);

/**
 * The country that the user chose, or that an expression gives: its code or its English name.
 *
 * @returns its ISO 3166-1 code; undefined for none
 * @throws InvalidInput for what is no country
 */
export function readCountry(value: unknown, label: string): string | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	const region = byName.get(text.toLowerCase());
	if (region !== undefined) return region;
	throw new InvalidInput(
		`${label} is not a country: ${quote(text)}`,
		'Choose one from the list, or enter its two letters, e.g. US or DE.',
	);
}
