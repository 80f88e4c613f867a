import { readFileUrl } from '../../../shared/input/urls';
import { lineField } from '../../fields/line';
import { inBody } from '../../fields/routing';
import type { Field } from '../../operation';

/** The line that a card belongs to. */
export const cardLineField = lineField({
	displayName: 'Line',
	name: 'line',
	description: 'Your line that the card belongs to',
});

export const firstNameField: Field = {
	displayName: 'First Name',
	name: 'firstName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Example Shop',
	...inBody('first_name'),
};

export const lastNameField: Field = {
	displayName: 'Last Name',
	name: 'lastName',
	type: 'string',
	default: '',
	...inBody('last_name'),
};

export const imageUrlField: Field = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/logo.png',
	description: 'Public https URL of a square photo of at least 200 × 200 pixels',
	...inBody('image_url'),
	read: readFileUrl,
};
