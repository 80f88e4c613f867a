import type { Operation } from '../../description/define';
import { updateFieldsField } from '../../fields/collection';
import { inQuery } from '../../fields/routing';
import { readPhoneNumber } from '../../../shared/input/handles';
import { answerAs } from '../../output/answers';
import { refuseEmptyBody } from '../../request/emptyBody';
import { cardLineField, firstNameField, imageUrlField, lastNameField } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update contact card',
	description: 'Change name or photo of a line',
	method: 'PATCH',
	path: '/v3/contact_card',
	fields: [
		{
			...cardLineField,
			required: true,
			...inQuery('phone_number', readPhoneNumber, 'Line'),
		},
		updateFieldsField([firstNameField, imageUrlField, lastNameField]),
	],
	preSend: [refuseEmptyBody('Update Fields')],
	output: [answerAs()],
};
