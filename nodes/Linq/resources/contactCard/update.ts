import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { refuseEmptyBody, updateFieldsField } from '../../fields/collection';
import { countryOption } from '../../fields/country';
import { inQuery } from '../../fields/routing';
import { inOrder } from '../../files/fileInto';
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

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update contact card',
	description: 'Change the name or photo of a line; at most 3 changes per line in 10 minutes',
	method: 'PATCH',
	path: '/v3/contact_card',
	fields: [
		{
			...cardLineField,
			required: true,
			...inQuery('phone_number'),
			read: readPhoneNumber,
		},
		updateFieldsField([firstNameField, lastNameField, imageUrlField, imageFileField]),
	],
	options: [countryOption],
	buildBody: inOrder(imageFrom('updateFields'), refuseEmptyBody('Update Fields')),
	output: answerAs(),
};
