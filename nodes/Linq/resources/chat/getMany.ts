import { readHandle } from '../../../shared/input/handles';
import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { simplifyChat } from '../../../shared/simplify/chat';
import { filtersField } from '../../fields/collection';
import { countryOption } from '../../fields/country';
import { lineField } from '../../fields/line';
import { listFields } from '../../fields/list';
import { chatViewFields } from '../../fields/output';
import { inQuery } from '../../fields/routing';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description: 'Retrieve all chats, or only those of one line or participant',
	method: 'GET',
	path: '/v3/chats',
	fields: [
		...listFields,
		...chatViewFields,
		filtersField([
			{
				...lineField({
					displayName: 'Line',
					name: 'from',
					description: 'Only chats of this line',
				}),
				...inQuery('from'),
				read: readPhoneNumber,
			},
			{
				displayName: 'Participant',
				name: 'to',
				type: 'string',
				default: '',
				placeholder: 'e.g. +14155550123',
				description: 'Only chats with this phone number or email address',
				...inQuery('to'),
				read: readHandle,
			},
		]),
	],
	options: [countryOption],
	list: { name: 'chats', paging: 'cursor', simplify: simplifyChat },
};
