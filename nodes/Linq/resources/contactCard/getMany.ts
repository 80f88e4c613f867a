import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { filtersField } from '../../fields/collection';
import { countryOption } from '../../fields/country';
import { listFields } from '../../fields/list';
import { inQuery } from '../../fields/routing';
import type { Operation } from '../../operation';
import { cardLineField } from './fields';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contact cards',
	description: 'Retrieve the contact cards of all lines or of one line',
	method: 'GET',
	path: '/v3/contact_card',
	fields: [
		...listFields,
		filtersField([{ ...cardLineField, ...inQuery('phone_number'), read: readPhoneNumber }]),
	],
	options: [countryOption],
	list: { name: 'contact_cards', paging: 'none' },
};
