import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { countryOption } from '../../fields/country';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import {
	cardLineField,
	firstNameField,
	imageFileField,
	imageFrom,
	imageUrlField,
	lastNameField,
} from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create contact card',
	description:
		'Set the name and photo of a line that has no contact card yet; at most 3 changes per line in 10 minutes',
	method: 'POST',
	path: '/v3/contact_card',
	fields: [
		{
			...cardLineField,
			required: true,
			...inBody('phone_number'),
			read: readPhoneNumber,
		},
		{ ...firstNameField, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [lastNameField, imageUrlField, imageFileField],
		},
	],
	options: [countryOption],
	buildBody: imageFrom('additionalFields'),
	output: answerAs(),
};
