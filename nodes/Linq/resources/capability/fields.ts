import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { lineField } from '../../fields/line';
import { inBody } from '../../fields/routing';
import type { Field, Reader } from '../../operation';

/** Whom to check. */
export const addressField = (displayName: string, read: Reader): Field => ({
	displayName,
	name: 'address',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	...inBody('address'),
	read,
});

/** Which line to check from. */
export const fromOption: Field = {
	...lineField({
		displayName: 'From',
		name: 'from',
		description: 'Your line to check from',
	}),
	...inBody('from'),
	read: readPhoneNumber,
};
