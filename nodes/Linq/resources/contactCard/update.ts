import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { refuseEmptyBody, updateFieldsField } from '../../fields/collection';
import { inQuery } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { cardLineField, firstNameField, imageUrlField, lastNameField } from './fields';

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
		updateFieldsField([firstNameField, imageUrlField, lastNameField]),
	],
	buildBody: refuseEmptyBody('Update Fields'),
	output: answerAs(),
};
