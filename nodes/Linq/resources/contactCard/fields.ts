import type { INodeProperties } from 'n8n-workflow';

import { lineField } from '../../fields/line';
import { inBody } from '../../fields/routing';
import { readFileUrl } from '../../message/rules';

/** The line that a card belongs to. */
export const cardLineField = lineField({
	displayName: 'Line',
	name: 'line',
	description: 'Your line that the card belongs to',
});

export const firstNameField: INodeProperties = {
	displayName: 'First Name',
	name: 'firstName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Example Shop',
	...inBody('first_name'),
};

export const lastNameField: INodeProperties = {
	displayName: 'Last Name',
	name: 'lastName',
	type: 'string',
	default: '',
	...inBody('last_name'),
};

export const imageUrlField: INodeProperties = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/logo.png',
	description: 'Public https URL of a square photo of at least 200 × 200 pixels',
	...inBody('image_url', readFileUrl, 'Image URL'),
};
