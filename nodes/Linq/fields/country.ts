import { defaultCountryField } from '../../shared/input/country';
import type { Field } from '../operation';

/** For operations whose fields take phone numbers; send/inputs.ts reads it. */
export const countryOption: Field = {
	...defaultCountryField,
	description:
		'The country of phone numbers without a country code, for this node. Without this option it is that of the credential.',
};
