import { readFileUrl } from '../../../shared/input/urls';
import { binaryFieldNamed } from '../../fields/fileSource';
import { lineField } from '../../fields/line';
import { inBody } from '../../fields/routing';
import { fileInto } from '../../files/fileInto';
import { PHOTO } from '../../files/fileUse';
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

/** Another way to give the photo. */
export const imageFileField: Field = {
	...binaryFieldNamed('imageBinaryField'),
	displayName: 'Image From Input Data Field',
	description: 'Name of the binary field of the previous node that holds the photo',
};

/** Puts the photo into the body, if it is a file. */
export const imageFrom = (collection: string) =>
	fileInto('image_url', `${collection}.imageBinaryField`, 'Image', PHOTO);
