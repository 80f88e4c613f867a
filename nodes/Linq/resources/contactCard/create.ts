import type { Operation } from '../../description/define';
import { inBody } from '../../fields/routing';
import { readPhoneNumber } from '../../../shared/input/handles';
import { answerAs } from '../../output/answers';
import { cardLineField, firstNameField, imageUrlField, lastNameField } from './fields';

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
			...inBody('phone_number', readPhoneNumber, 'Line'),
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
	output: [answerAs()],
};
