import { LinqApi } from '../../../credentials/LinqApi.credentials.ts';
import { defaultCountryField, readCountry } from '../../../nodes/shared/input/country.ts';
import { homeOf } from '../../../nodes/shared/input/dialing.ts';

const { options } = defaultCountryField;

test('countries are listed by name, each once, behind the choice of none', () => {
	const [none, ...countries] = options;
	expect(none?.value).toBe('');
	const names = countries.map(({ name }) => name);
	expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b)));
	for (const { value } of countries) expect(homeOf(String(value))?.region).toBe(value);
});

/** n8n shows the options whose name contains what is typed (element-plus, select). */
test.each([
	['germany', 'DE'],
	['(DE', 'DE'],
	['+49', 'DE'],
	['UK,', 'GB'],
	['England', 'GB'],
	['USA', 'US'],
	['Holland', 'NL'],
	['Turkey', 'TR'],
	['Ivory', 'CI'],
])('%j finds %s', (typed, region) => {
	const found = options.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
	expect(found.map(({ value }) => value)).toEqual([region]);
});

test('it is an optional field of the credential', () => {
	const field = new LinqApi().properties.find(({ name }) => name === 'defaultCountry');
	expect(field).toMatchObject({ type: 'options', default: '', options });
	expect(field?.required).toBeUndefined();
});

test.each([
	['DE', 'DE'],
	[' de ', 'DE'],
	['Germany', 'DE'],
	['uk', 'GB'],
	['', undefined],
	[null, undefined],
])('%j is read as %s', (entered, region) => {
	expect(readCountry(entered, 'Default Country')).toBe(region);
});

test.each(['Atlantis', '49', '+49', 'DE, US', 'constructor'])('%j is refused', (entered) => {
	expect(() => readCountry(entered, 'Default Country')).toThrow(
		`Default Country is not a country: "${entered}"`,
	);
});
