import type { Operation } from '../../operation';
import { inBody } from '../../fields/routing';
import { answerAs } from '../../output/answers';
import { cardLineField, firstNameField, imageUrlField, lastNameField } from './fields';
import { readPhoneNumber } from '../../../shared/input/phoneNumber';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create contact card',
	description: 'Give a line its name and photo; a line has at most one card',
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
			options: [imageUrlField, lastNameField],
		},
	],
	output: answerAs(),
};
