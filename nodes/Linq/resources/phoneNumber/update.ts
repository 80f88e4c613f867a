import { readOptionalPhoneNumber } from '../../../shared/input/handles';
import { readId } from '../../../shared/input/ids';
import { countryOption } from '../../fields/country';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update phone number',
	description: 'Change the number that calls to a line are forwarded to',
	method: 'PUT',
	path: '/v3/phone_numbers/{phoneNumberId}',
	fields: [
		{
			displayName: 'Line',
			name: 'phoneNumberId',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			description: 'The line to change',
			read: readId,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a line…',
					typeOptions: { searchListMethod: 'searchLineIds', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
				},
			],
		},
		{
			displayName: 'Forwarding Number',
			name: 'forwardingNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550123',
			description: 'Number that calls are forwarded to; leave empty for none',
			...inBody('forwarding_number'),
			read: readOptionalPhoneNumber,
		},
	],
	options: [countryOption],
	output: answerAs(),
};
